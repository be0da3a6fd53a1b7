import { describe, expect, it } from 'vitest';
import { observation, offersOf } from '../../test/fixtures/market-rows.js';
import { NO_INDEX } from '../../test/fixtures/question.js';
import { groupedQuantileInterval } from '../stats/index.js';
import { describeCell, estimateCell, periodOf } from './estimate.js';

/** Offers without employer names, each a range of its own. */
const unnamed = (count: number) =>
  Array.from({ length: count }, (_, i) =>
    observation({ employer: null, statedLow: 90_000 + 200 * i, statedHigh: 110_000 + 200 * i }),
  );

/** Filed wages that are no round numbers, from one employer each: 100,001, 101,001 and so on. */
const wages = (count: number) =>
  offersOf(count, (i) => ({ basis: 'filed', statedLow: 100_001 + 1000 * i, statedHigh: 100_001 + 1000 * i }));

describe('the publication ladder of a cell', () => {
  it.each([
    [0, 'none', []],
    [4, 'none', []],
    [5, 'modelled', ['50']],
    [9, 'modelled', ['50']],
    [10, 'direct', ['50']],
    [11, 'direct', ['25', '50', '75']],
    [20, 'direct', ['25', '50', '75']],
    [28, 'direct', ['25', '50', '75']],
    [29, 'direct', ['10', '25', '50', '75', '90']],
  ] as const)('%i employers with one offer each: %s', (employers, support, shown) => {
    const cell = describeCell(offersOf(employers), 'boards', 2);
    expect(cell.effectiveEmployers).toBeCloseTo(employers, 9);
    expect([cell.support, cell.shown, cell.n]).toEqual([support, shown, employers]);
  });

  it.each([
    [49, 'none', 0],
    [50, 'modelled', 1],
    [99, 'modelled', 1],
    [100, 'direct', 1],
    [109, 'direct', 1],
    [110, 'direct', 3],
    [289, 'direct', 3],
    [290, 'direct', 5],
  ] as const)('%i unnamed ranges with a design effect of ten count a tenth: %s', (ranges, support, percentiles) => {
    const cell = describeCell(unnamed(ranges), 'boards', 10);
    expect(cell.effectiveEmployers).toBeCloseTo(ranges / 10, 9);
    expect([cell.support, cell.shown.length]).toEqual([support, percentiles]);
    expect([cell.employers, cell.inflation]).toEqual([null, 10]);
  });

  it('opens the tails at 20 employers with enough offers each', () => {
    const twice = (employers: number) => [...offersOf(employers), ...offersOf(employers)];
    expect(describeCell(twice(19), 'boards', 2).shown).toEqual(['25', '50', '75']);
    expect(describeCell(twice(20), 'boards', 2).shown).toEqual(['10', '25', '50', '75', '90']);
  });

  it('counts an employer that dominates for less than its rows', () => {
    const rows = [...offersOf(10), ...Array.from({ length: 30 }, () => observation({ employer: 1 }))];
    const cell = describeCell(rows, 'boards', 2);
    expect(cell.dominantShare).toBeCloseTo(31 / 40, 12);
    expect(cell.effectiveEmployers).toBeCloseTo(40 ** 2 / (31 ** 2 + 9), 9);
    expect([cell.employers, cell.support]).toEqual([10, 'none']);
  });
});

describe('the description of a cell', () => {
  it('of nothing is a result', () => {
    const cell = describeCell([], 'boards', 2);
    expect(cell).toMatchObject({
      n: 0,
      stated: 0,
      employers: null,
      effectiveEmployers: 0,
      dominantShare: 0,
      period: null,
    });
    expect(estimateCell(cell, NO_INDEX)).toMatchObject({ percentiles: {}, statedMedian: null, bounds: null });
  });

  it('counts repeats apart, names no employers when one is missing and takes the whole period', () => {
    const rows = [
      observation({ repeats: 3, seenFrom: '2026-01-05', seenTo: '2026-02-01' }),
      observation({ repeats: 2, seenFrom: '2026-02-01', seenTo: '2026-03-09', employer: null }),
    ];
    expect(describeCell(rows, 'boards', 2)).toMatchObject({
      n: 2,
      stated: 5,
      employers: null,
      period: { from: '2026-01-05', to: '2026-03-09' },
    });
    expect(periodOf([])).toBeNull();
  });
});

describe('the estimate of a cell', () => {
  it('is the middle wage of filed wages, without bounds', () => {
    const estimate = estimateCell(describeCell(wages(11), 'filings', 2), NO_INDEX);
    expect(estimate.percentiles['50']!.value).toBe(105_001);
    expect(estimate.statedMedian).toBe(105_001);
    expect(estimate.bounds).toBeNull();
  });

  it('spreads advertised ranges evenly, within sharp bounds', () => {
    const estimate = estimateCell(describeCell(offersOf(11), 'boards', 2), NO_INDEX);
    expect(estimate.percentiles['25']!.value).toBeCloseTo(110_000, 6);
    expect(estimate.percentiles['50']!.value).toBeCloseTo(120_000, 6);
    expect(estimate.percentiles['75']!.value).toBeCloseTo(130_000, 6);
    expect(estimate.bounds).toEqual({ low: 100_000, high: 140_000 });
  });

  it('has intervals around every value', () => {
    const rows = offersOf(40, (i) => ({ statedLow: 80_000 + 2000 * i, statedHigh: 100_000 + 2000 * i }));
    const { percentiles } = estimateCell(describeCell(rows, 'boards', 2), NO_INDEX);
    expect(Object.keys(percentiles)).toEqual(['10', '25', '50', '75', '90']);
    for (const { value, low, high } of Object.values(percentiles)) {
      expect(low!).toBeLessThan(value);
      expect(high!).toBeGreaterThan(value);
    }
  });

  it('widens the interval of few employers beyond the nominal one', () => {
    const rows = wages(7);
    const amounts = rows.map((row) => row.low);
    const nominal = groupedQuantileInterval({
      lows: amounts,
      highs: amounts,
      weights: amounts.map(() => 1),
      groups: rows.map((row) => row.cluster),
      fit: 'empirical',
      level: 0.9,
      p: 0.5,
    });
    const cell = describeCell(rows, 'filings', 2);
    const median = estimateCell(cell, NO_INDEX).percentiles['50']!;
    expect(cell.support).toBe('modelled');
    expect(median.value).toBe(nominal.value);
    expect(median.high! - median.low!).toBeGreaterThanOrEqual(nominal.high! - nominal.low!);
  });

  it('widens the interval of unnamed employers by their design effect', () => {
    const rows = wages(80).map((row) => ({ ...row, employer: null }));
    const width = (designEffect: number) => {
      const median = estimateCell(describeCell(rows, 'filings', designEffect), NO_INDEX).percentiles['50']!;
      return median.high! - median.low!;
    };
    expect(width(4)).toBeGreaterThan(1.5 * width(1));
  });

  it('adds the variance of ageing on the log scale and tells the stated median apart', () => {
    const rows = offersOf(12).map((row) => ({ ...row, low: row.low * 1.1, high: row.high * 1.1 }));
    const cell = describeCell(rows, 'boards', 2);
    const sharp = estimateCell(cell, NO_INDEX).percentiles['50']!;
    const aged = estimateCell(cell, { ...NO_INDEX, varianceFrom: () => 0.03 ** 2 });
    const up = Math.sqrt(Math.log(sharp.high! / sharp.value) ** 2 + (1.645 * 0.03) ** 2);
    expect(aged.percentiles['50']!.value).toBeCloseTo(132_000, 6);
    expect(Math.log(aged.percentiles['50']!.high! / aged.percentiles['50']!.value)).toBeCloseTo(up, 4);
    expect(aged.statedMedian).toBeCloseTo(120_000, 6);
  });
});

describe('the sampling unit of own pay records', () => {
  const record = (employer: number | null, i: number, changes: object = {}) =>
    observation({ source: 'mine', basis: 'paid', employer, statedLow: 90_001 + i, statedHigh: 90_001 + i, ...changes });
  const records = (count: number, employerOf: (index: number) => number | null) =>
    Array.from({ length: count }, (_, i) => record(employerOf(i), i));

  it.each([
    ['of one employer', () => 7, 1],
    ['that name no employer', () => null, null],
    ['of which some name the one employer', (i: number) => (i < 15 ? 7 : null), null],
  ] as const)('is the person %s', (_, employerOf, employers) => {
    const cell = describeCell(records(30, employerOf), 'mine', 10);
    expect(cell).toMatchObject({ unit: 'person', employers, inflation: 1, support: 'direct', dominantShare: 1 / 30 });
    expect(cell.effectiveEmployers).toBeCloseTo(30, 9);
    expect(new Set(cell.clusters).size).toBe(30);
  });

  it('counts people with the same pay one by one', () => {
    const same = Array.from({ length: 12 }, () => record(null, 0));
    expect(describeCell(same, 'mine', 2).effectiveEmployers).toBeCloseTo(12, 9);
  });

  it('is the employer where there are several, each with its weight', () => {
    const cell = describeCell(
      records(40, (i) => (i < 31 ? 1 : i)),
      'mine',
      10,
    );
    expect(cell).toMatchObject({ unit: 'employer', employers: 10, inflation: 1 });
    expect(cell.effectiveEmployers).toBeCloseTo(40 ** 2 / (31 ** 2 + 9), 9);
    expect(cell.support).toBe('none');
  });

  it('is widened where several employers are named and others are not', () => {
    const cell = describeCell(
      records(40, (i) => (i < 20 ? i : null)),
      'mine',
      4,
    );
    expect(cell).toMatchObject({ unit: 'range', employers: null, inflation: 4 });
    expect(cell.effectiveEmployers).toBeCloseTo(10, 9);
  });

  it('is not the person for offers of one employer', () => {
    const offers = Array.from({ length: 30 }, () => observation({ employer: 7 }));
    expect(describeCell(offers, 'mine', 2)).toMatchObject({ unit: 'employer', support: 'none' });
  });

  it('takes any number of people', () => {
    const cell = describeCell(
      records(150_000, () => 7),
      'mine',
      2,
    );
    expect(cell).toMatchObject({ n: 150_000, support: 'direct' });
    const { value, low, high } = estimateCell({ ...cell, shown: ['50'] }, NO_INDEX).percentiles['50']!;
    expect(value / (90_001 + 75_000)).toBeCloseTo(1, 2);
    expect(low! < value && value < high!).toBe(true);
  });
});
