import { describe, expect, it } from 'vitest';
import { normalizeAiShares } from './normalize.js';

const share = (date: string, percent: string) => ({ date, jobcountry: 'US', AI_share_postings: percent });

describe('normalizeAiShares', () => {
  it('takes fractions, as means of months', () => {
    const reading = normalizeAiShares([share('2026-06-29', '5'), share('2026-06-30', '6'), share('2026-05-01', 'NA')]);
    expect(reading).toMatchObject({
      tables: { series: [{ series: 'ai-share-of-postings-us', month: '2026-06-01', value: 0.055, n: 2 }] },
      rowsIn: 3,
      rowsKept: 1,
      newest: '2026-06-30',
      vintage: 'June 2026',
    });
    expect(reading.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  });

  it('refuses a share that is no number', () => {
    expect(() => normalizeAiShares([share('2026-06-29', 'few')])).toThrow(/few/);
  });
});
