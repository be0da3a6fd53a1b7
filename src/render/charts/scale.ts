/** Positions on a chart: values of the model to percentages of the plot's width or height. */
import { scaleLinear, scaleLog, scaleUtc } from 'd3-scale';
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
  const place = continuousScale(axis, 100);
  return (value) => rounded(place(value));
}

/** The same to `length` units, not rounded. */
export function continuousScale({ scale: kind, min, max }: Axis, length: number): (value: number) => number {
  if (kind === 'linear') return scaleLinear().domain([min, max]).range([0, length]).clamp(true);
  const positive = (value: number): number => Math.max(value, Number.MIN_VALUE);
  const scale = scaleLog()
    .domain([positive(min), positive(max)])
    .range([0, length])
    .clamp(true);
  return (value) => scale(positive(value));
}

/** The scale of a time axis of `length` units that spans the dates given (ISO 8601). */
export function timeScale(dates: readonly string[], length = 100): (date: string) => number {
  const times = dates.map((date) => Date.parse(date)).filter(Number.isFinite);
  const scale = scaleUtc()
    .domain([Math.min(...times), Math.max(...times)])
    .range([0, length])
    .clamp(true);
  const places = new Map<string, number>();
  return (date) => {
    const known = places.get(date);
    if (known !== undefined) return known;
    const place = rounded(scale(Date.parse(date)));
    places.set(date, place);
    return place;
  };
}

/** One decimal: half a pixel of the widest plot. */
export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
