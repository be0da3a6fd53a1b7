import { describe, expect, it } from 'vitest';
import { betweenWords, differenceOf, isDifferent, moreOrLess, sizeOf, workOf } from './compared.js';

describe('a ratio as a difference', () => {
  it('is in percent to a tenth, with its limits', () => {
    expect(differenceOf(1.1834, { low: 1.1612, high: 1.2001 })).toEqual({
      percent: 18.3,
      interval: { level: 0.9, low: 16.1, high: 20 },
    });
    expect(differenceOf(0.9999, null)).toEqual({ percent: 0, interval: null });
    expect(Object.is(differenceOf(0.99999, null).percent, -0)).toBe(false);
  });

  it('shows tenths only where the interval is narrow or absent', () => {
    const narrow = differenceOf(1.1834, { low: 1.17, high: 1.2 });
    const wide = differenceOf(1.1834, { low: 1.1, high: 1.3 });
    expect([sizeOf(18.3, narrow), sizeOf(18.3, wide), sizeOf(-18, { interval: null })]).toEqual([
      '18.3%',
      '18%',
      '18%',
    ]);
  });

  it('is more, less, or in other words', () => {
    expect([moreOrLess(2, { interval: null }), moreOrLess(-2.4, { interval: null }, ['above', 'below'])]).toEqual([
      '2% more',
      '2.4% below',
    ]);
  });

  it('names its limits from the one nearest to no difference', () => {
    const between = (low: number, high: number) => betweenWords(differenceOf(1, { low, high }));
    expect(between(1.16, 1.2)).toBe('between 16% and 20% more');
    expect(between(0.8, 0.9)).toBe('between 10% and 20% less');
    expect(between(0.99, 1.03)).toBe('between 1% less and 3% more');
    expect(betweenWords(differenceOf(1, null))).toBe('');
  });

  it('is different only where its interval says on which side it lies', () => {
    expect(isDifferent(differenceOf(1.1, { low: 1.05, high: 1.2 }))).toBe(true);
    expect(isDifferent(differenceOf(0.9, { low: 0.85, high: 0.95 }))).toBe(true);
    expect(isDifferent(differenceOf(1.1, { low: 0.99, high: 1.2 }))).toBe(false);
    expect([isDifferent(differenceOf(1.1, null)), isDifferent(differenceOf(1, null))]).toEqual([true, false]);
  });

  it('names one occupation, and calls several the same', () => {
    const nurse = { soc: '29-1141', title: 'Registered Nurses', share: 1 };
    expect([workOf([nurse]), workOf([nurse, nurse])]).toEqual(['Registered Nurses are', 'the same occupations are']);
  });
});
