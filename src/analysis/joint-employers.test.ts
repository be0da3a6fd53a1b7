import { describe, expect, it } from 'vitest';
import { observation, offersOf } from '../../test/fixtures/market-rows.js';
import { NO_INDEX } from '../../test/fixtures/question.js';
import { describeCell, estimateCell, type SourceEstimate } from './estimate.js';
import { jointEmployers, sharedCorrelation } from './joint-employers.js';
import type { PayObservation } from './observation.js';
import { poolSources } from './pool.js';

const estimateOf = (source: string, rows: readonly PayObservation[]): SourceEstimate =>
  estimateCell(describeCell(rows, source, 2), NO_INDEX);

/** Offers of employers from `first` on, each a little above the one before. */
const boards = (first: number, count: number) =>
  offersOf(count, (i) => ({ employer: first + i, statedLow: 100_000 + 500 * i, statedHigh: 140_000 + 500 * i }));

const logWidth = ({ low, high }: { low: number | null; high: number | null }) => Math.log(high! / low!);

describe('employers that speak in several sources', () => {
  it('correlate two sources by their shares', () => {
    const [one, same, other] = [boards(1, 20), boards(1, 20), boards(21, 20)].map((rows) => estimateOf('s', rows));
    expect(sharedCorrelation(one!, same!)).toBeCloseTo(1, 12);
    expect(sharedCorrelation(one!, other!)).toBe(0);
    expect(sharedCorrelation(one!, estimateOf('s', boards(11, 20)))).toBeCloseTo(0.5, 12);
    const heavy = [...boards(1, 1), ...boards(1, 1), ...boards(1, 1), ...boards(30, 1)];
    expect(sharedCorrelation(estimateOf('s', heavy), estimateOf('s', boards(1, 2)))).toBeCloseTo(3 / Math.sqrt(20), 12);
  });

  it('count once', () => {
    const half = [estimateOf('boards', boards(1, 20)), estimateOf('mine', boards(11, 20))];
    expect(jointEmployers(half)).toMatchObject({ employers: 30, independent: true });
    expect(jointEmployers(half).effective).toBeCloseTo(30, 9);
    const whole = [estimateOf('boards', boards(1, 20)), estimateOf('mine', boards(1, 20))];
    expect(jointEmployers(whole)).toMatchObject({ employers: 20, independent: false });
    expect(jointEmployers(whole).effective).toBeCloseTo(20, 9);
  });

  it('are unknown where a source names none, and the same range is the same witness', () => {
    const unnamed = Array.from({ length: 40 }, (_, i) =>
      observation({ employer: null, statedLow: 90_000 + i, statedHigh: 120_000, cluster: `range ${i}` }),
    );
    const twice = [estimateOf('index', unnamed), estimateOf('mine', unnamed)];
    expect(jointEmployers(twice)).toMatchObject({ employers: null, independent: false });
    expect(jointEmployers([estimateOf('boards', boards(1, 20)), estimateOf('index', unnamed)])).toMatchObject({
      employers: null,
      independent: true,
    });
    expect(jointEmployers([])).toEqual({ employers: 0, effective: 0, independent: false });
  });

  it('do not make a pool surer than they are alone', () => {
    const one = estimateOf('boards', boards(1, 20));
    const alone = logWidth(one.percentiles['50']!);
    const repeated = poolSources([one, estimateOf('mine', boards(1, 20))])!;
    expect(logWidth(repeated.percentiles['50']!)).toBeCloseTo(alone, 9);
    const independent = poolSources([one, estimateOf('mine', boards(21, 20))])!;
    expect(logWidth(independent.percentiles['50']!)).toBeCloseTo(alone / Math.SQRT2, 2);
    const partly = logWidth(poolSources([one, estimateOf('mine', boards(11, 20))])!.percentiles['50']!);
    expect(partly).toBeGreaterThan(alone / Math.SQRT2);
    expect(partly).toBeLessThan(alone);
  });
});
