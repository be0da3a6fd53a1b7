/** What the browser islands may be made of: their own files and code of ours that touches nothing outside. */
import { posix } from 'node:path';
import { COMPUTED, importsOf } from './imports.js';

/** Folders whose files an island may import. Which of them also stay clear of `node:` shows in the bundle. */
const ALLOWED = /^(?:web\/islands|src\/(?:core|stats|text|report|render\/(?:html|format)))\/[\w./-]+$/;

/** Files that may come with them: what `report` is made from, and packages. */
const ALLOWED_BESIDES = /^(?:src\/analysis|node_modules\/(?:minisearch|d3-[a-z]+|internmap))\//;

/** Drawn by the renderers of `html`. */
const CHARTS = /^src\/render\/charts\//;

/**
 * Imports of islands that break the rules, one line each.
 *
 * @param sources text by path, `web/islands/offer.ts`
 */
export function islandViolations(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, text]) =>
    importsOf(text).flatMap((specifier) => {
      if (specifier === COMPUTED) return [`${path}: an import names its module`];
      if (!specifier.startsWith('.')) return [`${path}: ${specifier}: an island imports no package`];
      if (!specifier.endsWith('.js')) return [`${path}: ${specifier}: a relative import ends in .js`];
      const target = posix.join(posix.dirname(path), specifier);
      return ALLOWED.test(target) ? [] : [`${path}: ${specifier}: an island may not import ${target}`];
    }),
  );
}

/** Files of a bundle that no island may bring along, whichever way they came in. */
export function foreignModules(modules: readonly string[]): string[] {
  return modules.filter((path) => ![ALLOWED, CHARTS, ALLOWED_BESIDES].some((allowed) => allowed.test(path)));
}
