import { expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import {
  accountedFor,
  readSharedSource,
  theRow,
  tiedRows,
  withSharedData,
} from '../../../../test/fixtures/read-shared-source.js';
import type { SourceReading } from '../../connector.js';
import { onsAshe } from './connector.js';
import { normalizeAshe } from './normalize.js';
import { parseAshe, parseAsheWorkbook } from './parse.js';

describeNeeding(['data'], 'ons-ashe on the published files', () => {
  let reading: SourceReading;
  const rows = () => reading.tables.earnings!;
  const fullTime = (year: number) =>
    rows().filter((row) => row.year === year && row.population.startsWith('full-time employees in the same job'));

  it('accounts for every line and has no ties', async () => {
    reading = await readSharedSource(onsAshe);
    expect(accountedFor(reading)).toBe(reading.rowsIn);
    expect(tiedRows('earnings', rows())).toEqual([]);
  });

  it('gives the published figures of 2024', () => {
    const taxonomy = 'UK SOC 2020';
    const of = (code: string) => theRow(fullTime(2024), { taxonomy, code });
    expect(of('2134')).toMatchObject({
      jobs: 320_000,
      p10: 31_628,
      p25: 40_023,
      p50: 54_669,
      p75: 70_478,
      p90: 93_824,
    });
    expect(of('2134')).toMatchObject({ mean: 63_363, unit: 'year', currency: 'GBP', place: 'GB', borrowedFrom: null });
    const medians = ['2133', '2135', '2132', '3544', '2433', '1137'].map((code) => of(code).p50);
    expect(medians).toEqual([54_905, 48_538, 54_997, 34_892, 55_138, 86_033]);
    expect(of('all').p50).toBe(37_430);
    expect(of('2134').medianRsePercent).toBeLessThan(5);
  });

  it('knows medians and high percentiles of as many unit groups as are published', () => {
    const unitGroups = (year: number) => fullTime(year).filter(({ code }) => /^\d{4}$/.test(code));
    const known = (figure: 'p10' | 'p25' | 'p50' | 'p75' | 'p90') =>
      unitGroups(2024).filter((row) => row[figure] !== null).length;
    expect([known('p10'), known('p25'), known('p50'), known('p75'), known('p90')]).toEqual([200, 302, 381, 212, 31]);
    expect([2023, 2022].map((year) => unitGroups(year).filter(({ p50 }) => p50 !== null).length)).toEqual([329, 354]);
  });

  it('keeps the classification of 2021 apart from the later one', () => {
    expect(new Set(fullTime(2021).map(({ taxonomy }) => taxonomy))).toEqual(new Set(['UK SOC 2010']));
    const programmers = theRow(fullTime(2021), { code: '2136' });
    expect(programmers.label).toMatch(/programmers/i);
    expect(theRow(fullTime(2022), { code: '2134' }).label).toMatch(/programmers/i);
  });

  it('keeps people of all working hours apart', () => {
    const it2025 = rows().filter(({ year }) => year === 2025);
    expect(it2025).toHaveLength(6);
    expect(theRow(it2025, { code: '2134' })).toMatchObject({ p50: 55_587, p90: 101_172, medianRsePercent: 3 });
    for (const { population } of it2025) expect(population).toMatch(/full- and part-time.*provisional/);
    const revised = rows().filter(({ population }) => population.endsWith('revised'));
    expect(new Set(revised.map(({ unit, year }) => `${unit} ${year}`)).size).toBe(4);
    expect(Math.abs(theRow(revised, { code: '2134', year: 2024 }).p50! * 12 - 53_364)).toBeLessThanOrEqual(6);
  });

  it('gives regions only for all occupations together', () => {
    const regions = rows().filter(({ population }) => population.includes('comparing regions only'));
    expect(new Set(regions.map(({ code }) => code))).toEqual(new Set(['all']));
    expect(theRow(regions, { place: 'GB-E12000007' })).toMatchObject({ placeName: 'London', p50: 44_370 });
    expect([theRow(regions, { place: 'GB' }).p50, theRow(regions, { place: 'GB-E12000001' }).p50]).toEqual([
      34_963, 31_200,
    ]);
  });

  it("reads the publisher's own workbooks to the same rows", async () => {
    const { cells, workbooks } = await withSharedData(async (raw) => ({
      cells: (await parseAshe(raw)).lines.filter(({ year, sheet }) => year === 2024 && sheet === 'Full-Time'),
      workbooks: [
        ...(await parseAsheWorkbook(raw, 'ashe_table14_7a_2024_provisional.xlsx')),
        ...(await parseAsheWorkbook(raw, 'ashe_table14_7b_2024_provisional_cv.xlsx')),
      ],
    }));
    const rest = { regions: [], revised: null, it2025: null };
    const fromWorkbooks = normalizeAshe({ lines: workbooks, ...rest });
    expect(fromWorkbooks.tables.earnings!.length).toBeGreaterThan(500);
    expect(fromWorkbooks.tables).toEqual(normalizeAshe({ lines: cells, ...rest }).tables);
  });
});
