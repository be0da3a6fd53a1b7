import { describe, expect, it } from 'vitest';
import { type GradeEvidence, gradePay } from '../../src/analysis/grade.js';
import { publicationLadder } from '../../src/stats/index.js';
import { readDocument } from './documents.js';

const methods = readDocument('docs/methods.md');

/** Cells of the first table after a heading or a phrase, without its head. */
function tableAfter(mark: string): string[][] {
  const lines = methods.slice(methods.indexOf(mark)).split('\n');
  const start = lines.findIndex((line) => line.startsWith('| ---'));
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  const cellsOf = (line: string): string[] => line.split('|').slice(1, -1);
  return lines.slice(start + 1, end).map((line) => cellsOf(line).map((cell) => cell.trim()));
}

const best: GradeEvidence = {
  median: { value: 100, low: 99, high: 101 },
  effectiveEmployers: 100,
  unit: 'employers',
  employersKnown: true,
  ageMonths: 0,
  agreement: 'agree',
  otherLevels: false,
  wholeFamily: false,
  widerPlace: false,
  modelled: 'no',
};

const numberIn = (cell: string): number => Number(/\d+/.exec(cell)![0]);

describe('the table of grades in docs/methods.md', () => {
  const rows = tableAfter('## Grades');
  const limitsOf = (criterion: string) => {
    const row = rows.find(([name]) => name!.startsWith(criterion))!;
    return row.slice(1, 4).map(numberIn) as [number, number, number];
  };
  const gradesAt = (limits: readonly number[], past: number, change: (limit: number) => Partial<GradeEvidence>) =>
    limits.flatMap((limit) => [limit, limit + past]).map((value) => gradePay({ ...best, ...change(value) }).grade);

  it('states the limits of the interval', () => {
    const width = (percent: number) => ({ median: { value: 1000, low: 1000 - 10 * percent, high: 1000 } });
    expect(gradesAt(limitsOf('larger side'), 0.1, width)).toEqual(['A', 'B', 'B', 'C', 'C', 'D']);
  });

  it('states the limits of employers', () => {
    const employers = (effectiveEmployers: number) => ({ effectiveEmployers });
    expect(gradesAt(limitsOf('effective employers'), -0.1, employers)).toEqual(['A', 'B', 'B', 'C', 'C', 'D']);
  });

  it('states the limits of age', () => {
    const age = (ageMonths: number) => ({ ageMonths });
    expect(gradesAt(limitsOf('months'), 1, age)).toEqual(['A', 'B', 'B', 'C', 'C', 'D']);
  });

  it.each([
    ['sources', 'one only', { agreement: 'one-source' }],
    ['sources', 'disagree', { agreement: 'disagree' }],
    ['employers', 'not named', { employersKnown: false }],
    ['level', 'other levels too', { otherLevels: true }],
    ['place', 'wider', { widerPlace: true }],
    ['model', 'partly modelled', { modelled: 'partly' }],
    ['model', 'a fitted model', { modelled: 'wholly' }],
  ] as const)('puts %s: %s under its grade', (criterion, text, change) => {
    const row = rows.find(([name]) => name === criterion)!;
    expect(gradePay({ ...best, ...change }).grade).toBe(['', 'A', 'B', 'C', 'D'][row.indexOf(text)]);
  });
});

describe('the publication ladder in docs/methods.md', () => {
  const rows = tableAfter('**Publication ladder**');

  it.each([
    [4.9, 'below 5'],
    [5, '5 to 10'],
    [9.9, '5 to 10'],
    [10, 'from 10'],
    [11, 'from 11'],
    [20, 'from 20'],
  ])('says what %d effective employers carry', (effectiveEmployers, name) => {
    const row = rows.find(([first]) => first!.startsWith(name))!;
    const { median, quartiles, tails } = publicationLadder({ effectiveEmployers, effectiveN: 29, n: 29 });
    expect(row.slice(1).map((cell) => cell.split(':')[0])).toEqual([median, quartiles, tails]);
  });
});
