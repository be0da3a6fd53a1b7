import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { loadWageFactor, monthIndex, monthText } from './wage-factor.js';

const SERIES = [
  { source: 'indeed-wages', series: 'posted-wage-growth-us', month: '2025-01-01', value: Math.exp(0.12) - 1, n: null },
];

describe('carrying pay to a month', () => {
  it('goes forwards and back from the middle of a period', async () => {
    const factor = await loadWageFactor(memoryStore({ series: SERIES }), '2025-05');
    expect(factor('2025-01-01', '2025-05-31')).toBeCloseTo(Math.exp(0.02), 12);
    expect(factor('2025-07-01', '2025-07-31')).toBeCloseTo(Math.exp(-0.02), 12);
    expect(factor('2025-05-01', '2025-05-31')).toBe(1);
  });

  it('leaves pay as it is without an index', async () => {
    const other = [{ ...SERIES[0]!, series: 'posted-wage-growth-gb' }];
    expect((await loadWageFactor(memoryStore({ series: other }), '2025-05'))('2020-01-01', '2020-12-31')).toBe(1);
  });

  it('counts months from year 0', () => {
    expect(monthText(monthIndex('2025-12-31') + 1)).toBe('2026-01');
  });
});
