import { describe, expect, it } from 'vitest';
import { normalizePrices } from './normalize.js';

describe('normalizePrices', () => {
  it('keeps months since 2000 and does not fill a month that was never collected', () => {
    const reading = normalizePrices([
      { Date: '1999-12-01', Index: '168.3' },
      { Date: '2025-09-01', Index: '324.8' },
      { Date: '2025-11-01', Index: '325.1' },
    ]);
    expect(reading.tables.series).toEqual([
      { series: 'cpi-u', month: '2025-09-01', value: 324.8, n: null },
      { series: 'cpi-u', month: '2025-11-01', value: 325.1, n: null },
    ]);
    expect(reading.excluded).toEqual([{ reason: 'before 2000', count: 1 }]);
  });
});
