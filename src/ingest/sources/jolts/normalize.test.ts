import { describe, expect, it } from 'vitest';
import { normalizeJolts } from './normalize.js';
import { copiedFigures } from './parse.js';

const copy = (id: string, period: string, unit = 'thousands') => ({
  series: { [id]: { name: 'x', unit, data: [{ year: 2026, period, month: 5, value: 7594, footnotes: [] }] } },
});

describe('copiedFigures', () => {
  it('names series by what they measure', () => {
    expect(copiedFigures(copy('JTS000000000000000TSL', 'M05'))).toEqual([
      { series: 'jolts-separations', month: '2026-05-01', value: 7594 },
    ]);
  });

  it.each([
    ['JTS999', 'M05', 'thousands'],
    ['JTS000000000000000JOL', 'M13', 'thousands'],
    ['JTS000000000000000JOL', 'Q01', 'thousands'],
    ['JTS000000000000000JOL', 'M05', 'percent'],
  ])('refuses %s %s in %s', (id, period, unit) => {
    expect(() => copiedFigures(copy(id, period, unit))).toThrow(/known here/);
  });
});

describe('normalizeJolts', () => {
  it('keeps gaps as gaps', () => {
    const reading = normalizeJolts([
      { series: 'jolts-hires', month: '2025-09-01', value: 5 },
      { series: 'jolts-hires', month: '2025-10-01', value: null },
      { series: 'jolts-hires', month: '2025-11-01', value: 6 },
    ]);
    expect(reading.tables.series!.map(({ month }) => month)).toEqual(['2025-09-01', '2025-11-01']);
    expect(reading).toMatchObject({
      rowsIn: 3,
      rowsKept: 2,
      newest: '2025-11-30',
      excluded: [{ reason: 'no figure' }],
    });
  });
});
