import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../core/errors.js';
import { silentProgress } from '../../core/ports.js';
import { judged, SCORE_IDS, type Score, type ScoreId } from '../../core/score.js';
import { scoreboardSchema } from '../../report/scoreboard.js';
import { type Market, openMarket } from '../market.js';
import { SHIPPED_MARKET } from '../paths.js';
import { runBacktest, scoreIds } from './backtest.js';
import type { Measurement } from './measurement.js';

let market: Market;
let folder: string;
beforeAll(async () => {
  market = await openMarket();
  folder = await mkdtemp(join(tmpdir(), 'backtest-'));
});
afterAll(async () => {
  await market.close();
  await rm(folder, { recursive: true });
});

const score = (id: ScoreId, value: number | null = 1): Score =>
  judged({
    id,
    metric: 'm',
    value: value ?? 0,
    reference: null,
    limits: value === null ? null : { low: 1, high: null },
    n: 1,
    counted: 'things',
  });

function measurement(ids: readonly ScoreId[], measure: Measurement['measure']) {
  const calls: string[] = [];
  const wrapped: Measurement = {
    ids,
    measure: (context) => {
      calls.push(ids.join());
      return measure(context);
    },
  };
  return { calls, wrapped };
}

const run = (measurements: readonly Measurement[], more: { only?: readonly ScoreId[]; from?: string } = {}) =>
  runBacktest({ market, directory: SHIPPED_MARKET, from: null, progress: silentProgress, ...more }, measurements);

describe('a back-test', () => {
  const last = measurement(['defects.site'], async () => [score('defects.site', 0)]);
  const first = measurement(['pinball.sparse', 'coverage.sim.median'], async ({ note }) => {
    note('a note');
    return [score('pinball.sparse', null), score('coverage.sim.median')];
  });
  const measurements = [last.wrapped, first.wrapped];

  it('gives every score in the fixed order and counts its verdicts', async () => {
    const board = await run(measurements);
    expect(board.scoreboard.map(({ id }) => id)).toEqual(['coverage.sim.median', 'pinball.sparse', 'defects.site']);
    expect(board).toMatchObject({
      schema: 'goingrate.scoreboard/1',
      asOf: market.asOf,
      summary: { met: 1, missed: 1, reported: 1 },
      notes: ['a note'],
    });
    expect(scoreboardSchema.strict().safeParse(board).success).toBe(true);
  });

  it('measures only what is asked for', async () => {
    const before = first.calls.length;
    const board = await run(measurements, { only: ['defects.site'] });
    expect(board.scoreboard.map(({ id }) => id)).toEqual(['defects.site']);
    expect(first.calls).toHaveLength(before);
    const one = await run(measurements, { only: ['pinball.sparse'] });
    expect(one.scoreboard.map(({ id }) => id)).toEqual(['pinball.sparse']);
  });

  it('refuses a folder that is not there before anything is measured', async () => {
    const before = last.calls.length;
    await expect(run(measurements, { from: join(folder, 'none') })).rejects.toMatchObject({
      code: 'MISSING_RAW_FOLDER',
      exitCode: 2,
    });
    expect(last.calls).toHaveLength(before);
  });

  it('ends with the failure of a measurement, and clears its progress', async () => {
    let done = 0;
    const progress = {
      step() {},
      done() {
        done += 1;
      },
    };
    const failing = measurement(['titles.ece'], () => Promise.reject(new Error('broken')));
    const request = { market, directory: SHIPPED_MARKET, from: null, progress };
    await expect(runBacktest(request, [failing.wrapped])).rejects.toThrow('broken');
    expect(done).toBe(1);
  });

  it('has a measurement for every score', async () => {
    const { MEASUREMENTS } = await import('./backtest.js');
    expect(MEASUREMENTS.flatMap(({ ids }) => ids).sort()).toEqual([...SCORE_IDS].sort());
  });
});

describe('ids of scores', () => {
  it('are those there are', () => {
    expect(scoreIds(['titles.ece', 'titles.ece'])).toEqual(['titles.ece', 'titles.ece']);
  });

  it.each(['', 'titles', 'TITLES.ECE', 'toString', '\u001b[31m'])('%j is refused with the list', (text) => {
    expect(() => scoreIds([text])).toThrow(UsageError);
    try {
      scoreIds([text]);
    } catch (failure) {
      const { code, remedy, exitCode } = failure as UsageError;
      expect([code, exitCode]).toEqual(['UNKNOWN_SCORE', 2]);
      for (const id of SCORE_IDS) expect(remedy).toContain(id);
    }
  });
});
