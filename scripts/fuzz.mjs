// Feeds every text engine with mutants: npm run fuzz -- [COUNT] [SEED] [ENGINE]; a million, a fixed seed and all of them when left out.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = resolve(import.meta.dirname, '..');
const DEFAULT_COUNT = '1000000';

const [count = DEFAULT_COUNT, seed, engine] = process.argv.slice(2);
process.env.GOINGRATE_FUZZ = count;
if (seed !== undefined) process.env.GOINGRATE_FUZZ_SEED = seed;
process.argv = [...process.argv.slice(0, 2), 'run', 'test/hostile/fuzz.test.ts', '--maxWorkers=1'];
if (engine !== undefined) process.argv.push('-t', engine);
process.chdir(ROOT);
await import(pathToFileURL(resolve(ROOT, 'node_modules', 'vitest', 'vitest.mjs')).href);
