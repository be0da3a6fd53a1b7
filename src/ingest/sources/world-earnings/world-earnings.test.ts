import { describe, expect, it } from 'vitest';
import { describeNeeding } from '../../../../test/capabilities.js';
import { accountedFor, readSharedSource, theRow, tiedRows } from '../../../../test/fixtures/read-shared-source.js';
import type { SourceReading } from '../../connector.js';
import { worldEarnings } from './connector.js';
import type { IctFile } from './ict-files.js';
import { normalizeWorldEarnings } from './normalize.js';
import type { WorldRecords } from './parse.js';

const LINE = {
  country: 'switzerland',
  currency: 'CHF',
  year: '2030',
  code: '25',
  title: 'Loom professionals',
  sex: 'total',
  stat: 'median',
  value_month: '9949',
};
const normalized = (long: WorldRecords['long'], ict: WorldRecords['ict'] = []) => normalizeWorldEarnings({ long, ict });

describe('normalizeWorldEarnings', () => {
  it('joins the figures of a class into one row', () => {
    const reading = normalized([LINE, { ...LINE, stat: 'p90', value_month: '15079' }, { ...LINE, sex: 'women' }]);
    expect(reading.tables.earnings).toMatchObject([
      {
        country: 'CH',
        taxonomy: 'ISCO-08',
        code: '25',
        unit: 'month',
        currency: 'CHF',
        p50: 9949,
        p90: 15_079,
        p10: null,
      },
    ]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 2 });
  });

  it('leaves out editions that repeat one figure for all classes', () => {
    const mean = (year: string, code: string, value_month: string) => ({
      ...LINE,
      country: 'poland',
      stat: 'mean',
      year,
      code,
      value_month,
    });
    const reading = normalized([
      mean('2006', '1', '669'),
      mean('2006', '2', '669'),
      mean('2010', '1', '1717'),
      mean('2010', '2', '1017'),
    ]);
    expect(reading.tables.earnings!.map(({ year }) => year)).toEqual([2010, 2010]);
    expect(reading.excluded).toEqual([{ reason: 'one figure repeated for all classes of a year', count: 2 }]);
  });

  it('leaves out countries by their terms and refuses one it does not know', () => {
    const reading = normalized([{ ...LINE, country: 'japan' }, LINE]);
    expect(reading.excluded).toMatchObject([{ reason: expect.stringMatching(/^Japan:/), count: 1 }]);
    expect(() => normalized([{ ...LINE, country: 'atlantis' }])).toThrow(/atlantis/);
    expect(() => normalized([{ ...LINE, stat: 'mode' }])).toThrow(/mode/);
  });

  it('reads files of a few occupations, margins as relative standard errors', () => {
    const terms: IctFile = {
      file: 'salary_xx.json',
      country: 'XX',
      name: 'Loomland',
      taxonomy: 'Guild 1900',
      unit: 'hour',
      currency: 'XAF',
      population: 'hands',
      figures: { jobs: 'n', mean: 'mean', p50: 'median' },
      margins: { mean: 'mean_margin', p50: 'median_margin' },
      jobsTimes: 1000,
    };
    const byYear = { 2029: { n: 1.5, mean: 100, median: 90, median_margin: 1.764 }, 2030: { n: 2 } };
    const content = { data: { occupations: { '9911': { title: '9911 Loom hands', dispersion_by_year: byYear } } } };
    const reading = normalized([], [{ terms, content }]);
    expect(reading.tables.earnings).toMatchObject([
      {
        code: '9911',
        label: 'Loom hands',
        year: 2029,
        jobs: 1500,
        mean: 100,
        p50: 90,
        meanRsePercent: null,
        medianRsePercent: 1,
      },
    ]);
    expect(reading).toMatchObject({ rowsIn: 2, rowsKept: 1 });
    expect(() => normalized([], [{ terms, content: { data: {} } }])).toThrow(/salary_xx\.json/);
  });
});

describeNeeding(['data'], 'world-earnings on the published files', () => {
  let reading: SourceReading;
  const rows = () => reading.tables.earnings!;

  it('accounts for every figure and has no ties', async () => {
    reading = await readSharedSource(worldEarnings);
    expect(accountedFor(reading)).toBe(reading.rowsIn);
    expect(tiedRows('earnings', rows())).toEqual([]);
    expect(new Set(rows().map(({ country }) => country)).size).toBe(28);
    expect(rows().filter(({ mean, p50 }) => (mean ?? 1) <= 0 || (p50 ?? 1) <= 0)).toEqual([]);
  });

  it('gives the published figures', () => {
    const ict = theRow(rows(), { country: 'CH', year: 2024, code: '25' });
    expect(ict).toMatchObject({ p10: 6592, p25: 8079, p50: 9949, p75: 11_957, p90: 15_079, currency: 'CHF' });
    const slovenia = theRow(rows(), { country: 'SI', year: 2022, code: '2512' });
    expect(slovenia).toMatchObject({ mean: 3157, p10: 1704, p50: 2979, p90: 4734 });
    expect(theRow(rows(), { country: 'PL', year: 2022, code: '2' })).toMatchObject({ mean: 1706, unit: 'month' });
    expect(theRow(rows(), { country: 'SE', year: 2025, code: '2512' })).toMatchObject({ p50: 53_500, p90: 72_600 });
    expect(theRow(rows(), { country: 'DK', year: 2024, code: '2512' })).toMatchObject({ p50: 393.81, unit: 'hour' });
    expect(theRow(rows(), { country: 'FI', year: 2024, code: '2512' })).toMatchObject({ p10: 3521, p25: null });
  });

  it('has no row of the survey of 2006, which repeats one figure', () => {
    expect(rows().filter(({ year }) => year === 2006)).toEqual([]);
  });
});
