import { describe, expect, it } from 'vitest';
import { type Axis, percentScale, timeScale } from './scale.js';

const axis = (parts: Partial<Axis>): Axis => ({ unit: '', scale: 'linear', min: 100, max: 200, ticks: [], ...parts });

describe('percentScale', () => {
  it('is linear between the ends and stays inside', () => {
    expect([50, 100, 125, 200, 300].map(percentScale(axis({})))).toEqual([0, 0, 25, 100, 100]);
  });

  it('is logarithmic when the axis is', () => {
    expect([1, 10, 100].map(percentScale(axis({ scale: 'log', min: 1, max: 100 })))).toEqual([0, 50, 100]);
  });

  it('puts everything in the middle of an axis without length', () => {
    expect(percentScale(axis({ max: 100 }))(100)).toBe(50);
  });
});

it('timeScale spans its dates', () => {
  const scale = timeScale(['2020-01-01', '2020-01-05', '2020-01-03']);
  expect(['2020-01-01', '2020-01-03', '2020-01-05'].map(scale)).toEqual([0, 50, 100]);
});
