import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RowOf } from '../../query/tables.js';
import type { Workshop } from '../port.js';
import { openWorkshop } from './workshop.js';

let directory: string;
let workshop: Workshop;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'goingrate-workshop-'));
  workshop = await openWorkshop();
});
afterAll(async () => {
  await workshop.close();
  await rm(directory, { recursive: true });
});

async function file(name: string, content: string | Buffer): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, content);
  return path;
}

describe('reading publishers’ text files', () => {
  const TEXT = '\uFEFF"Job, title",code,n\r\n"say ""hi"", twice",007,\r\n"two\nlines","",1e3\r\n NA ,null,-\r\n';
  const ROWS = [
    { n: null, 'Job, title': 'say "hi", twice', code: '007' },
    { n: '1e3', 'Job, title': 'two\nlines', code: null },
    { n: '-', 'Job, title': ' NA ', code: 'null' },
  ];

  it('keeps every value as text, in file order, plain or compressed', async () => {
    const paths = [await file('plain.csv', TEXT), await file('packed.csv.gz', gzipSync(TEXT))];
    const rows = await workshop.readRaw(paths, ['n', 'Job, title', 'code'], { format: 'csv' });
    expect(rows).toEqual([...ROWS, ...ROWS]);
  });

  it('keeps the order of long files', async () => {
    const lines = Array.from({ length: 300_000 }, (_, index) => `${index},${'x'.repeat(20)}`);
    const path = await file('long.csv', `id,text\n${lines.join('\n')}\n`);
    const rows = await workshop.readRaw([path], ['id'], { format: 'csv' });
    expect(rows.length).toBe(300_000);
    expect(rows.findIndex(({ id }, index) => id !== String(index))).toBe(-1);
  });

  it('takes quotation marks for ordinary characters where told so', async () => {
    const path = await file('tabs.tsv', 'id\ttext\n1\tthe "best\n2\t"\n');
    const rows = await workshop.readRaw([path], ['text'], { format: 'csv', delimiter: '\t', quoted: false });
    expect(rows).toEqual([{ text: 'the "best' }, { text: '"' }]);
  });

  it('finds columns by name in each file', async () => {
    const paths = [await file('ab.csv', 'a,b\n1,2\n'), await file('ba.csv', 'b,a\n4,3\n')];
    expect(await workshop.readRaw(paths, ['a', 'b'], { format: 'csv' })).toEqual([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
    ]);
  });

  it('pads short records where told so, and still refuses long ones', async () => {
    const path = await file('notes.csv', 'a,b\n"1\n2",3\n"Note: estimates, rounded"\n');
    expect(await workshop.readRaw([path], ['a', 'b'], { format: 'csv', padded: true })).toEqual([
      { a: '1\n2', b: '3' },
      { a: 'Note: estimates, rounded', b: null },
    ]);
    const long = await file('long-record.csv', 'a,b\n1,2,3\n');
    const refused = workshop.readRaw([long], ['a'], { format: 'csv', padded: true });
    await expect(refused).rejects.toMatchObject({ code: 'SOURCE_UNREADABLE' });
  });

  it('has no rows for a file with a header alone', async () => {
    expect(await workshop.readRaw([await file('bare.csv', 'a,b\n')], ['a'], { format: 'csv' })).toEqual([]);
  });

  it.each([
    ['a missing column', 'SOURCE_COLUMN_MISSING', 'a,b\n1,2\n', /refused\.csv has no column 'wage'/],
    [
      'a column that is there twice',
      'SOURCE_COLUMN_TWICE',
      'wage,wage\n1,2\n',
      /refused\.csv has more than one column 'wage'/,
    ],
    ['a short record', 'SOURCE_UNREADABLE', 'wage,b\n1,2\n3\n', /Line: 3 \(expected number of columns: 2 found: 1\)/],
    ['a long record', 'SOURCE_UNREADABLE', 'wage,b\n1,2\n3,4,5\n', /refused\.csv cannot be read/],
    ['bytes that are no UTF-8', 'SOURCE_UNREADABLE', Buffer.from('wage,b\n\xff\xfe,1\n', 'latin1'), /refused\.csv/],
    ['nothing in it', 'SOURCE_EMPTY', '', /refused\.csv has no header/],
  ])('refuses a file with %s', async (_, code, content, message) => {
    const path = await file('refused.csv', content);
    await expect(workshop.readRaw([path], ['wage'], { format: 'csv' })).rejects.toMatchObject({
      name: 'SourceError',
      code,
      message: expect.stringMatching(message),
    });
  });

  it('refuses a broken archive and a file that is not there', async () => {
    const broken = await file('broken.csv.gz', gzipSync(TEXT).subarray(0, 30));
    await expect(workshop.readRaw([broken], ['n'], { format: 'csv' })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    });
    const absent = workshop.readRaw([join(directory, 'absent.csv')], ['n'], { format: 'csv' });
    await expect(absent).rejects.toMatchObject({ code: 'SOURCE_MISSING' });
  });
});

describe('reading publishers’ Parquet files', () => {
  it('prints every type as text', async () => {
    const path = join(directory, 'types.parquet');
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    await connection.run(
      `COPY (SELECT 2::DOUBLE AS whole, 0.1::DOUBLE AS part, 1e15::DOUBLE AS large, 1.5::FLOAT AS short, 7 AS "the ""n""",
        DATE '2026-07-20' AS day, true AS flag, ['a', 'b"c'] AS list, '' AS blank, NULL::VARCHAR AS absent,
        9007199254740993 AS exact, 12.50::DECIMAL(9, 2) AS money) TO '${path}' (FORMAT parquet)`,
    );
    connection.closeSync();
    instance.closeSync();
    const columns = [
      'whole',
      'part',
      'large',
      'short',
      'the "n"',
      'day',
      'flag',
      'list',
      'blank',
      'absent',
      'exact',
      'money',
    ] as const;
    expect(await workshop.readRaw([path], columns, { format: 'parquet' })).toEqual([
      {
        whole: '2',
        part: '0.1',
        large: '1000000000000000',
        short: '1.5',
        'the "n"': '7',
        day: '2026-07-20',
        flag: 'true',
        list: '["a","b\\"c"]',
        blank: null,
        absent: null,
        exact: '9007199254740993',
        money: '12.50',
      },
    ]);
    await expect(workshop.readRaw([path], ['nope'], { format: 'parquet' })).rejects.toMatchObject({
      code: 'SOURCE_COLUMN_MISSING',
    });
  });
});

describe('writing tables', () => {
  /** Ties in every sort column, and more rows than one row group. */
  const ROWS = Array.from({ length: 50_000 }, (_, index): RowOf<'parameters'> => {
    return {
      source: 'test',
      name: `name ${index % 50}`,
      value: 0.5,
      n: index % 1000,
      note: `Note ${index % 9}`,
    };
  });

  it('writes the same bytes whatever the order of the rows and the number of threads', async () => {
    const reference = await workshop.writeTable(join(directory, 'reference'), 'parameters', 'test', ROWS);
    const content = await readFile(join(directory, 'reference', reference.path));
    expect(reference).toEqual({
      path: 'parameters/test.parquet',
      table: 'parameters',
      source: 'test',
      rows: 50_000,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    for (const threads of [1, 2, 4]) {
      // 7919 is prime to the number of rows, so this is a permutation.
      const shuffled = ROWS.map((_, index) => ROWS[(index * 7919 + threads) % ROWS.length]!);
      const other = await openWorkshop({ threads });
      const written = await other.writeTable(join(directory, `threads-${threads}`), 'parameters', 'test', shuffled);
      await other.close();
      expect(written.sha256).toBe(reference.sha256);
    }
  });

  it('writes several tables at the same time, and tables without rows', async () => {
    const target = join(directory, 'parallel');
    const links = [{ source: 'x', currency: 'EUR', month: '2026-01-01', perUsd: 1 }];
    const written = await Promise.all([
      workshop.writeTable(target, 'exchangeRates', 'a', links),
      workshop.writeTable(target, 'exchangeRates', 'b', []),
      workshop.writeTable(target, 'parameters', 'a', ROWS.slice(0, 10)),
    ]);
    expect(written.map(({ path, rows }) => `${path} ${rows}`)).toEqual([
      'exchange-rates/a.parquet 1',
      'exchange-rates/b.parquet 0',
      'parameters/a.parquet 10',
    ]);
  });

  const SERIES: RowOf<'series'> = { source: 'test', series: 's', month: '2025-01-01', value: 1, n: null };
  it.each([
    ['value', Number.NaN, 'NaN: expected a finite number'],
    ['value', '1', '"1": expected a finite number'],
    ['value', null, 'null: expected a finite number'],
    ['n', 1.5, '1.5: expected a whole number that double precision holds exactly or null'],
    ['n', 2 ** 53, '9007199254740992: expected a whole number'],
    ['n', undefined, 'undefined: expected a whole number'],
    ['month', '2025-02-30', '"2025-02-30": expected a date as YYYY-MM-DD'],
    ['month', '2025-1-1', '"2025-1-1": expected a date'],
    ['series', 'a\0b', '"a\\u0000b": expected text'],
    ['series', '\uD800', '"\\ud800": expected text'],
  ])('refuses %s = %j, naming table, column and row', async (column, value, message) => {
    const rows = [SERIES, { ...SERIES, [column]: value }];
    await expect(workshop.writeTable(join(directory, 'refused'), 'series', 'test', rows)).rejects.toMatchObject({
      code: 'INVALID_ROW',
      message: expect.stringContaining(`series.${column} of row 1 is ${message}`),
    });
  });

  it('refuses columns that the table lacks and sources that cannot name a file', async () => {
    const surplus = [{ ...SERIES, colour: 'red' }];
    await expect(workshop.writeTable(directory, 'series', 'test', surplus)).rejects.toThrow("has a column 'colour'");
    await expect(workshop.writeTable(directory, 'series', '../test', [])).rejects.toMatchObject({
      code: 'INVALID_SOURCE',
    });
  });

  it('leaves the old file as it was, and nothing else, when a write fails', async () => {
    const target = join(directory, 'kept');
    const first = await workshop.writeTable(target, 'series', 'test', [SERIES]);
    const bad = { ...SERIES, value: Number.POSITIVE_INFINITY };
    await expect(workshop.writeTable(target, 'series', 'test', [bad])).rejects.toMatchObject({ code: 'INVALID_ROW' });
    expect(await readdir(join(target, 'series'))).toEqual(['test.parquet']);
    const content = await readFile(join(target, first.path));
    expect(createHash('sha256').update(content).digest('hex')).toBe(first.sha256);
  });

  it('is not misled by what an interrupted write left behind', async () => {
    const target = join(directory, 'interrupted');
    await mkdir(join(target, 'series'), { recursive: true });
    await writeFile(join(target, 'series', 'test.parquet.unfinished'), 'half a table');
    await workshop.writeTable(target, 'series', 'test', [SERIES]);
    expect(await readdir(join(target, 'series'))).toEqual(['test.parquet']);
  });
});
