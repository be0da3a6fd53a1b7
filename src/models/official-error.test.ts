import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { officialRow } from '../../test/fixtures/market-rows.js';
import { fitOfficialError, leastSquaresLine } from './official-error.js';

describe('the least-squares line', () => {
  it('goes through points on a line', () => {
    const { intercept, slope } = leastSquaresLine([1, 2, 7].map((x) => ({ x, y: 4 - 0.5 * x })));
    expect(intercept).toBeCloseTo(4, 12);
    expect(slope).toBeCloseTo(-0.5, 12);
  });

  it('has the known solution of four points', () => {
    const points = [
      { x: 0, y: 1 },
      { x: 1, y: 3 },
      { x: 2, y: 4 },
      { x: 3, y: 4 },
    ];
    expect(leastSquaresLine(points).slope).toBeCloseTo(1, 12);
    expect(leastSquaresLine(points).intercept).toBeCloseTo(1.5, 12);
  });
});

describe('the error of official cells by their jobs', () => {
  const cell = (soc: string, jobs: number, changes = {}) =>
    officialRow({ soc, jobs, meanRsePercent: Math.exp(4) * jobs ** -0.5, ...changes });
  const rows = [cell('11-0001', 100), cell('11-0002', 5_000), cell('11-0003', 1_000_000)];
  const outside = [
    cell('11-0004', 100, { year: 2024, meanRsePercent: 99 }),
    cell('11-0005', 100, { place: 'US-CA', meanRsePercent: 99 }),
    cell('11-0000', 100, { meanRsePercent: 99 }),
    cell('00-0000', 100, { meanRsePercent: 99 }),
    cell('11-0006', 0, { meanRsePercent: 99 }),
    cell('11-0007', 100, { jobs: null, meanRsePercent: 99 }),
    cell('11-0008', 100, { meanRsePercent: 0 }),
    cell('11-0009', 100, { meanRsePercent: null }),
  ];

  it('is the line through the detailed occupations of the newest national table', async () => {
    const [intercept, slope] = await fitOfficialError(memoryStore({ official: [...rows, ...outside] }));
    expect([intercept!.name, slope!.name]).toEqual(['official.rse-intercept', 'official.rse-slope']);
    expect(intercept!.value).toBeCloseTo(4, 9);
    expect(slope!.value).toBeCloseTo(-0.5, 9);
    expect([intercept!.n, slope!.n]).toEqual([3, 3]);
    expect(slope!.note).toContain('2025');
  });
});
