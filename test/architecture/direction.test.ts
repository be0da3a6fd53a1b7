import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMPUTED, importsOf } from './imports.js';
import { directionViolations, importCycles } from './rules.js';
import { repositoryFiles } from './tree.js';

const root = resolve(import.meta.dirname, '..', '..');

function readSources(): Map<string, string> {
  const paths = repositoryFiles(root, 'src').filter((path) => path.endsWith('.ts'));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

describe('the sources', () => {
  const sources = readSources();

  it('are found', () => {
    expect(sources.has('src/core/errors.ts')).toBe(true);
  });

  it('keep the rules of direction', () => {
    expect(directionViolations(sources)).toEqual([]);
  });

  it('have no import cycles', () => {
    expect(importCycles(sources)).toEqual([]);
  });
});

describe('the check of direction', () => {
  const files = {
    'src/core/a.ts': '',
    'src/query/plan.ts': '',
    'src/stats/mean.ts': '',
    'src/text/titles.ts': '',
    'src/store/port.ts': "import type { Plan } from '../query/plan.js';",
    'src/store/duckdb/store.ts': "import { x } from '@duckdb/node-api'; import '../port.js';",
    'src/ingest/run.ts': '',
    'src/models/fit.ts': '',
    'src/analysis/pay.ts': '',
    'src/report/model.ts': '',
    'src/render/html.ts': '',
    'src/app/wire.ts': "import '../store/duckdb/store.js'; import '../render/html.js';",
    'src/cli/main.ts': "import '../app/wire.js';",
    'src/serve/http.ts': '',
    'src/site/build.ts': '',
    'src/index.ts': "export * from './app/wire.js';",
  };
  const faults = (path: string, text: string) =>
    directionViolations(new Map(Object.entries({ ...files, [path]: text })));

  it('passes what is allowed', () => {
    expect(directionViolations(new Map(Object.entries(files)))).toEqual([]);
    expect(faults('src/analysis/pay.ts', "import type { Store } from '../store/port.js'; import 'node:fs';")).toEqual(
      [],
    );
  });

  it.each([
    ['src/core/a.ts', "import '../stats/mean.js';"],
    ['src/stats/mean.ts', "import type { T } from '../text/titles.js';"],
    ['src/text/titles.ts', "export { x } from '../query/plan.js';"],
    ['src/query/plan.ts', "import '../store/port.js';"],
    ['src/store/port.ts', "import '../analysis/pay.js';"],
    ['src/ingest/run.ts', "import '../store/duckdb/store.js';"],
    ['src/models/fit.ts', "const x = await import('../analysis/pay.js');"],
    ['src/analysis/pay.ts', "import '../text/titles.js';"],
    ['src/report/model.ts', "import '../stats/mean.js';"],
    ['src/render/html.ts', "import '../analysis/pay.js';"],
    ['src/app/wire.ts', "import '../cli/main.js';"],
    ['src/cli/main.ts', "import '../store/port.js';"],
    ['src/serve/http.ts', "import '../site/build.js';"],
    ['src/site/build.ts', "type A = import('../analysis/pay.js').A;"],
    ['src/index.ts', "export * from './analysis/pay.js';"],
    ['src/other/new.ts', "import '../core/a.js';"],
    ['src/app/wire.ts', "import { x } from '@duckdb/node-api';"],
    ['src/ingest/run.ts', "import('@clickhouse/client');"],
    ['src/stats/mean.ts', "import { readFileSync } from 'node:fs';"],
    ['src/app/wire.ts', "import '../core/a';"],
    ['src/app/wire.ts', "import '../core/missing.js';"],
    ['src/app/wire.ts', "import '../../test/capabilities.js';"],
    ['src/app/wire.ts', 'await import(name);'],
  ])('finds one fault in %s: %s', (path, text) => {
    expect(faults(path, text)).toHaveLength(1);
  });

  it('lets tests wire parts together, and nothing import a test', () => {
    const test = { 'src/analysis/pay.test.ts': "import '../store/duckdb/store.js';" };
    expect(directionViolations(new Map(Object.entries({ ...files, ...test })))).toEqual([]);
    const importing = { ...files, ...test, 'src/analysis/pay.ts': "import './pay.test.js';" };
    expect(directionViolations(new Map(Object.entries(importing)))).toHaveLength(1);
  });

  it('finds cycles, also through types', () => {
    const cycle = new Map([
      ['src/core/c.ts', "import { a } from './a.js';"],
      ['src/core/a.ts', "import type { B } from './b.js';"],
      ['src/core/b.ts', "export * from './c.js';"],
    ]);
    expect(importCycles(cycle)).toEqual(['src/core/a.ts -> src/core/b.ts -> src/core/c.ts -> src/core/a.ts']);
    expect(importCycles(new Map([['src/core/a.ts', "import './a.js';"]]))).toHaveLength(1);
  });
});

describe('reading imports', () => {
  it.each([
    ["import a from './a.js'", ['./a.js']],
    ["import a, { b as c } from './a.js'", ['./a.js']],
    ["import * as a from './a.js'", ['./a.js']],
    ["import type { A } from './a.js'; import './b.js'", ['./a.js', './b.js']],
    ["import {\n  a, // from './x.js'\n  /* from './y.js' */ b,\n} from './a.js'", ['./a.js']],
    ["export { a } from './a.js'; export * as b from './b.js'", ['./a.js', './b.js']],
    ["import { from } from './a.js'", ['./a.js']],
    ["type A = import('./a.js').A", ['./a.js']],
    ['const a = `$' + '{await import("./a.js")} import("./x.js")`', ['./a.js']],
    ['await import(path)', [COMPUTED]],
    ['await import(`./a.js`)', [COMPUTED]],
  ])('finds %s', (source, expected) => {
    expect(importsOf(source)).toEqual(expected);
  });

  it.each([
    "// import './a.js'",
    "/* import './a.js' */",
    `const text = "import './a.js'"`,
    "const text = `import './a.js'`",
    "const pattern = /import '.\\/a.js'/",
    "const pattern = /[/']/; const other = 'import';",
    "sql.from('pay'); import.meta.url; loader.import('./a.js')",
    "const q = { from: 'pay' }; export const from = 'a';",
    "const half = (a + b) / 2; const s = 'import'; const t = c / 2;",
  ])('finds none in %s', (source) => {
    expect(importsOf(source)).toEqual([]);
  });
});
