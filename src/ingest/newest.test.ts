import { describe, expect, it } from 'vitest';
import { newestDay, newestMonthEnd } from './newest.js';

describe('newest dates', () => {
  it('finds the newest day and the end of its month', () => {
    expect(newestDay(['2025-08-03', '2023-01-01'])).toBe('2025-08-03');
    expect(newestMonthEnd(['2024-02-01', '2024-01-01'])).toBe('2024-02-29');
    expect(newestMonthEnd(['2025-12-01'])).toBe('2025-12-31');
  });

  it('does not invent a date', () => {
    expect(() => newestDay([])).toThrow(/no dated rows/);
  });
});
