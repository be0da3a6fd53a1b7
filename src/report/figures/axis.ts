/** Axes with round ticks; labels are made here so that renderers only place them. */
import type { Figure } from '../model.js';

export type Axis = Extract<Figure, { kind: 'pay-band' }>['axis'];
type Label = (value: number) => string;

/** Ticks wanted on an axis: enough to read a value, few enough for a phone. */
const TICKS = 5;
const RATIO_TICKS = 3;
/** Room beyond the outermost values, as a share of their span: marks and labels end inside. */
const MARGIN = 0.04;
const RATIO_MARGIN = 0.14;

/**
 * A linear axis around the values with about five round ticks, the rule of every chart of amounts.
 *
 * It starts where the values need it to and not at zero: the charts draw places on an axis, never lengths from zero.
 * Nothing lies below zero unless a value does.
 *
 * @param values at least one finite number
 * @example linearAxis([168_000, 231_000], 'USD/year', String).ticks.length // 3
 */
export function linearAxis(values: readonly number[], unit: string, label: Label): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high > low ? high - low : Math.max(Math.abs(high) * 0.1, 1);
  const start = low - span * MARGIN;
  const min = low >= 0 ? Math.max(0, start) : start;
  const max = high + span * MARGIN;
  return { unit, scale: 'linear', min, max, ticks: roundTicks(min, max, { wanted: TICKS, label }) };
}

/**
 * Logarithmic axes for panels over one time axis: drawn with heights in proportion to their ratios of high to low,
 * equal slopes are equal rates of change in all of them. None is less than half as high as the highest.
 *
 * @param groups the values of each panel, all above zero, at least one each
 */
export function ratioAxes(groups: readonly (readonly number[])[], unit: string, label: Label): Axis[] {
  const ends = groups.map((values) => [Math.log(Math.min(...values)), Math.log(Math.max(...values))] as const);
  const longest = Math.max(...ends.map(([low, high]) => high - low), Math.log(1.1));
  return ends.map(([low, high]) => {
    const length = Math.max(high - low, longest / 2) * (1 + 2 * RATIO_MARGIN);
    const middle = (low + high) / 2;
    const [min, max] = [Math.exp(middle - length / 2), Math.exp(middle + length / 2)];
    return { unit, scale: 'log', min, max, ticks: roundTicks(min, max, { wanted: RATIO_TICKS, label }) };
  });
}

const MULTIPLES = [1, 2, 5];

/**
 * Multiples of 1, 2 or 5 times a power of ten between two ends, as near as can be to the number wanted, whose labels
 * all differ.
 */
function roundTicks(min: number, max: number, { wanted, label }: { wanted: number; label: Label }): Axis['ticks'] {
  const power = Math.floor(Math.log10((max - min) / wanted));
  const steps = [0, 1, 2].flatMap((more) => MULTIPLES.map((multiple) => multiple * 10 ** (power + more)));
  const grids = steps.map((step) => {
    const first = Math.ceil(min / step - 1e-9);
    return { step, first, count: Math.floor(max / step + 1e-9) - first + 1 };
  });
  // Of two that are equally near the coarser one is read more easily.
  const nearest = grids
    .filter(({ count }) => count > 0)
    .sort((a, b) => Math.abs(a.count - wanted) - Math.abs(b.count - wanted) || b.step - a.step);
  for (const { step, first, count } of nearest) {
    const ticks = Array.from({ length: count }, (_, index) => {
      const value = Number(((first + index) * step).toPrecision(12));
      return { value, label: label(value) };
    });
    if (new Set(ticks.map((tick) => tick.label)).size === count) return ticks;
  }
  return [];
}
