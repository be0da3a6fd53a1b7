import { describe, expect, it } from 'vitest';
import { type ComparedPay, payDifference } from './pay-difference.js';

const pay = (changes: Partial<ComparedPay> = {}): ComparedPay => ({
  asked: 'nurse us-wa',
  asOf: '2026-08-08',
  basis: 'official',
  currency: 'USD',
  median: { value: 100_000, low: 94_000, high: 112_000 },
  dollars: { value: 100_000, low: 94_000, high: 112_000 },
  restsOn: 'nurses in Washington',
  ...changes,
});
const OTHER: Partial<ComparedPay> = {
  asked: 'nurse us-tx',
  median: { value: 70_000, low: 67_000, high: 78_000 },
  dollars: { value: 70_000, low: 67_000, high: 78_000 },
  restsOn: 'nurses in Texas',
};

describe('payDifference', () => {
  it('is that of the medians, with its ratio', () => {
    expect(payDifference(pay(), pay(OTHER))).toMatchObject({
      obstacle: null,
      currency: 'USD',
      converted: false,
      amount: { value: 30_000, low: 20_000, high: 30_000 + 1000 * Math.sqrt(153) },
      ratio: { value: expect.closeTo(10 / 7, 12) },
    });
  });

  it.each([
    ['same-question', { ...OTHER, asked: 'nurse us-wa' }],
    ['no-figure', { ...OTHER, median: null }],
    ['dates', { ...OTHER, asOf: '2026-07-08' }],
    ['bases', { ...OTHER, basis: 'posted' as const }],
    ['bases', { ...OTHER, basis: null }],
    ['currencies', { ...OTHER, currency: 'GBP', dollars: null }],
    ['same-figure', { asked: 'nurse us-tx' }],
  ] as const)('%s is an obstacle, whichever comes first', (obstacle, changes) => {
    expect(payDifference(pay(), pay(changes))).toEqual({ obstacle });
    expect(payDifference(pay(changes), pay())).toEqual({ obstacle });
  });

  it('takes two figures of one scope that differ for two', () => {
    expect(payDifference(pay(), pay({ ...OTHER, restsOn: 'nurses in Washington' })).obstacle).toBeNull();
  });

  it('takes the same numbers from different observations for two figures', () => {
    const result = payDifference(pay(), pay({ asked: 'nurse us-tx', restsOn: 'nurses in Texas' }));
    expect(result).toMatchObject({ obstacle: null, amount: { value: 0, low: expect.closeTo(-13_416.4, 1) } });
  });

  it('holds two currencies against each other in dollars, and one in itself', () => {
    const pounds = pay({ ...OTHER, currency: 'GBP', median: { value: 50_000, low: 48_000, high: 55_000 } });
    expect(payDifference(pay(), pounds)).toMatchObject({ currency: 'USD', converted: true, amount: { value: 30_000 } });
    const more = pay({ currency: 'GBP', dollars: null, median: { value: 60_000, low: 57_000, high: 66_000 } });
    expect(payDifference(more, pounds)).toMatchObject({ currency: 'GBP', converted: false, amount: { value: 10_000 } });
  });
});
