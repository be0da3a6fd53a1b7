import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearAxis } from './axis.js';

const ticksOf = (...values: number[]) => linearAxis(values, 'USD/year', String).ticks.map((tick) => tick.value);

describe('a linear axis', () => {
  it('has round ticks around its values', () => {
    expect(ticksOf(168_000, 231_000)).toEqual([160_000, 180_000, 200_000, 220_000, 240_000]);
    expect(ticksOf(1_010, 1_090)).toEqual([1_000, 1_020, 1_040, 1_060, 1_080, 1_100]);
    expect(ticksOf(0.11, 0.49)).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6]);
  });

  it('goes around a single value', () => {
    const axis = linearAxis([120_000], 'USD/year', String);
    expect(axis.min).toBeLessThan(120_000);
    expect(axis.max).toBeGreaterThan(120_000);
    expect(axis.ticks.length).toBeGreaterThanOrEqual(3);
    expect(linearAxis([0], 'count', String).min).toBe(0);
  });

  it('does not go below zero unless a value does', () => {
    expect(ticksOf(1_000, 200_000)).toEqual([0, 50_000, 100_000, 150_000, 200_000, 250_000]);
    expect(ticksOf(-1, 100)[0]).toBe(-50);
  });

  it('labels its ticks as it is told', () => {
    const { ticks, unit, scale } = linearAxis([10, 50], 'percent', (value) => `${value}%`);
    expect(ticks.map((tick) => tick.label)).toEqual(ticks.map((tick) => `${tick.value}%`));
    expect([unit, scale]).toEqual(['percent', 'linear']);
  });

  it('holds any amounts between its ends, with two to eight even ticks from end to end', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (values) => {
        const { min, max, ticks } = linearAxis(values, 'USD/year', String);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        expect([ticks[0]!.value, ticks.at(-1)!.value]).toEqual([min, max]);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(8);
        const step = ticks[1]!.value - ticks[0]!.value;
        expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step * 1.000001))).toPrecision(6)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
