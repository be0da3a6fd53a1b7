import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataPackageFaults } from '../../../test/contract/data-package-rules.js';
import { ownOffers, ownReport } from '../../../test/fixtures/own-report.js';
import { smallReport } from '../../../test/fixtures/small-report.js';
import { emptyReport, hostileReport, sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import { hasOwnSource } from '../../core/own-data.js';
import type { Report } from '../../report/model.js';
import { reportDigest, reportJson } from '../json/report-digest.js';
import { firstDay, lastDay } from './days.js';
import { FINDING_COLUMNS, findingRows } from './findings-table.js';
import { packageContents } from './package-contents.js';
import { reportPackage, reportPackageFile } from './report-package.js';

const small = await smallReport();
const REPORTS = Object.entries({ sampleReport, thinReport, emptyReport, hostileReport, small });

let folder: string;
let engine: Awaited<ReturnType<DuckDBInstance['connect']>>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'goingrate-package-'));
  engine = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => {
  engine.closeSync();
  rmSync(folder, { recursive: true, force: true });
});

const contentOf = (report: Report, path: string): Buffer => {
  const file = reportPackageFile(report, path, { ownData: true });
  if (file === null) throw new Error(`no ${path}`);
  return file.content;
};

/** What DuckDB reads from a file of the package. */
async function read(report: Report, path: string, how: string): Promise<Record<string, unknown>[]> {
  const file = join(folder, path);
  writeFileSync(file, contentOf(report, path));
  const result = await engine.runAndReadAll(`SELECT * FROM ${how.replace('FILE', `'${file}'`)}`);
  return result.getRowObjectsJson();
}

const CSV = "read_csv(FILE, header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"')";

describe.each(REPORTS)('the package of %s', (_name, report) => {
  const files = reportPackage(report, { ownData: true });
  const descriptor = JSON.parse(contentOf(report, 'datapackage.json').toString());

  it('keeps the rules of the standard', () => {
    const folder = new Map(files.map(({ path, content }) => [path, content]));
    expect(dataPackageFaults(descriptor, folder)).toEqual([]);
  });

  it('lists every other file, and is what is announced', () => {
    const listed = descriptor.resources.map(({ path }: { path: string }) => path);
    expect([...listed, 'datapackage.json']).toEqual(files.map(({ path }) => path));
    expect(packageContents(report, { ownData: true }).map(({ path, type }) => ({ path, type }))).toEqual(
      files.map(({ path, type }) => ({ path, type })),
    );
  });

  it('has the same bytes again, and each file alone has them too', () => {
    const again = reportPackage(structuredClone(report), { ownData: true });
    expect(again.map(({ content }) => content.toString('base64'))).toEqual(
      files.map(({ content }) => content.toString('base64')),
    );
    for (const { path, content } of files) expect(contentOf(report, path).equals(content)).toBe(true);
  });

  it('names every finding once', () => {
    const ids = findingRows(report).map(({ finding }) => finding.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids[0]).toBe(report.headline.id);
  });

  it('holds the same table in CSV and in Parquet', async () => {
    const rows = findingRows(report);
    const typed = await read(report, 'findings.parquet', 'read_parquet(FILE)');
    const texts = await read(report, 'findings.csv', CSV);
    expect(typed).toHaveLength(rows.length);
    for (const { name, type, of } of FINDING_COLUMNS) {
      const stated = rows.map(of);
      const number = type === 'number' || type === 'integer';
      const asStated = (value: unknown) => (number && value !== null ? Number(value) : value);
      expect(typed.map((row) => asStated(row[name]))).toEqual(stated);
      if (number || type === 'date') expect(texts.map((row) => asStated(row[name]))).toEqual(stated);
      else expect(texts.map((row) => row[name] === null)).toEqual(stated.map((value) => value === null));
    }
  });
});

describe('the table of findings', () => {
  it('is typed as its schema says', async () => {
    const file = join(folder, 'typed.parquet');
    writeFileSync(file, contentOf(small, 'findings.parquet'));
    const described = await engine.runAndReadAll(`DESCRIBE SELECT * FROM read_parquet('${file}')`);
    const types = new Map(described.getRowObjectsJson().map((row) => [row.column_name, row.column_type]));
    const expected = { string: 'VARCHAR', number: 'DOUBLE', integer: 'BIGINT', date: 'DATE' };
    expect([...types]).toEqual(FINDING_COLUMNS.map(({ name, type }) => [name, expected[type]]));
  });

  it('holds the very numbers of the model', async () => {
    const [headline] = await read(sampleReport, 'findings.parquet', 'read_parquet(FILE)');
    expect(headline).toMatchObject({
      as_of: '2026-08-08',
      asked_place: 'US',
      asked_level: 'lead',
      section: 'headline',
      status: 'modelled',
      value: 196_420,
      unit: 'USD/year',
      low: 181_200,
      high: 212_350,
      interval_level: 0.9,
      p10: 143_800,
      p90_high: 297_400,
      n: '43',
      employers: '17',
      sources: 'postings; lca; oews',
      grade: 'C',
      asked_n: '6',
    });
  });

  it('has no value in a column that says it always has one, and only the words it lists', () => {
    for (const [, report] of REPORTS) {
      for (const row of findingRows(report)) {
        const wrong = FINDING_COLUMNS.filter(({ of, mayBeEmpty, oneOf }) => {
          const value = of(row);
          return (value === null && !mayBeEmpty) || (oneOf !== undefined && !oneOf.includes(String(value)));
        });
        expect(wrong.map(({ name }) => name)).toEqual([]);
      }
    }
  });
});

it('a period of a year lasts from its first day to its last', () => {
  expect([firstDay('2024'), lastDay('2024')]).toEqual(['2024-01-01', '2024-12-31']);
  expect([firstDay('2024-02'), lastDay('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
  expect([firstDay('2025-05-03'), lastDay('2025-05-03')]).toEqual(['2025-05-03', '2025-05-03']);
});

describe('hostile texts', () => {
  const hostile = (text: string): Report => ({
    ...sampleReport,
    headline: { ...sampleReport.headline, statement: text },
  });

  it.each([
    '=HYPERLINK("https://evil.example","x")',
    '+1+cmd|calc',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\uff1d1+1',
    '\u200b=1+1',
    '  =1+1',
  ])('%j is a text to a spreadsheet', async (text) => {
    const [row] = await read(hostile(text), 'findings.csv', CSV);
    expect(String(row?.statement)).toMatch(/^'/);
  });

  it.each(['a "quoted", text', 'line\r\nbreak', 'nul \0 here', '\u202eturned', '\u001b[31mred'])(
    '%j stays in its cell',
    async (text) => {
      const rows = await read(hostile(text), 'findings.csv', CSV);
      expect(rows).toHaveLength(findingRows(hostile(text)).length);
      expect(String(rows[0]?.statement)).not.toMatch(/[\0\r\n\u202e\u001b]/);
      expect(rows[0]?.status).toBe('modelled');
    },
  );

  it('keeps a quoted sentence as it is', async () => {
    const text = 'Words to use: "About £95k, or €110k", says the report…';
    const [row] = await read(hostile(text), 'findings.csv', CSV);
    expect(row?.statement).toBe(text);
  });
});

describe('the list of advertised ranges', () => {
  it('is there only where the report lists some, each row with its source and licence', async () => {
    expect(reportPackageFile(thinReport, 'ranges.csv')).toBeNull();
    const listed = small.sections.overview.ranges?.rows ?? [];
    expect(listed.length).toBeGreaterThan(3);
    const rows = await read(small, 'ranges.csv', CSV);
    expect(rows.map(({ pay_low, pay_high, source }) => [Number(pay_low), Number(pay_high), source])).toEqual(
      listed.map(({ pay, source }) => [pay.low, pay.high, source]),
    );
    expect(rows.every(({ licence, source_name }) => licence !== null && source_name !== null)).toBe(true);
  });
});

describe('a report with own data', () => {
  it('has no files for others to see, and all of them for its owner', async () => {
    const report = await ownReport({ pay: ownOffers(20) });
    expect(hasOwnSource(report.sources)).toBe(true);
    expect(reportPackage(report)).toEqual([]);
    expect(packageContents(report)).toEqual([]);
    expect(reportPackageFile(report, 'findings.csv')).toBeNull();
    expect(reportPackage(report, { ownData: true }).length).toBeGreaterThanOrEqual(4);
  });
});

it('a report with an offer has no files for others to see', () => {
  expect(sampleReport.question.offer).not.toBeNull();
  expect(reportPackage(sampleReport)).toEqual([]);
  expect(reportPackage({ ...sampleReport, question: { ...sampleReport.question, offer: null } })).not.toEqual([]);
});

describe('the digest of a report', () => {
  it('is that of report.json, and another for another number', () => {
    const listed = JSON.parse(contentOf(small, 'datapackage.json').toString()).resources[0];
    expect(listed).toMatchObject({ path: 'report.json', hash: reportDigest(small) });
    expect(contentOf(small, 'report.json').toString()).toBe(reportJson(small));
    const changed = structuredClone(small);
    expect(reportDigest(changed)).toBe(reportDigest(small));
    expect(reportDigest({ ...changed, method: { ...changed.method, version: '9' } })).not.toBe(reportDigest(small));
  });
});

describe('the rules of the standard', () => {
  const good = JSON.parse(contentOf(small, 'datapackage.json').toString());
  const files = new Map(reportPackage(small).map(({ path, content }) => [path, content]));
  const faultsOf = (change: (descriptor: typeof good) => void): string[] => {
    const copy = structuredClone(good);
    change(copy);
    return dataPackageFaults(copy, files);
  };

  it.each<[string, (descriptor: typeof good) => void]>([
    ['another profile', (d) => Object.assign(d, { $schema: 'https://example.org' })],
    ['a name with spaces', (d) => Object.assign(d, { name: 'Going Rate' })],
    ['a version that is a date', (d) => Object.assign(d, { version: '2026-08-08' })],
    ['a date for a time', (d) => Object.assign(d, { created: '2026-08-08' })],
    ['no resources', (d) => Object.assign(d, { resources: [] })],
    ['a wrong size', (d) => Object.assign(d.resources[0], { bytes: 1 })],
    ['a wrong hash', (d) => Object.assign(d.resources[1], { hash: 'sha256:00' })],
    [
      'a path out of the folder',
      (d) => Object.assign(d.resources[1], { path: '../x.csv', bytes: undefined, hash: 'sha256:' }),
    ],
    ['an unknown type', (d) => Object.assign(d.resources[1].schema.fields[0], { type: 'text' })],
    ['a key that is no field', (d) => Object.assign(d.resources[1].schema, { primaryKey: ['nothing'] })],
    ['two fields of one name', (d) => d.resources[1].schema.fields.push(d.resources[1].schema.fields[0])],
    ['a licence without a name', (d) => d.licenses.push({ title: 'x' })],
    ['an empty source', (d) => d.sources.push({})],
  ])('refuse %s', (_what, change) => expect(faultsOf(change)).toHaveLength(1));
});
