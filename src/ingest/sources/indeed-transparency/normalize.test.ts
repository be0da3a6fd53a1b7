import { describe, expect, it } from 'vitest';
import { normalizeTransparency } from './normalize.js';

const US = { date: '2026-02-01', country_code: 'US', pay_transparency_pct: '48.8' };

describe('normalizeTransparency', () => {
  it('names series by country and sector, as fractions', () => {
    const reading = normalizeTransparency([US, { ...US, pay_transparency_pct: 'NA' }], [{ ...US, sector: 'Therapy' }]);
    expect(reading).toMatchObject({
      tables: {
        series: [
          { series: 'pay-transparency-us', month: '2026-02-01', value: 0.488, n: null },
          { series: 'pay-transparency-us:sector:Therapy', month: '2026-02-01', value: 0.488, n: null },
        ],
      },
      rowsIn: 3,
      rowsKept: 2,
      excluded: [{ reason: 'no figure', count: 1 }],
      newest: '2026-02-28',
    });
  });
});
