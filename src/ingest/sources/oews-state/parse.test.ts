import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import { RawReader } from '../../raw-reader.js';
import { oewsState } from './connector.js';

let workshop: Workshop;
let root: string;

beforeAll(async () => {
  workshop = await openWorkshop({ threads: 1 });
  root = await mkdtemp(join(tmpdir(), 'oews-state-'));
  await mkdir(join(root, 'bls-oews-state'));
});

afterAll(async () => {
  await workshop.close();
  await rm(root, { recursive: true });
});

const COLUMNS =
  'AREA AREA_TITLE O_GROUP OCC_CODE OCC_TITLE TOT_EMP EMP_PRSE LOC_QUOTIENT A_MEAN MEAN_PRSE A_PCT10 A_PCT25 A_MEDIAN A_PCT75 A_PCT90';

async function writeYear(year: number, ...rows: readonly (readonly (string | number)[])[]): Promise<void> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(`state_M${year}_dl`);
  sheet.addRow(COLUMNS.split(' '));
  for (const row of rows) sheet.addRow([...row]);
  workbook.addWorksheet('Field Descriptions').addRow(['Field', 'Meaning']);
  await workbook.xlsx.writeFile(join(root, 'bls-oews-state', `state_M${year}_dl.xlsx`));
}

const read = () => oewsState.read({ raw: new RawReader(root, workshop) } as never);

describe('state workbooks', () => {
  it('are read with their marks and sampling errors, a later year too', async () => {
    const welders = ['99-1011', 'Welders'];
    await writeYear(
      2024,
      ['06', 'California', 'total', '00-0000', 'All', 1000, 0.5, 1, 60_000, 0.4, 1, 2, 3, 4, 5],
      ['06', 'California', 'detailed', ...welders, 830, 4.1, 1.35, 190_000, 1.2, 80_000, 120_000, 170_000, '#', '#'],
    );
    await writeYear(2025, [
      '72',
      'Puerto Rico',
      'detailed',
      ...welders,
      '**',
      '**',
      '**',
      '*',
      '*',
      '*',
      '*',
      '*',
      '*',
      '*',
    ]);
    await writeYear(2026, ['6', 'California', 'detailed', ...welders, 840, 4, 1.3, 1, 1, 1, 1, 1, 1, 1]);

    const reading = await read();
    expect(reading).toMatchObject({
      newest: '2026-05-31',
      vintage: 'May 2024 to May 2026',
      rowsIn: 4,
      rowsKept: 3,
    });
    expect(reading.tables.official).toMatchObject([
      {
        place: 'US-CA',
        year: 2024,
        jobs: 830,
        jobsRsePercent: 4.1,
        p50: 170_000,
        p75: null,
        topCode: 239_200,
        cappedFrom: 75,
      },
      { place: 'US-PR', year: 2025, jobs: null, mean: null, p50: null, cappedFrom: null, locationQuotient: null },
      { place: 'US-CA', year: 2026, jobs: 840 },
    ]);
  });

  it('are asked for where a year is missing', async () => {
    await rm(join(root, 'bls-oews-state', 'state_M2025_dl.xlsx'));
    await expect(read()).rejects.toThrow(/May 2025, 'bls-oews-state\/state_M2025_dl\.xlsx'/);
  });

  it('are refused with a mark for a cap that nobody knows', async () => {
    await writeYear(2025, ['06', 'California', 'detailed', '99-1011', 'Welders', 1, 1, 1, 1, 1, 1, 1, 1, 1, '#']);
    await expect(read()).rejects.toThrow(/2025 has a capped figure/);
  });
});

describeNeeding(['data'], 'the copy of the state tables', () => {
  it('holds the states of May 2024 and May 2025', async () => {
    const reading = await oewsState.read({ raw: new RawReader(sharedData!, workshop) } as never);
    expect(reading).toMatchObject({ rowsIn: 70_650, rowsKept: 70_650, vintage: 'May 2024 and May 2025' });
    expect(new Set(reading.tables.official!.map(({ place }) => place)).size).toBe(51);
  });
});
