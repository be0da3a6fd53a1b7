import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop } from '../store/duckdb/workshop.js';
import type { Workshop } from '../store/port.js';
import type { Connector, ReadContext, SourceReading } from './connector.js';
import { optionalNumber, requiredCode, requiredDay, requiredText } from './fields.js';
import { GatheredRows } from './gathered-rows.js';
import { RawReader } from './raw-reader.js';
import { readSource } from './read-source.js';
import { buildReaders } from './readers.js';

let folder: string;
let workshop: Workshop;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-source-'));
  await mkdir(join(folder, 'pay'));
  workshop = await openWorkshop({ threads: 1 });
});

afterEach(async () => {
  await workshop.close();
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, text: string) => writeFile(join(folder, 'pay', name), text);
const reading: SourceReading = { tables: {}, rowsIn: 0, rowsKept: 0, excluded: [], newest: '2026-01-01' };

function read(read: (context: ReadContext) => Promise<unknown>, known?: string[]) {
  const connector = {
    id: 'pay',
    name: 'Pay',
    publisher: 'Office',
    address: 'https://www.example.org/',
    licence: 'Public domain',
    attribution: null,
    vintage: '2026',
    async read(context: ReadContext) {
      await read(context);
      return reading;
    },
  } as unknown as Connector;
  const raw = new RawReader(folder, workshop);
  if (known !== undefined) raw.expect(known);
  const readers = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => []);
  return readSource(connector, { raw, readers, gathered: new GatheredRows() });
}

describe('readSource', () => {
  it('accounts for the files and their columns', async () => {
    await put('a.csv', 'code,mean\n1,2\n');
    await put('b.csv', 'code,note\n1,x\n');
    const { source, columns } = await read(async ({ raw }) => {
      await raw.records('pay/a.csv', ['code']);
      await raw.records('pay/b.csv', ['code']);
    });
    expect(source.inputs.map(({ path }) => path)).toEqual(['pay/a.csv', 'pay/b.csv']);
    expect(columns).toEqual(['code', 'mean', 'note']);
  });

  it('names a renamed column with its likely new name', async () => {
    await put('a.csv', 'code,HOURLY_MEAN\n1,2\n');
    const renamed = read(({ raw }) => raw.records('pay/a.csv', ['code', 'H_MEAN']), ['code', 'H_MEAN']);
    await expect(renamed).rejects.toMatchObject({
      code: 'SOURCE_COLUMN_MISSING',
      message: expect.stringContaining("pay/a.csv has no column 'H_MEAN'; 'HOURLY_MEAN' is new."),
    });
  });

  it('names the file, row and value of a code that is not in the list', async () => {
    await put('a.csv', 'unit,mean\nYear,1\nMonth,2\n');
    await put('b.csv', 'unit,mean\nYear,1\nYear,2\nFortnight,3\n');
    const failing = read(async ({ raw }) => {
      const records = await raw.records(['pay/a.csv', 'pay/b.csv'], ['unit', 'mean']);
      for (const { unit } of records) requiredCode(unit, 'unit', ['Year', 'Month']);
    });
    await expect(failing).rejects.toMatchObject({
      code: 'SOURCE_VALUE',
      message: "pay/b.csv, row 4: column 'unit' holds 'Fortnight', which is none of Year, Month.",
    });
  });

  it.each<[string, (value: string | null) => unknown, string]>([
    ['a new mark', (value) => optionalNumber(value, 'mean', ['*']), "'~' where a number belongs"],
    ['no date', (value) => requiredDay(value, 'mean'), "'~' where a date belongs"],
  ])('finds %s under another case of the column', async (_, check, expected) => {
    await put('a.csv', 'MEAN\n1\n*\n~\n');
    const failing = read(async ({ raw }) => {
      const records = await raw.records('pay/a.csv', ['MEAN']);
      check(records[2]!.MEAN);
    });
    await expect(failing).rejects.toThrow(`pay/a.csv, row 4: column 'mean' holds ${expected}`);
  });

  it('finds an empty cell', async () => {
    await put('a.csv', 'code,mean\n1,1\n,2\n');
    const failing = read(async ({ raw }) => {
      for (const { code } of await raw.records('pay/a.csv', ['code', 'mean'])) requiredText(code, 'code');
    });
    await expect(failing).rejects.toThrow("pay/a.csv, row 3: column 'code' has an empty cell");
  });

  it('counts rows of a sheet as its workbook does, and names sheets that moved', async () => {
    const { Workbook } = createRequire(import.meta.url)('exceljs') as typeof import('exceljs');
    const workbook = new Workbook();
    workbook.addWorksheet('Notes').addRow(['nothing']);
    const sheet = workbook.addWorksheet('Table 7');
    sheet.addRows([['Pay in 2026'], ['unit', 'mean'], ['Year', 1], ['Fortnight', 2]]);
    await workbook.xlsx.writeFile(join(folder, 'pay', 'a.xlsx'));
    const failing = read(async ({ raw }) => {
      for (const { unit } of await raw.sheet('pay/a.xlsx', /Table/, ['unit'])) requiredCode(unit, 'unit', ['Year']);
    });
    await expect(failing).rejects.toThrow("pay/a.xlsx, row 4: column 'unit' holds 'Fortnight'");
    const moved = read(({ raw }) => raw.sheet('pay/a.xlsx', 'Table 6', ['unit']));
    await expect(moved).rejects.toThrow("pay/a.xlsx has no sheet 'Table 6'; its sheets are 'Notes', 'Table 7'.");
    const renamed = read(({ raw }) => raw.sheet('pay/a.xlsx', 'Table 7', ['unit', 'average']), ['unit', 'average']);
    await expect(renamed).rejects.toThrow("sheet 'Table 7', has no column 'average'; 'mean' is new.");
  });

  it('names the only file where a fault has no column', async () => {
    await put('a.csv', 'code\n1\n');
    const failing = read(async ({ raw }) => {
      const [record] = await raw.records('pay/a.csv', ['code']);
      requiredCode(`${record!.code}?`, 'kind', ['a']);
    });
    await expect(failing).rejects.toThrow("pay/a.csv: Column 'kind' holds '1?'");
  });

  it('leaves other failures as they are', async () => {
    await expect(read(() => Promise.reject(new TypeError('ours')))).rejects.toThrow(new TypeError('ours'));
  });

  it('refuses an account that does not add up', async () => {
    const connector = { id: 'x', read: async () => ({ ...reading, rowsIn: 3 }) } as unknown as Connector;
    const context = { raw: new RawReader(folder, workshop), gathered: new GatheredRows() } as never;
    await expect(readSource(connector, context)).rejects.toMatchObject({ code: 'ROWS_UNACCOUNTED' });
  });
});
