import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { oewsNational } from './connector.js';
import { parseVintage, parseVintages } from './parse.js';

let workshop: Workshop;
let root: string;

beforeAll(async () => {
  workshop = await openWorkshop({ threads: 1 });
  root = await mkdtemp(join(tmpdir(), 'oews-'));
  await mkdir(join(root, 'bls-oews-national', 'xlsx'), { recursive: true });
});

afterAll(async () => {
  await workshop.close();
  await rm(root, { recursive: true });
});

const COLUMNS = [
  'OCC_CODE',
  'O_GROUP',
  'TOT_EMP',
  'EMP_PRSE',
  'A_MEAN',
  'MEAN_PRSE',
  'A_PCT10',
  'A_PCT25',
  'A_MEDIAN',
  'A_PCT75',
  'A_PCT90',
];

function columnsOf(year: number): string[] {
  const columns = year < 2019 ? COLUMNS.map((column) => column.replace('O_GROUP', 'OCC_GROUP')) : COLUMNS;
  return year === 2019 ? columns.map((column) => column.toLowerCase()) : columns;
}

async function writeYear(year: number): Promise<void> {
  const lines = [columnsOf(year).join(','), `99-1011,detailed,1200,2.5,61000,0.8,30000,41000,58000,80000,${year}`];
  await writeFile(join(root, 'bls-oews-national', `national_M${year}_dl.csv`), `${lines.join('\n')}\n`);
}

describe('parseVintages', () => {
  it('reads a year that nobody knew of from the workbook of the publisher, with words for it', async () => {
    for (let year = 2017; year <= 2025; year++) await writeYear(year);
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('national_M2026_dl');
    sheet.addRow(columnsOf(2026));
    sheet.addRow(['99-1011', 'detailed', 1300, 2.4, 63_000, 0.7, '*', '*', '*', '*', '*']);
    await workbook.xlsx.writeFile(join(root, 'bls-oews-national', 'xlsx', 'national_M2026_dl.xlsx'));

    const raw = new RawReader(root, workshop);
    const reading = await oewsNational.read({ raw } as never);
    expect(reading).toMatchObject({ newest: '2026-05-31', vintage: 'May 2017 to May 2026', rowsIn: 10, rowsKept: 10 });
    expect(reading.tables.official!.at(-1)).toMatchObject({
      year: 2026,
      taxonomy: 'SOC 2018',
      jobs: 1300,
      mean: 63_000,
      meanRsePercent: 0.7,
      p50: null,
    });
  });

  it('asks for a year that is missing in between', async () => {
    await rm(join(root, 'bls-oews-national', 'national_M2020_dl.csv'));
    await expect(parseVintages(new RawReader(root, workshop))).rejects.toThrow(/May 2020.*national_M2020_dl\.xlsx/);
    await writeYear(2020);
  });

  it('names the column that a workbook lacks', async () => {
    await writeFile(join(root, 'bls-oews-national', 'national_M2025_dl.csv'), 'OCC_CODE,O_GROUP\n99-1011,detailed\n');
    await expect(parseVintages(new RawReader(root, workshop))).rejects.toMatchObject({ code: 'SOURCE_COLUMN_MISSING' });
    await writeYear(2025);
  });
});

describeNeeding(['data'], 'national tables of the publisher', () => {
  it.each([2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025])(
    'gives for %i the same records of the workbook as of its copy as text',
    async (year) => {
      const raw = new RawReader(sharedData!, workshop);
      const copy = await parseVintage(raw, year, `bls-oews-national/national_M${year}_dl.csv`);
      const workbook = await parseVintage(raw, year, `bls-oews-national/xlsx/national_M${year}_dl.xlsx`);
      expect(workbook).toHaveLength(copy.length);
      expect(workbook.filter((record, index) => JSON.stringify(record) !== JSON.stringify(copy[index]))).toEqual([]);
    },
  );
});
