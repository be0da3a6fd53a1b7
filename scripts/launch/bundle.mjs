import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { SetupError } from './setup-error.mjs';

/** The scripts of the pages, relative to the package root, by the file of `web/islands` each is made from. */
export const PAGE_SCRIPTS = {
  /** Every page of a site. */
  'site.ts': join('dist', 'web', 'site.js'),
  /** A report that is one file. */
  'report-file.ts': join('dist', 'web', 'report-file.js'),
  /** What a site without a server carries besides, with its index of pages. */
  'search-engine.ts': join('dist', 'web', 'search.js'),
  /** The page of such a site that compares. */
  'comparison.ts': join('dist', 'web', 'compare.js'),
};

/** What browsers of the last three years run. */
const TARGET = 'es2022';

/**
 * Joins the browser islands into scripts without imports, which also run from a file.
 *
 * @param {string} root
 * @param {string} [out] folder that takes the place of the root for what is written
 * @returns {Promise<{ path: string, bytes: number, modules: string[] }[]>} what was written, and the files it is made of
 * @throws {SetupError} when an import leads nowhere or to what a browser has not
 */
export async function bundleIslands(root, out = root) {
  const { build } = await import('rolldown');
  /** @type {{ path: string, bytes: number, modules: string[] }[]} */
  const written = [];
  for (const [name, path] of Object.entries(PAGE_SCRIPTS)) {
    const input = join(root, 'web', 'islands', name);
    try {
      const { output } = await build({
        cwd: root,
        input,
        write: false,
        platform: 'browser',
        transform: { target: TARGET },
        // Nothing of ours does anything by being imported; only the entry is run.
        treeshake: { moduleSideEffects: false },
        onLog(level, { message }) {
          // What cannot be resolved is only a warning there, and would fail in the reader's browser.
          if (level === 'warn') throw new Error(message);
        },
        output: { format: 'iife', minify: true },
      });
      const [{ code, moduleIds }] = output;
      const file = join(out, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, code);
      const modules = moduleIds.map((id) => relative(root, id).replaceAll('\\', '/'));
      written.push({ path, bytes: Buffer.byteLength(code), modules });
    } catch (error) {
      throw new SetupError(`Bundling web/islands/${name} failed: ${error instanceof Error ? error.message : error}`);
    }
  }
  return written;
}
