import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, theRow, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import type { SourceReading } from '../../connector.js';
import { RawReader } from '../../raw-reader.js';
import { caWages } from './connector.js';
import { normalizeWages } from './normalize.js';
import { parseWages, type WageRecord } from './parse.js';
import { provinceOf } from './provinces.js';

const WAGE: WageRecord = {
  edition: 2030,
  code: '99111',
  title: 'loom hands',
  region: 'ER35',
  regionName: 'Ontario',
  low: '20',
  quartile1: '25.5',
  median: '30',
  quartile3: '40',
  high: '60',
  average: '33',
  basis: 'Labour Force Survey',
  period: '2028-2029',
  annual: '0',
};
const NONE = { low: null, quartile1: null, median: null, quartile3: null, high: null, average: null };
const wages = (...records: Partial<WageRecord>[]) =>
  normalizeWages({ wages: records.map((record) => ({ ...WAGE, ...record })), matched: 0 });

describe('normalizeWages', () => {
  it('keeps the publisher unit and says what low and high are', () => {
    expect(wages({}).tables.earnings).toMatchObject([
      {
        place: 'CA-35',
        code: '99111',
        label: 'Loom hands',
        year: 2030,
        unit: 'hour',
        currency: 'CAD',
        population:
          'employees, p10 and p90 being the low and high wage of the 2030 edition; Labour Force Survey 2028-2029',
        p10: 20,
        p25: 25.5,
        p50: 30,
        p75: 40,
        p90: 60,
        mean: 33,
        borrowedFrom: null,
      },
    ]);
    expect(wages({ annual: '1' }).tables.earnings).toMatchObject([{ unit: 'year' }]);
    expect(() => wages({ annual: 'no' })).toThrow(/annual flag/);
  });

  it('names the province that a region repeats', () => {
    const reading = wages(
      {},
      { region: 'ER3510' },
      { region: 'ER3520', ...NONE, low: '20', median: '30', high: '60' },
      { region: 'ER3530', high: '61' },
    );
    expect(reading.tables.earnings!.map(({ place, borrowedFrom }) => [place, borrowedFrom])).toEqual([
      ['CA-35', null],
      ['CA-3510', 'CA-35'],
      ['CA-3520', 'CA-35'],
      ['CA-3530', null],
    ]);
  });

  it('leaves out what cannot be told from its province, is not published or stands twice', () => {
    const reading = wages({ region: 'ER4610' }, { region: 'ER24', ...NONE }, { region: 'ER00' }, { region: 'ER00' });
    expect(reading.tables.earnings!.map(({ place }) => place)).toEqual(['CA']);
    expect(reading.excluded.map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(reading).toMatchObject({ rowsIn: 4, rowsKept: 1 });
  });

  it('counts the figures whose codes a language model matched', () => {
    const reading = normalizeWages({ wages: [WAGE], matched: 2 });
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1, excluded: [{ count: 2 }] });
  });
});

describe('provinceOf', () => {
  it('finds the province of a region and none of an undivided one', () => {
    const places = ['CA', 'CA-35', 'CA-3530', 'CA-1110', 'CA-6110'];
    expect(places.map(provinceOf)).toEqual([null, null, 'CA-35', null, null]);
  });
});

describe("the publisher's own file", () => {
  let root: string;
  let workshop: Workshop;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'wages-'));
    workshop = await openWorkshop({ threads: 1 });
    await mkdir(join(root, 'ca-wages'));
  });

  afterAll(async () => {
    await workshop.close();
    await rm(root, { recursive: true });
  });

  const write = (code: string) =>
    writeFile(
      join(root, 'ca-wages', 'x-das-wage2030opendata-esdc-all-vf.csv'),
      `\ufeffNOC_CNP,NOC_Title_eng,NOC_Title_fra,prov,ER_Code_Code_RE,ER_Name,Nom_RE,Low_Wage_Salaire_Minium,Median_Wage_Salaire_Median,High_Wage_Salaire_Maximal,Average_Wage_Salaire_Moyen,Quartile1_Wage_Salaire_Quartile1,Quartile3_Wage_Salaire_Quartile3,Data_Source_E,Data_Source_F,Reference_Period,Revision_Date_Date_revision,Annual_Wage_Flag_Salaire_annuel,Wage_Comment_E\n${code},Loom hands,Tisserands,NAT,ER00,Canada,Canada,20,30,60,33,25.5,40,Labour Force Survey,EPA,2028-2029,2030-11-19,0,\n`,
    );

  it('is read whole, its edition taken from its name', async () => {
    await write('NOC_99111');
    const reading = normalizeWages(await parseWages(new RawReader(root, workshop)));
    expect(reading.tables.earnings).toMatchObject([{ code: '99111', year: 2030, place: 'CA', p25: 25.5, p75: 40 }]);
    expect(reading.rowsIn).toBe(1);
  });

  it('is refused when its codes are of another form', async () => {
    await write('99111');
    await expect(parseWages(new RawReader(root, workshop))).rejects.toThrow(/NOC_21211/);
  });
});

describeNeeding(['data'], 'ca-wages on the published files', () => {
  let reading: SourceReading;
  const rows = () => reading.tables.earnings!;
  const of = (year: number, code: string, place: string) => theRow(rows(), { year, code, place });

  it('accounts for every figure and has no ties', async () => {
    reading = await readSharedSource(caWages);
    expect(accountedFor(reading)).toBe(reading.rowsIn);
    expect(reading.excluded.find(({ reason }) => reason.includes('language model'))?.count).toBe(2 * 11_448);
    expect(reading.excluded.find(({ reason }) => reason.includes('another old code'))?.count).toBe(43);
    expect(tiedRows('earnings', rows())).toEqual([]);
  });

  it('gives the published figures', () => {
    const all = ({ p10, p25, p50, p75, p90 }: ReturnType<typeof of>) => [p10, p25, p50, p75, p90];
    expect(all(of(2025, '21231', 'CA'))).toEqual([35, 43.75, 56.49, 72.12, 91.35]);
    expect(all(of(2025, '21232', 'CA'))).toEqual([30, 38.46, 48.08, 60.67, 76.92]);
    expect([of(2025, '21234', 'CA').p50, of(2025, '21311', 'CA').p50]).toEqual([38.46, 52.5]);
    expect([of(2025, '21231', 'CA-3530').p50, of(2025, '21231', 'CA-59').p50]).toEqual([56.49, 62.5]);
    expect(all(of(2024, '21211', 'CA'))).toEqual([29.74, null, 44.1, null, 64.9]);
    expect(all(of(2024, '20012', 'CA'))).toEqual([42.41, null, 63.31, null, 96.63]);
  });

  it('knows medians of as many areas as are published', () => {
    const areas = ['21231', '21232', '21234', '21311'].map(
      (code) => rows().filter((row) => row.year === 2025 && row.code === code).length,
    );
    expect(areas).toEqual([52, 57, 54, 47]);
    expect(
      new Set(
        rows()
          .filter(({ year }) => year === 2024)
          .map(({ code }) => code),
      ).size,
    ).toBe(447);
  });

  it('knows that Ottawa and Laval have the figures of their provinces', () => {
    expect(of(2025, '21231', 'CA-3510').borrowedFrom).toBe('CA-35');
    expect(of(2025, '21231', 'CA-2445').borrowedFrom).toBe('CA-24');
    expect(of(2025, '21231', 'CA-24').borrowedFrom).toBeNull();
  });
});
