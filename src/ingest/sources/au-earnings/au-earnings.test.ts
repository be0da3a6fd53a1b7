import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import {
  accountedFor,
  readSharedSource,
  theRow,
  tiedRows,
  withSharedData,
} from '../../../../test/fixtures/read-shared-source.js';
import type { SourceReading } from '../../connector.js';
import { auEarnings } from './connector.js';
import { ANZSCO, normalizeAustralianEarnings } from './normalize.js';
import { parseProfileCopy, parseProfileWorkbook } from './parse.js';

const PROFILE = { code: '9911', title: 'Loom Hands', weekly: '2,500', hourly: '65' };
const MEAN = { year: '2030', anzsco4: '9911', title: 'Loom hands', sex: 'total', mean_aud_month: '11000' };

describe('normalizeAustralianEarnings', () => {
  it('keeps weeks and hours apart and never makes a year of them', () => {
    const reading = normalizeAustralianEarnings({
      profiles: [{ ...PROFILE, code: null }, PROFILE, { ...PROFILE, code: '991111', weekly: 'N/A', hourly: 'N/A' }],
      means: [],
      tax: null,
    });
    expect(reading.tables.earnings!.map(({ code, unit, p50, mean }) => [code, unit, p50, mean])).toEqual([
      ['all', 'week', 2500, null],
      ['all', 'hour', 65, null],
      ['9911', 'week', 2500, null],
      ['9911', 'hour', 65, null],
    ]);
    expect(reading.excluded).toEqual([{ reason: 'six digits, never with earnings', count: 2 }]);
  });

  it('tells three versions of the classification apart', () => {
    const tax = {
      data: {
        occupations: {
          '991111': {
            title: 'Loom hand',
            n_individuals: 12,
            taxable_income: { mean_aud_year: 3, median_aud_year: 4 },
            salary_or_wage_income: { mean_aud_year: 1.5, median_aud_year: 2 },
          },
        },
      },
    };
    const { earnings } = normalizeAustralianEarnings({ profiles: [PROFILE], means: [MEAN], tax }).tables;
    expect(earnings!.map(({ taxonomy, unit }) => [taxonomy, unit])).toEqual([
      [ANZSCO.profiles, 'week'],
      [ANZSCO.profiles, 'hour'],
      [ANZSCO.survey, 'month'],
      [ANZSCO.tax, 'year'],
    ]);
    expect(new Set(Object.values(ANZSCO)).size).toBe(3);
    expect(earnings!.at(-1)).toMatchObject({ jobs: 12, mean: 1.5, p50: 2 });
  });

  it('leaves out the sexes and refuses what is no figure', () => {
    const means = [MEAN, { ...MEAN, sex: 'men' }, { ...MEAN, anzsco4: '9912', mean_aud_month: null }];
    const reading = normalizeAustralianEarnings({ profiles: [], means, tax: null });
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1 });
    const broken = { profiles: [{ ...PROFILE, weekly: 'n.p.' }], means: [], tax: null };
    expect(() => normalizeAustralianEarnings(broken)).toThrow(/n\.p\./);
  });
});

describeNeeding(['data'], 'au-earnings on the published files', () => {
  let reading: SourceReading;
  const rows = () => reading.tables.earnings!;
  const weekly = (code: string) => theRow(rows(), { code, unit: 'week' }).p50;

  it('accounts for every figure and has no ties', async () => {
    reading = await readSharedSource(auEarnings);
    expect(accountedFor(reading)).toBe(reading.rowsIn);
    expect(tiedRows('earnings', rows())).toEqual([]);
  });

  it('gives the published figures', () => {
    expect(['2611', '2612', '2613', '2621', '2631', '2632', '1351', 'all'].map(weekly)).toEqual([
      2697, 2476, 2537, 2461, 2309, 2115, 3310, 1852,
    ]);
    expect(rows().filter(({ unit, code }) => unit === 'week' && code !== 'all')).toHaveLength(296);
    const mean = (code: string) => theRow(rows(), { taxonomy: ANZSCO.survey, code }).mean;
    expect(['2613', '1351', '2633'].map(mean)).toEqual([11_311, 15_485, 12_584]);
    const tax = (code: string) => theRow(rows(), { taxonomy: ANZSCO.tax, code });
    expect(tax('261313')).toMatchObject({ jobs: 84_585, p50: 132_758, mean: 135_788.25, unit: 'year' });
    expect([tax('261312').p50, tax('261314').p50, tax('261315').p50]).toEqual([117_992, 106_142, 133_128]);
  });

  it("reads the publisher's own workbook to the same records", async () => {
    const { copy, workbook } = await withSharedData(async (raw) => ({
      copy: await parseProfileCopy(raw),
      workbook: await parseProfileWorkbook(raw, 'Occupation profiles data - February 2026.xlsx'),
    }));
    expect(copy).toHaveLength(1237);
    const figures = (records: typeof copy) => records.map(({ code, weekly: week, hourly }) => [code, week, hourly]);
    expect(figures(workbook)).toEqual(figures(copy));
  });
});
