import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearAxis, ratioAxes } from './axis.js';

const ticksOf = (...values: number[]) => linearAxis(values, 'USD/year', String).ticks.map((tick) => tick.value);

describe('a linear axis', () => {
  it('has round ticks among its values and ends just beyond them', () => {
    expect(ticksOf(168_000, 231_000)).toEqual([180_000, 200_000, 220_000]);
    expect(ticksOf(90_000, 295_000)).toEqual([100_000, 150_000, 200_000, 250_000, 300_000]);
    expect(ticksOf(0.11, 0.49)).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    const { min, max } = linearAxis([168_000, 231_000], 'USD/year', String);
    expect([min, max]).toEqual([165_480, 233_520]);
  });

  it('goes around a single value', () => {
    const axis = linearAxis([120_000], 'USD/year', String);
    expect(axis.min).toBeLessThan(120_000);
    expect(axis.max).toBeGreaterThan(120_000);
    expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
    expect(linearAxis([0], 'count', String).min).toBe(0);
  });

  it('does not go below zero unless a value does', () => {
    expect(linearAxis([1_000, 200_000], 'USD/year', String).min).toBe(0);
    expect(linearAxis([-1, 100], 'percent', String).min).toBeLessThan(-1);
  });

  it('labels its ticks as it is told, no two alike', () => {
    const { ticks, unit, scale } = linearAxis([10, 50], 'percent', (value) => `${value}%`);
    expect(ticks.map((tick) => tick.label)).toEqual(ticks.map((tick) => `${tick.value}%`));
    expect([unit, scale]).toEqual(['percent', 'linear']);
    const rough = linearAxis([60_000, 61_900], 'USD/year', (value) => `${Math.round(value / 1000)}k`);
    expect(rough.ticks.map((tick) => tick.label)).toEqual(['60k', '61k']);
  });

  it('holds any amounts between its ends, with one to eight even ticks of a round step', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 50_000_000 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(amounts, (values) => {
        const { min, max, ticks } = linearAxis(values, 'USD/year', String);
        expect(min).toBeLessThanOrEqual(Math.min(...values));
        expect(max).toBeGreaterThanOrEqual(Math.max(...values));
        expect(ticks.length).toBeGreaterThanOrEqual(3);
        expect(ticks.length).toBeLessThanOrEqual(8);
        expect(ticks[0]!.value).toBeGreaterThanOrEqual(min);
        expect(ticks.at(-1)!.value).toBeLessThanOrEqual(max);
        const step = ticks[1]!.value - ticks[0]!.value;
        expect([1, 2, 5]).toContain(Number((step / 10 ** Math.floor(Math.log10(step * 1.000001))).toPrecision(6)));
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

describe('axes of ratios', () => {
  const length = ({ min, max }: { min: number; max: number }) => Math.log(max / min);

  it('hold their values with room beside them, none less than half as long as the longest', () => {
    const amount = fc.array(fc.integer({ min: 10_000, max: 900_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amount, amount, (...groups) => {
        const axes = ratioAxes(groups, 'USD/year', String);
        axes.forEach((axis, index) => {
          expect(axis.scale).toBe('log');
          expect(axis.min).toBeLessThan(Math.min(...groups[index]!));
          expect(axis.max).toBeGreaterThan(Math.max(...groups[index]!));
          for (const { value } of axis.ticks) {
            expect(value).toBeGreaterThanOrEqual(axis.min);
            expect(value).toBeLessThanOrEqual(axis.max);
          }
        });
        const lengths = axes.map(length);
        expect(Math.min(...lengths) * 2.0001).toBeGreaterThanOrEqual(Math.max(...lengths));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it('have round ticks', () => {
    const [ours, official] = ratioAxes(
      [
        [166_000, 203_000],
        [109_000, 137_000],
      ],
      'USD/year',
      String,
    );
    expect(ours!.ticks.map(({ value }) => value)).toEqual([180_000, 200_000]);
    expect(official!.ticks.map(({ value }) => value)).toEqual([120_000, 140_000]);
  });
});
