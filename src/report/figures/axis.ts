/** Axes with round ticks; labels are made here so that renderers only place them. */
import type { Figure } from '../model.js';

export type Axis = Extract<Figure, { kind: 'pay-band' }>['axis'];

/**
 * A linear axis around the values: round ends, about five ticks, nothing below zero unless a value is.
 *
 * @param values at least one finite number
 * @example linearAxis([168_000, 231_000], 'USD/year', String).ticks.length // 5
 */
export function linearAxis(values: readonly number[], unit: string, label: (value: number) => string): Axis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high > low ? high - low : Math.max(Math.abs(high) * 0.1, 1);
  const step = roundStep(span / 4);
  const start = Math.floor((low - span * 0.03) / step) * step;
  const min = low >= 0 ? Math.max(0, start) : start;
  const max = Math.ceil((high + span * 0.03) / step) * step;
  const count = Math.round((max - min) / step);
  const ticks = Array.from({ length: count + 1 }, (_, index) => {
    const value = Number((min + index * step).toPrecision(12));
    return { value, label: label(value) };
  });
  return { unit, scale: 'linear', min, max, ticks };
}

/** 1, 2 or 5 times a power of ten, at least the step wanted. */
function roundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * power >= wanted * 0.999) ?? 10;
  return multiple * power;
}
