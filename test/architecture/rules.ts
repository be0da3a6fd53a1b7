/** The rules of direction: what each folder of `src` may import. Data enters at `ingest` and leaves through `cli`, `serve` or `site`. */
import { posix } from 'node:path';
import { COMPUTED, importsOf } from './imports.js';

/** Source text by path, `src/core/level.ts`. */
export type Sources = ReadonlyMap<string, string>;

const PORT = 'store/port';
/** What an import needs besides: the port of its own, the manifest it writes, and files that are whole or not there. */
const OWN_DATA = ['store/import-port', 'store/own-manifest', 'store/durable-file', 'store/disk-full'];

/**
 * For every folder the folders (or single modules) of ours that it may import besides itself. The Store port is
 * typed by the plans of `query`, so whoever may use the port may name a plan.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  stats: ['core'],
  text: ['core'],
  query: ['core'],
  store: ['core', 'query'],
  ingest: ['core', 'text', 'query', PORT, ...OWN_DATA],
  models: ['core', 'query', 'stats', 'text', PORT],
  analysis: ['core', 'query', 'stats', PORT],
  report: ['core', 'analysis'],
  render: ['core', 'report'],
  app: ['core', 'stats', 'text', 'query', 'store', 'ingest', 'models', 'analysis', 'report', 'render', 'serve', 'site'],
  cli: ['core', 'report', 'render', 'app'],
  serve: ['core', 'report', 'render'],
  site: ['core', 'report', 'render'],
  /** `src/index.ts`, what other programs import. */
  index: ['core', 'report', 'render', 'app'],
};

/** Packages of storage engines, known to `store` alone. */
const ENGINE = /^@(duckdb|clickhouse)\//;

/** Folders without any access to the outside: they also run in a browser, and tests need no fakes for them. */
const PURE = new Set(['core', 'stats', 'text', 'query']);

const isTest = (path: string) => path.endsWith('.test.ts');

/**
 * Every break of the rules, one line each. Tests beside the code may wire parts together and are not shipped, so
 * direction does not bind them; nothing that is shipped may import them.
 */
export function directionViolations(sources: Sources): string[] {
  const found: string[] = [];
  for (const [path, text] of sources) {
    for (const specifier of importsOf(text)) {
      const fault = specifier.startsWith('.') ? relativeFault(sources, path, specifier) : packageFault(path, specifier);
      if (fault !== null) found.push(`${path}: ${specifier}: ${fault}`);
    }
  }
  return found;
}

function relativeFault(sources: Sources, path: string, specifier: string): string | null {
  if (!specifier.endsWith('.js')) return 'a relative import ends in .js';
  const target = resolveImport(path, specifier);
  if (isTest(path)) return null;
  if (!sources.has(target)) return 'there is no such file in src';
  if (isTest(target)) return 'a test is not shipped';
  const [from, to] = [folderOf(path), folderOf(target)];
  if (from === to) return null;
  const allowed = MAY_IMPORT[from];
  if (allowed === undefined) return `no rule says what ${from} may import`;
  const module = target.slice('src/'.length, -'.ts'.length);
  return allowed.includes(to) || allowed.includes(module) ? null : `${from} may not import ${module}`;
}

function packageFault(path: string, specifier: string): string | null {
  if (isTest(path)) return null;
  const folder = folderOf(path);
  if (ENGINE.test(specifier) && folder !== 'store') return 'only store knows an engine';
  if (PURE.has(folder) && specifier.startsWith('node:')) return `${folder} has no access to the outside`;
  if (specifier === COMPUTED) return 'an import names its module';
  return null;
}

/**
 * Import cycles between files, each as the path around it, starting at its alphabetically first file.
 */
export function importCycles(sources: Sources): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const cycles = new Set<string>();
  const visit = (path: string) => {
    state.set(path, 'open');
    trail.push(path);
    for (const target of localImports(sources, path)) {
      if (state.get(target) === 'open') cycles.add(describeCycle(trail.slice(trail.indexOf(target))));
      else if (!state.has(target)) visit(target);
    }
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of sources.keys()) if (!state.has(path)) visit(path);
  return [...cycles];
}

function describeCycle(files: readonly string[]): string {
  const first = files.indexOf([...files].sort()[0]!);
  const turned = [...files.slice(first), ...files.slice(0, first)];
  return [...turned, turned[0]].join(' -> ');
}

function localImports(sources: Sources, path: string): string[] {
  return importsOf(sources.get(path)!)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => resolveImport(path, specifier))
    .filter((target) => sources.has(target));
}

function resolveImport(path: string, specifier: string): string {
  return posix.join(posix.dirname(path), specifier).replace(/\.js$/, '.ts');
}

/** `core` of `src/core/level.ts`; `index` of `src/index.ts`. */
function folderOf(path: string): string {
  return path.split('/')[1]!.replace(/\.ts$/, '');
}
