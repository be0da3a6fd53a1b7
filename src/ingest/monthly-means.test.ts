import { describe, expect, it } from 'vitest';
import { MonthlyMeans } from './monthly-means.js';

describe('MonthlyMeans', () => {
  it('takes the mean of the days there are, and leaves months without days absent', () => {
    const means = new MonthlyMeans();
    means.add('a', '2026-01-01', 100);
    means.add('a', '2026-01-31', 101);
    means.add('a', '2026-03-01', 7);
    means.add('b', '2026-01-01', 1 / 3);
    expect(means.rows(2)).toEqual([
      { series: 'a', month: '2026-01-01', value: 100.5, n: 2 },
      { series: 'a', month: '2026-03-01', value: 7, n: 1 },
      { series: 'b', month: '2026-01-01', value: 0.33, n: 1 },
    ]);
  });
});
