import { describe, expect, it } from 'vitest';
import { dollarDoubtful, implausible, payColumns } from './stated-pay.js';

describe('payColumns', () => {
  it('keeps hundredths as stated and multiplies to a full-time year', () => {
    expect(payColumns({ unit: 'hour', low: 35.42, high: 40 })).toEqual({
      unit: 'hour',
      lowMinor: 3542,
      highMinor: 4000,
      annualLow: 73_674,
      annualHigh: 83_200,
    });
    expect(payColumns({ unit: 'month', low: 5000, high: 6000 }).annualHigh).toBe(72_000);
    expect(payColumns({ unit: 'week', low: 580, high: 580 }).annualLow).toBe(30_160);
    expect(payColumns({ unit: 'day', low: 400, high: 400 }).annualLow).toBe(104_000);
  });
});

describe('implausible', () => {
  it.each([
    ['US', 15_079, 20_000, /low/],
    ['US', 15_080, 20_000, null],
    ['IN', 5_000, 8_000, null],
    ['IN', 1_999, 8_000, /low/],
    ['US', 900_000, 2_000_001, /high/],
    ['US', 100_000, 500_000, null],
    ['US', 100_000, 500_001, /5 times/],
  ])('%s %d to %d', (country, annualLowUsd, annualHighUsd, reason) => {
    const found = implausible({ country, annualLowUsd, annualHighUsd });
    if (reason === null) expect(found).toBeNull();
    else expect(found).toMatch(reason);
  });
});

describe('dollarDoubtful', () => {
  it('doubts US dollars where the local dollar looks the same', () => {
    expect(dollarDoubtful('CA', 'USD')).toBe(true);
    expect(dollarDoubtful('CA', 'CAD')).toBe(false);
    expect(dollarDoubtful('US', 'USD')).toBe(false);
    expect(dollarDoubtful('MX', 'USD')).toBe(false);
  });
});
