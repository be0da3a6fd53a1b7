import { describe, expect, it } from 'vitest';
import { absentMonths, daySpan, monthSpan } from './vintage.js';

describe('words for dates', () => {
  it('name a span once where month or year agree', () => {
    expect(monthSpan(['2026-04-01', '2019-01-01'])).toBe('January 2019 to April 2026');
    expect(monthSpan(['2026-07-01', '2026-04-01'])).toBe('April to July 2026');
    expect(monthSpan(['2026-04-01', '2026-04-30'])).toBe('April 2026');
    expect(daySpan(['2026-08-08', '2026-07-18'])).toBe('18 July to 8 August 2026');
    expect(daySpan(['2025-12-30', '2026-01-02'])).toBe('30 December 2025 to 2 January 2026');
    expect(daySpan(['2026-01-02'])).toBe('2 January 2026');
  });
});

describe('absentMonths', () => {
  it('finds gaps between the ends, over a change of year', () => {
    expect(absentMonths(['2026-02-01', '2025-09-15', '2025-11-01'])).toEqual([
      '2025-10-01',
      '2025-12-01',
      '2026-01-01',
    ]);
  });

  it('finds none in a full series and in none', () => {
    expect(absentMonths(['2025-12-01', '2026-01-01'])).toEqual([]);
    expect(absentMonths([])).toEqual([]);
  });
});
