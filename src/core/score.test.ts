import { describe, expect, it } from 'vitest';
import { judged, type MeasuredScore } from './score.js';

const measured: MeasuredScore = {
  id: 'coverage.cv.filed',
  metric: 'share',
  value: 0.9,
  reference: null,
  limits: { low: 0.87, high: 0.93 },
  n: 10,
  counted: 'offers',
};
const part = (value: number, limits = { low: 0.85 as number | null, high: null as number | null } as const) => ({
  name: 'p',
  value,
  n: 3,
  limits,
});

describe('a score', () => {
  it.each([
    [0.87, true],
    [0.93, true],
    [0.869999, false],
    [0.930001, false],
    [Number.NaN, false],
  ])('of %d is met: %s', (value, met) => {
    expect(judged({ ...measured, value }).met).toBe(met);
  });

  it('is missed by any of its parts, and by none that is only reported', () => {
    expect(judged({ ...measured, parts: [part(0.85), part(0.849)] })).toMatchObject({
      met: false,
      parts: [{ met: true }, { met: false, hold: 'at least 0.85' }],
    });
    const reported = { ...part(0), limits: null };
    expect(judged({ ...measured, parts: [reported] })).toMatchObject({
      met: true,
      parts: [{ met: null, hold: null }],
    });
  });

  it('without a hold has no verdict', () => {
    expect(judged({ ...measured, limits: null })).toMatchObject({ met: null, hold: null, limits: null });
  });

  it('held by its parts alone has theirs', () => {
    const held = { ...measured, limits: null, partsHold: 'each at least 0.85', parts: [part(0.8)] };
    expect(judged(held)).toMatchObject({ met: false, hold: 'each at least 0.85' });
  });

  it.each([
    [{ low: 0.87, high: 0.93 }, '0.87 to 0.93'],
    [{ low: 0.5, high: null }, 'at least 0.5'],
    [{ low: null, high: 0 }, 'at most 0'],
  ])('says %j in words', (limits, words) => {
    expect(judged({ ...measured, limits }).hold).toBe(words);
    expect(judged({ ...measured, limits, partsHold: 'more' }).hold).toBe(`${words}; more`);
  });

  it('is rounded to six decimals after it was judged', () => {
    const score = judged({ ...measured, value: 0.9300000001, standardError: 1 / 3 });
    expect(score).toMatchObject({ value: 0.93, met: false, standardError: 0.333333 });
  });
});
