/** Positions on a chart: values of the model to percentages of the plot's width or height. */
import type { Figure } from '../../report/model.js';

export type Axis = Extract<Figure, { kind: 'pay-band' }>['axis'];

/** A value's place on its axis, 0 to 100, kept inside the plot. */
export type PercentScale = (value: number) => number;

/**
 * The scale of an axis.
 *
 * Linear or logarithmic; an axis without length puts everything in the middle.
 */
export function percentScale(axis: Axis): PercentScale {
  const measure = axis.scale === 'log' ? (value: number) => Math.log(Math.max(value, Number.MIN_VALUE)) : identity;
  const start = measure(axis.min);
  const length = measure(axis.max) - start;
  if (!(length > 0)) return () => 50;
  return (value) => rounded(Math.min(100, Math.max(0, ((measure(value) - start) / length) * 100)));
}

/** The scale of a time axis that spans the dates given (ISO 8601). */
export function timeScale(dates: readonly string[]): (date: string) => number {
  const times = dates.map((date) => Date.parse(date)).filter(Number.isFinite);
  const start = Math.min(...times);
  const length = Math.max(...times) - start;
  return (date) => (length > 0 ? rounded(((Date.parse(date) - start) / length) * 100) : 50);
}

/** Two decimals: finer than a pixel at any width. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function identity(value: number): number {
  return value;
}
