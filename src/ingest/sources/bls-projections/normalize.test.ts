import { describe, expect, it } from 'vitest';
import { normalizeProjections } from './normalize.js';

describe('normalizeProjections', () => {
  it('turns thousands into jobs', () => {
    const record = { code: '99-1011', empBase: '33.6', empProjected: '40.9', changePct: '21.8', openings: '2.4' };
    expect(normalizeProjections([record]).tables.projections).toEqual([
      {
        soc: '99-1011',
        baseYear: 2024,
        targetYear: 2034,
        jobsBase: 33_600,
        jobsProjected: 40_900,
        changePercent: 21.8,
        openingsPerYear: 2400,
      },
    ]);
  });
});
