import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleIslands, PAGE_SCRIPTS } from '../../scripts/launch/bundle.mjs';
import { foreignModules, islandViolations } from './islands.js';
import { repositoryFiles } from './tree.js';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'goingrate-islands-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Bytes of the scripts: of every page; of a report that is one file; with the index of a site without a server; of its page that compares. */
const MOST_BYTES = [40, 30, 40, 68].map((kilobytes) => kilobytes * 1024);

describe('the browser islands', () => {
  const paths = repositoryFiles(root, 'web/islands').filter((path) => path.endsWith('.ts'));
  const sources = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));

  it('are found', () => {
    for (const name of Object.keys(PAGE_SCRIPTS)) expect(sources.has(`web/islands/${name}`), name).toBe(true);
  });

  it('import only what they may', () => {
    expect(islandViolations(sources)).toEqual([]);
  });

  it('become scripts without imports, made of nothing that a browser has not, and small', async () => {
    const written = await bundleIslands(root, folder);
    expect(written.map(({ path }) => path)).toEqual(Object.values(PAGE_SCRIPTS));
    for (const [at, { path, bytes, modules }] of written.entries()) {
      const text = readFileSync(join(folder, path), 'utf8');
      expect(Buffer.byteLength(text)).toBe(bytes);
      expect(bytes).toBeGreaterThan(1000);
      expect(bytes).toBeLessThan(MOST_BYTES[at] ?? 0);
      expect(modules.length).toBeGreaterThan(5);
      expect(foreignModules(modules)).toEqual([]);
      expect(text).not.toMatch(/\brequire\(|\bimport[\s(]|^export /m);
      // A page holds its script in an element of its own.
      expect(text).not.toMatch(/<\/script|sourceMappingURL/i);
    }
  }, 60_000);

  it('leave the search engine and the charts to sites without a server', async () => {
    const [site, report, search, compare] = await bundleIslands(root, folder);
    const engine = 'src/text/search/open-search.ts';
    const charts = 'src/render/charts/rows.ts';
    for (const script of [site, report]) {
      expect(script?.modules.filter((path) => path === engine || path === charts)).toEqual([]);
    }
    expect(search?.modules).toContain(engine);
    expect(compare?.modules).toContain(charts);
  }, 60_000);
});

describe('the rules for islands', () => {
  const faults = (text: string) => islandViolations(new Map([['web/islands/part.ts', text]]));

  it.each([
    "import { a } from './element.js';",
    "import { a } from '../../src/core/format.js';",
    "import type { A } from '../../src/report/model.js'; import '../../src/render/html/markup.js';",
    "import { a } from '../../src/stats/offer-position.js'; import '../../src/text/pay/annualise.js';",
  ])('pass %s', (text) => {
    expect(faults(text)).toEqual([]);
  });

  it.each([
    "import { readFileSync } from 'node:fs';",
    "import MiniSearch from 'minisearch';",
    "import { a } from '../../src/analysis/pay.js';",
    "import type { A } from '../../src/app/market.js';",
    "import { a } from '../../src/store/port.js';",
    "import { a } from '../../src/render/terminal/report.js';",
    "import { a } from '../../scripts/launch/bundle.mjs';",
    "import { a } from '../../test/tree.js';",
    "import { a } from '../../src/core/format';",
    'await import(name);',
  ])('find one fault in %s', (text) => {
    expect(faults(text)).toHaveLength(1);
  });

  it('find what came into a bundle by a detour', () => {
    const detour = ['src/store/duckdb/store.ts', 'node_modules/zod/index.js', 'src/app/market.ts'];
    expect(foreignModules(['src/core/format.ts', 'node_modules/minisearch/dist/x.js', ...detour])).toEqual(detour);
  });
});

describe('bundling', () => {
  const broken = (text: string) => {
    const clone = mkdtempSync(join(folder, 'clone-'));
    mkdirSync(join(clone, 'web', 'islands'), { recursive: true });
    for (const name of Object.keys(PAGE_SCRIPTS))
      writeFileSync(join(clone, 'web', 'islands', name), 'globalThis.a = 1;');
    writeFileSync(join(clone, 'web', 'islands', 'site.ts'), text);
    return clone;
  };

  it.each([
    ['a syntax error', 'const = 1;'],
    ['a file that is not there', "import { gone } from './gone.js'; gone();"],
    ['a package that is not there', "import gone from 'no-such-package'; gone();"],
    ['a module of Node', "import { readFileSync } from 'node:fs'; readFileSync('x');"],
    ['an export that is not there', "import { gone } from './site.js'; gone();"],
  ])('fails on %s, names the file and writes nothing', async (_name, text) => {
    const clone = broken(text);
    await expect(bundleIslands(clone)).rejects.toThrow(/^Bundling web\/islands\/site\.ts failed: \S/);
    expect(existsSync(join(clone, 'dist'))).toBe(false);
  });

  it('fails where an entry is gone', async () => {
    const clone = broken('');
    rmSync(join(clone, 'web', 'islands', 'search-engine.ts'));
    await expect(bundleIslands(clone)).rejects.toThrow(/^Bundling web\/islands\/search-engine\.ts failed: \S/);
  });

  it('writes a script that runs', async () => {
    const clone = broken('globalThis.answer = 6 * 7;');
    await bundleIslands(clone);
    const text = readFileSync(join(clone, PAGE_SCRIPTS['site.ts']), 'utf8');
    expect(new Function('globalThis', `${text};return globalThis.answer`)({})).toBe(42);
  });
});
