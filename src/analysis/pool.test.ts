import { describe, expect, it } from 'vitest';
import type { PercentileEstimate } from '../core/finding.js';
import { describeCell, type Percentiles, type SourceEstimate } from './estimate.js';
import { poolSources } from './pool.js';

const estimateOf = (source: string, percentiles: Percentiles): SourceEstimate => ({
  ...describeCell([], source, 1),
  percentiles,
  statedMedian: null,
  bounds: null,
});

const exactly = (value: number): PercentileEstimate => ({ value, low: value * 0.9, high: value * 1.2 });

describe('the pool of sources', () => {
  it('is nothing without a median', () => {
    expect(poolSources([])).toBeNull();
    expect(poolSources([estimateOf('a', {}), estimateOf('b', {})])).toBeNull();
  });

  it('leaves one source as it is, and a source without a median out', () => {
    const pool = poolSources([estimateOf('a', { '50': exactly(100_000) }), estimateOf('b', {})])!;
    expect(pool.agreement).toBe('one-source');
    expect(pool.gapLogPoints).toBe(0);
    expect(pool.contributing.map((entry) => entry.source)).toEqual(['a']);
    expect(pool.percentiles['50']!.value).toBeCloseTo(100_000, 6);
    expect(pool.percentiles['50']!.low).toBeCloseTo(90_000, 6);
    expect(pool.percentiles['50']!.high).toBeCloseTo(120_000, 6);
  });

  it('averages on the log scale, half the gap added to the interval of the mean', () => {
    const pool = poolSources([
      estimateOf('a', { '50': { value: 100_000, low: 95_000, high: 108_000 } }),
      estimateOf('b', { '50': { value: 110_000, low: 99_000, high: 125_000 } }),
    ])!;
    const centre = Math.sqrt(100_000 * 110_000);
    const halfGap = Math.log(1.1) / 2;
    const down = Math.sqrt(Math.log(100 / 95) ** 2 + Math.log(110 / 99) ** 2) / 2;
    const up = Math.sqrt(Math.log(1.08) ** 2 + Math.log(125 / 110) ** 2) / 2;
    expect(pool.agreement).toBe('agree');
    expect(pool.gapLogPoints).toBeCloseTo(Math.log(1.1), 12);
    expect(pool.percentiles['50']!.value).toBeCloseTo(centre, 6);
    expect(pool.percentiles['50']!.low).toBeCloseTo(centre * Math.exp(-Math.sqrt(down ** 2 + halfGap ** 2)), 6);
    expect(pool.percentiles['50']!.high).toBeCloseTo(centre * Math.exp(Math.sqrt(up ** 2 + halfGap ** 2)), 6);
  });

  it.each([
    [0.1499, 'agree'],
    [0.15, 'agree'],
    [0.1501, 'disagree'],
  ] as const)('of medians %d log points apart: they %s', (gap, agreement) => {
    const medians = [Math.exp(-0.02), Math.exp(gap - 0.02)].map((value) => estimateOf('a', { '50': exactly(value) }));
    const pool = poolSources(medians)!;
    expect(pool.agreement).toBe(agreement);
    if (gap === 0.15) expect(pool.gapLogPoints).toBe(0.15);
  });

  it('judges agreement after the known biases of the sources, and leaves the figures as observed', () => {
    const apart = [estimateOf('a', { '50': exactly(100_000) }), estimateOf('b', { '50': exactly(125_000) })];
    expect(poolSources(apart)).toMatchObject({ agreement: 'disagree', gapExplained: false });
    const explained = poolSources(apart, new Map(Object.entries({ a: 0.3, b: 0.45 })))!;
    expect(explained).toMatchObject({ agreement: 'agree', gapExplained: true });
    expect(explained.gapLogPoints).toBeCloseTo(Math.log(1.25), 12);
    expect(explained.percentiles['50']!.value).toBeCloseTo(Math.sqrt(100_000 * 125_000), 6);
    expect(poolSources(apart, new Map([['a', 0.3]]))!.agreement).toBe('disagree');
    const near = [estimateOf('a', { '50': exactly(100_000) }), estimateOf('b', { '50': exactly(101_000) })];
    const biases = new Map(Object.entries({ a: 0, b: 0.5 }));
    expect(poolSources(near, biases)).toMatchObject({ agreement: 'agree', gapExplained: false });
  });

  it('spans every interval where sources disagree', () => {
    const pool = poolSources([
      estimateOf('a', { '50': { value: 100_000, low: 97_000, high: 103_000 } }),
      estimateOf('b', { '50': { value: 130_000, low: 90_000, high: 140_000 } }),
      estimateOf('c', { '50': { value: 144_000, low: null, high: null } }),
    ])!;
    expect(pool.agreement).toBe('disagree');
    expect(pool.percentiles['50']!.value).toBeCloseTo((100_000 * 130_000 * 144_000) ** (1 / 3), 4);
    expect(pool.percentiles['50']!.low).toBe(90_000);
    expect(pool.percentiles['50']!.high).toBe(144_000);
  });

  it('holds only percentiles that every source has', () => {
    const all = { '10': exactly(60), '25': exactly(80), '50': exactly(100), '75': exactly(120), '90': exactly(150) };
    const quartiles = { '25': exactly(85), '50': exactly(104), '75': exactly(126) };
    const pool = poolSources([estimateOf('a', all), estimateOf('b', quartiles)])!;
    expect(Object.keys(pool.percentiles)).toEqual(['25', '50', '75']);
  });

  it('gives a large source no more weight than a small one', () => {
    const large = { ...estimateOf('a', { '50': exactly(100_000) }), n: 100_000 };
    const small = { ...estimateOf('b', { '50': exactly(110_000) }), n: 10 };
    const value = poolSources([large, small])!.percentiles['50']!.value;
    expect(value).toBeCloseTo(Math.sqrt(1.1) * 100_000, 4);
  });
});
