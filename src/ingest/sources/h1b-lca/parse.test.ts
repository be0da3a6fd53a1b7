import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { DISCLOSURE_COLUMNS } from './disclosure.js';
import { parseFilings } from './parse.js';

const FOLDER = 'h1b-lca-fy2024-one-quarter';
let workshop: Workshop;
let root: string;

beforeAll(async () => {
  workshop = await openWorkshop({ threads: 1 });
  root = await mkdtemp(join(tmpdir(), 'lca-'));
  await mkdir(join(root, FOLDER));
});

afterAll(async () => {
  await workshop.close();
  await rm(root, { recursive: true });
});

type Row = readonly (string | number | Date | null)[];

async function writeQuarter(quarter: string, columns: readonly string[], ...rows: readonly Row[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(`LCA_${quarter}`);
  sheet.addRow([...columns, 'EMPLOYER_POC_EMAIL']);
  for (const row of rows) sheet.addRow([...row, 'someone@example.com']);
  await workbook.xlsx.writeFile(join(root, FOLDER, `LCA_Disclosure_Data_${quarter}.xlsx`));
}

const row = (number: string, wage: number | string): Row => [
  number,
  'Certified',
  new Date(Date.UTC(2025, 2, 10)),
  'Y',
  'Acme, Inc.',
  'Senior Welder',
  '98-2011.00',
  'Welders',
  wage,
  'Year',
  'CA',
];

describe('parseFilings', () => {
  it('reads every quarter there is, each application once, and nothing of the persons', async () => {
    await writeQuarter('FY2025_Q1', DISCLOSURE_COLUMNS, row('I-1', 95_000), row('I-2', '$96,000.00'));
    await writeQuarter(
      'FY2025_Q2',
      [...DISCLOSURE_COLUMNS].reverse(),
      [...row('I-2', 96_000)].reverse(),
      [...row('I-3', 97_000)].reverse(),
    );
    const set = await parseFilings(new RawReader(root, workshop));
    expect(set.filings.map(({ wage, received }) => [wage, received])).toEqual([
      [95_000, '2025-03-10'],
      [96_000, '2025-03-10'],
      [97_000, '2025-03-10'],
    ]);
    expect(set.rowsIn).toBe(4);
    expect(JSON.stringify(set)).not.toContain('someone@');
  });

  it('names the column that a quarter lacks', async () => {
    await writeQuarter(
      'FY2025_Q3',
      DISCLOSURE_COLUMNS.filter((column) => column !== 'WORKSITE_STATE'),
      row('I-4', 1).slice(0, -1),
    );
    await expect(parseFilings(new RawReader(root, workshop))).rejects.toThrow(/FY2025_Q3.*WORKSITE_STATE/);
  });
});
