import { describe, expect, it } from 'vitest';
import { type GradeEvidence, gradePay } from './grade.js';

/** Nothing to object to: 4% wide, fifty employers, a year old, two sources that agree. */
const BEST: GradeEvidence = {
  median: { value: 100_000, low: 96_000, high: 104_000 },
  effectiveEmployers: 50,
  unit: 'employers',
  employersKnown: true,
  ageMonths: 12,
  agreement: 'agree',
  otherLevels: false,
  wholeFamily: false,
  widerPlace: false,
  modelled: 'no',
};

const gradeWith = (changes: Partial<GradeEvidence>) => gradePay({ ...BEST, ...changes });
const upTo = (high: number) => ({ median: { value: 100_000, low: 99_000, high } });
const downTo = (low: number) => ({ median: { value: 100_000, low, high: 101_000 } });

describe('the grade of a pay figure', () => {
  it('is A where nothing holds it down', () => {
    expect(gradePay(BEST)).toEqual({ grade: 'A', reason: 'narrow, recent, many employers' });
  });

  it.each([
    ['A', upTo(105_000)],
    ['B', upTo(105_001)],
    ['B', upTo(110_000)],
    ['C', upTo(110_001)],
    ['C', upTo(120_000)],
    ['D', upTo(120_001)],
    ['B', downTo(94_999)],
    ['C', downTo(89_999)],
    ['D', downTo(79_999)],
    ['D', { median: { value: 100_000, low: null, high: null } }],
  ] as const)('is %s by the wider side of the interval in %j', (grade, changes) => {
    expect(gradeWith(changes).grade).toBe(grade);
  });

  it.each([
    ['A', 50],
    ['B', 49.9],
    ['B', 20],
    ['C', 19.9],
    ['C', 10],
    ['D', 9.9],
    ['D', 5],
    ['A', null],
  ] as const)('is %s with %s effective employers', (grade, effectiveEmployers) => {
    expect(gradeWith({ effectiveEmployers }).grade).toBe(grade);
  });

  it.each([
    ['A', 0],
    ['A', 12],
    ['B', 13],
    ['B', 24],
    ['C', 25],
    ['C', 36],
    ['D', 37],
  ] as const)('is %s with data %i months old', (grade, ageMonths) => {
    expect(gradeWith({ ageMonths }).grade).toBe(grade);
  });

  it.each([
    ['B', 'one source only', { agreement: 'one-source' }],
    ['C', 'sources disagree', { agreement: 'disagree' }],
    ['C', 'employers not named', { employersKnown: false }],
    ['C', 'not only the level asked', { otherLevels: true }],
    ['C', 'a wider place than asked', { widerPlace: true }],
    ['B', 'partly modelled', { modelled: 'partly' }],
    ['C', 'a model, not counted offers', { modelled: 'wholly' }],
  ] as const)('is at most %s with %s, and says so', (grade, reason, changes) => {
    expect(gradeWith(changes)).toEqual({ grade, reason });
  });

  it('is decided by the worst criterion, and names at most two of the worst', () => {
    const result = gradeWith({ agreement: 'one-source', otherLevels: true, widerPlace: true, employersKnown: false });
    expect(result).toEqual({ grade: 'C', reason: 'employers not named, not only the level asked' });
    expect(gradeWith({ ageMonths: 40, otherLevels: true })).toEqual({
      grade: 'D',
      reason: 'data over three years old',
    });
  });
});
