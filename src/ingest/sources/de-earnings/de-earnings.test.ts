import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, theRow, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import type { SourceReading } from '../../connector.js';
import { deEarnings } from './connector.js';
import { normalizeGermanEarnings } from './normalize.js';

const LINE = {
  year: '2030',
  kldb2010: '99912',
  digits: '5',
  title_en: 'Looms - skilled',
  sex: 'total',
  mean_eur_month: '3000',
  median_eur_month: '2900',
};

describe('normalizeGermanEarnings', () => {
  it('keeps both sexes together, by the month', () => {
    const reading = normalizeGermanEarnings({
      monthly: [
        LINE,
        { ...LINE, sex: 'women' },
        { ...LINE, kldb2010: '9991', sex: null },
        { ...LINE, kldb2010: '99913', mean_eur_month: null, median_eur_month: null },
      ],
      yearly: null,
    });
    expect(reading.tables.earnings).toMatchObject([
      { country: 'DE', taxonomy: 'KldB 2010', code: '99912', unit: 'month', currency: 'EUR', mean: 3000, p50: 2900 },
    ]);
    expect(reading.tables.earnings![0]).toMatchObject({ p10: null, p90: null, jobs: null });
    expect(reading).toMatchObject({ rowsIn: 4, rowsKept: 1, newest: '2030-04-30' });
  });

  it('keeps the year with special payments apart', () => {
    const line = '2030;KB10-999;  Looms;50001;40001;50002;40002;50003;40003';
    const yearly = { data: { raw_rows: { total_earnings: line } } };
    const rows = normalizeGermanEarnings({ monthly: [LINE], yearly }).tables.earnings!;
    expect(rows[1]).toMatchObject({ code: '999', label: 'Looms', unit: 'year', mean: 50_003, p50: 40_003 });
    expect(rows[1]!.population).not.toBe(rows[0]!.population);
  });

  it('refuses another layout of that line', () => {
    const yearly = { data: { raw_rows: { total_earnings: '2030;KB10-999;  Looms;50001;40001' } } };
    expect(() => normalizeGermanEarnings({ monthly: [], yearly })).toThrow(/total_earnings/);
  });

  it('refuses a sex that is not documented', () => {
    expect(() => normalizeGermanEarnings({ monthly: [{ ...LINE, sex: 'all' }], yearly: null })).toThrow(/sex/);
  });
});

describeNeeding(['data'], 'de-earnings on the published files', () => {
  let reading: SourceReading;
  const rows = () => reading.tables.earnings!;
  const monthly = (code: string) => theRow(rows(), { code, unit: 'month' });

  it('accounts for every line and has no ties', async () => {
    reading = await readSharedSource(deEarnings);
    expect(accountedFor(reading)).toBe(reading.rowsIn);
    expect(tiedRows('earnings', rows())).toEqual([]);
    const medians = (digits: number) => rows().filter(({ code, p50 }) => code.length === digits && p50 !== null).length;
    expect([medians(2), medians(5)]).toEqual([37, 1130]);
  });

  it('gives the published figures', () => {
    expect(monthly('434')).toMatchObject({ mean: 6138, p50: 5851 });
    const medians = ['43412', '43413', '43414', '43494', '43423', '43214', '43353', '43104', '41114'];
    expect(medians.map((code) => monthly(code).p50)).toEqual([4201, 5986, 6000, 8445, 5100, 6500, 5796, 6417, 6130]);
    expect(theRow(rows(), { code: '434', unit: 'year' })).toMatchObject({ mean: 84_131, p50: 75_854 });
  });
});
