/** When rows of the salary index were first seen, told from their position in the file. */
import { SourceError } from '../../../core/errors.js';
import type { Snapshot } from './parse.js';

/** First and last day on which something may have been seen for the first time. */
export interface SeenSpan {
  readonly from: string;
  readonly to: string;
  /** Month of `to`, or the year when no more is known: within it equal ranges of one title are repeats. */
  readonly period: string;
}

/** From this snapshot on new rows were put on top of the old ones and stayed in place. */
export const FIRST_RELIABLE_SNAPSHOT = '2023-05-21';

/**
 * Dates rows by their rank from the bottom of the file: a row was first there in the first snapshot that had at
 * least so many rows. Rows older than the first reliable snapshot are dated by their work year alone.
 */
export class SnapshotClock {
  readonly #snapshots: readonly Snapshot[];

  constructor(snapshots: readonly Snapshot[]) {
    this.#snapshots = snapshots.filter(({ date }) => date >= FIRST_RELIABLE_SNAPSHOT);
    if (this.#snapshots[0]?.date !== FIRST_RELIABLE_SNAPSHOT) {
      throw incomplete(`ai-jobs-salaries/snapshots.csv lacks the snapshot of ${FIRST_RELIABLE_SNAPSHOT}.`);
    }
  }

  /**
   * @param rank position from the bottom, 1 for the last row
   * @throws {SourceError} SOURCE_VALUE when the file is longer than its newest snapshot
   */
  seen(rank: number, workYear: number): SeenSpan {
    const index = this.#snapshots.findIndex(({ rows }) => rows >= rank);
    if (index < 0) throw incomplete(`No snapshot of ai-jobs-salaries/snapshots.csv has ${rank} rows.`);
    if (index === 0) return beforeSnapshots(workYear);
    const to = this.#snapshots[index]!.date;
    return { from: nextDay(this.#snapshots[index - 1]!.date), to, period: to.slice(0, 7) };
  }
}

function incomplete(message: string): SourceError {
  return new SourceError(
    'SOURCE_VALUE',
    message,
    'Make snapshots.csv anew from the history of the file, as the README of ai-jobs says.',
  );
}

function beforeSnapshots(workYear: number): SeenSpan {
  const yearEnd = `${workYear}-12-31`;
  const to = yearEnd < FIRST_RELIABLE_SNAPSHOT ? yearEnd : FIRST_RELIABLE_SNAPSHOT;
  return { from: `${workYear}-01-01`, to, period: String(workYear) };
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
