/** The text engines as they are shipped. A test runner rewrites imports, which makes their loops many times slower. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const BUILT = resolve(import.meta.dirname, '..', '..', 'dist', 'text', 'index.js');

if (!existsSync(BUILT)) throw new Error(`${BUILT} is missing: run npm test, which builds first`);

export const engines = createRequire(import.meta.url)(BUILT) as typeof import('../../src/text/index.js');
