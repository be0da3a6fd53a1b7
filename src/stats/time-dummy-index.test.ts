import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { normalQuantile } from './normal-quantile.js';
import { seededRng } from './seeded-rng.js';
import { type TimeDummyInput, timeDummyIndex } from './time-dummy-index.js';

type Row = readonly [period: number, cell: string, logPay: number];

/** Each offer a cluster of its own. */
const input = (rows: readonly Row[], changes: Partial<TimeDummyInput> = {}): TimeDummyInput => ({
  periods: rows.map(([period]) => period),
  cells: rows.map(([, cell]) => cell),
  logPay: rows.map(([, , logPay]) => logPay),
  clusters: rows.map((_, i) => i),
  level: 0.9,
  ...changes,
});
const values = (rows: readonly Row[]) => timeDummyIndex(input(rows)).map(({ logIndex }) => logIndex);

describe('timeDummyIndex', () => {
  it('is not moved by a change of composition', () => {
    const low = (period: number): Row => [period, 'low', 10 + 0.1 * period];
    const high = (period: number): Row => [period, 'high', 12 + 0.1 * period];
    const rows = [low(0), low(0), low(0), high(0), low(1), high(1), high(1), high(1), high(2), high(2), low(2)];
    expect(values(rows)).toEqual([0, 0.1, 0.2].map((value) => expect.closeTo(value, 12)));
  });

  it('drops cells seen in one of two neighbouring periods from their change', () => {
    const rows: Row[] = [
      [0, 'a', 10],
      [1, 'a', 10.1],
      [1, 'new', 15],
      [2, 'new', 15.3],
      [2, 'newer', 3],
    ];
    const points = timeDummyIndex(input(rows));
    expect(points.map(({ logIndex }) => logIndex)).toEqual([0, 0.1, 0.4].map((value) => expect.closeTo(value, 12)));
    expect(points.map(({ cells, offers }) => [cells, offers])).toEqual([
      [0, 1],
      [1, 2],
      [1, 2],
    ]);
  });

  it('ends where neighbouring periods share no cell, and at a period without offers', () => {
    const start: Row[] = [
      [4, 'a', 10],
      [5, 'a', 11],
    ];
    expect(values([...start, [6, 'b', 10]])).toHaveLength(2);
    expect(values([...start, [7, 'a', 12]])).toHaveLength(2);
    expect(values([[4, 'a', 10]])).toEqual([0]);
    expect(values([])).toEqual([]);
  });

  it('has no error from one cluster, nor where a cluster carries a change alone', () => {
    const rows: Row[] = [
      [0, 'a', 10],
      [1, 'a', 11],
    ];
    expect(timeDummyIndex(input(rows, { clusters: [1, 1] }))[1]!.error).toBeNull();
    expect(timeDummyIndex(input(rows))[1]!.error).toBeNull();
    const more = [...rows, ...rows];
    expect(timeDummyIndex(input(more))[1]!.error).toMatchObject({ standardError: 0, df: 3 });
  });

  it('takes the weights it is given', () => {
    const rows: Row[] = [
      [0, 'a', 10],
      [1, 'a', 11],
      [1, 'a', 12],
    ];
    expect(timeDummyIndex(input(rows, { weights: [1, 3, 1] }))[1]!.logIndex).toBeCloseTo(1.25, 12);
  });

  it('rejects periods that are no whole numbers, and what no index can be made of', () => {
    const rows: Row[] = [
      [0, 'a', 10],
      [1, 'a', 11],
    ];
    expect(() => timeDummyIndex(input(rows, { periods: [0, 0.5] }))).toThrow(/whole/);
    expect(() => timeDummyIndex(input(rows, { logPay: [10, Infinity] }))).toThrow(/finite/);
    expect(() => timeDummyIndex(input(rows, { cells: ['a'] }))).toThrow(DomainError);
    expect(() => timeDummyIndex(input(rows, { level: 2 }))).toThrow(/coverage/);
  });
});

describe('calibration of timeDummyIndex', () => {
  it('covers the true index nine times in ten while the mix moves to cells that pay more', () => {
    const rng = seededRng(11);
    const normal = () => normalQuantile(Math.min(Math.max(rng(), 1e-12), 1 - 1e-12));
    const runs = 400;
    let covered = 0;
    let error = 0;
    for (let run = 0; run < runs; run += 1) {
      const rows: Row[] = [];
      const clusters: number[] = [];
      for (let cluster = 0; cluster < 60; cluster += 1) {
        const effect = 0.1 * normal();
        for (let i = Math.ceil(3 * Math.exp(0.8 * normal())); i > 0; i -= 1) {
          const period = Math.floor(4 * rng());
          const cell = Math.min(5, Math.floor(rng() * (3 + period)));
          rows.push([period, String(cell), 11 + 0.2 * cell + 0.03 * period + effect + 0.1 * normal()]);
          clusters.push(cluster);
        }
      }
      const last = timeDummyIndex(input(rows, { clusters }))[3]!;
      error += (last.logIndex - 0.09) / runs;
      if (last.error!.low <= 0.09 && 0.09 <= last.error!.high) covered += 1;
    }
    expect(Math.abs(error)).toBeLessThan(0.005);
    // Four Monte Carlo standard errors of 0.015.
    expect(covered / runs).toBeGreaterThan(0.84);
    expect(covered / runs).toBeLessThan(0.96);
  });
});
