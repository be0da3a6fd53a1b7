import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSheet, readWorkbook } from './workbook.js';

let folder: string;
let path: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
  path = join(folder, 'wages.xlsx');
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Notes').addRow(['About these tables']);
  const wages = workbook.addWorksheet('May 2025');
  wages.addRow(['Table 1: wages by occupation']);
  wages.addRow([]);
  wages.addRow(['Code', ' Mean ', 'Published', 'Note']);
  wages.addRow([
    '15-2051',
    0.1 + 0.2,
    new Date('2026-04-01T00:00:00Z'),
    { richText: [{ text: 'two ' }, { text: 'runs' }] },
  ]);
  wages.addRow([
    '15-1252',
    { formula: 'B4*2', result: 240000 },
    null,
    { text: 'a link', hyperlink: 'https://example.org' },
  ]);
  await workbook.xlsx.writeFile(path);
});

afterAll(() => rm(folder, { recursive: true }));

describe('readSheet', () => {
  it('finds the header below other rows and gives every value as text', async () => {
    const request = { path, shown: 'wages.xlsx', columns: ['Mean', 'Code', 'Published', 'Note'] } as const;
    const records = await readSheet({ ...request, sheet: 'May 2025' });
    expect(records).toEqual([
      { Mean: '0.30000000000000004', Code: '15-2051', Published: '2026-04-01', Note: 'two runs' },
      { Mean: '240000', Code: '15-1252', Published: null, Note: 'a link' },
    ]);
    expect(await readSheet({ ...request, sheet: /^May \d{4}$/ })).toEqual(records);
  });

  it('names the sheets there are when the one wanted has moved', async () => {
    await expect(readSheet({ path, shown: 'wages.xlsx', sheet: 'May 2026', columns: ['Code'] })).rejects.toMatchObject({
      code: 'SOURCE_SHEET_MISSING',
      message: expect.stringContaining("no sheet 'May 2026'; its sheets are 'Notes', 'May 2025'"),
    });
  });

  it('names the column that the header lacks', async () => {
    const request = { path, shown: 'wages.xlsx', sheet: 'May 2025' } as const;
    await expect(readSheet({ ...request, columns: ['Code', 'Median'] })).rejects.toMatchObject({
      code: 'SOURCE_COLUMN_MISSING',
      message: expect.stringContaining("'Median'"),
    });
  });

  it('says of a file that is no workbook that it is none', async () => {
    const text = join(folder, 'wages.csv');
    await writeFile(text, 'Code,Mean\n');
    await expect(readSheet({ path: text, shown: 'wages.csv', sheet: 'x', columns: ['Code'] })).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
    });
  });
});

describe('readWorkbook', () => {
  it('gives sheets in order and rows under Excel’s numbers', async () => {
    const seen: string[] = [];
    for await (const { name, rows } of readWorkbook(path)) {
      for await (const { number, cells } of rows) seen.push(`${name} ${number} ${cells[0]}`);
    }
    expect(seen).toEqual([
      'Notes 1 About these tables',
      'May 2025 1 Table 1: wages by occupation',
      'May 2025 3 Code',
      'May 2025 4 15-2051',
      'May 2025 5 15-1252',
    ]);
  });
});
