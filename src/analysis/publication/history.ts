/** What earlier releases of one population showed, so that two releases cannot be told against each other. */

import type { PrivateRecord } from './population.js';
import type { PublishedCell } from './published-cell.js';

/** Records of a block as marks: keyed hashes from which nobody without the key can tell a record. */
export interface BlockMarks {
  /** Marks of the records by the mark of their employer; equal records have equal marks. */
  readonly byEmployer: ReadonlyMap<number, readonly number[]>;
}

export interface History {
  readonly blocks: readonly BlockMarks[];
  /** The figures shown last, by the key of their cell. */
  readonly shown: ReadonlyMap<string, PublishedCell>;
}

export const NO_HISTORY: History = { blocks: [], shown: new Map() };

export interface Matched {
  /** For every record the number of its block in the history, from 1; 0 for records never published. */
  readonly blockOf: Int32Array;
  /** Records published earlier that are not among these, by block from 1; index 0 is empty. */
  readonly gone: readonly BlockMarks[];
}

/**
 * Finds records in what was published before: first of the same employer, then of any, because an employer may have
 * become known under another number. Equal records are exchangeable, so each may be taken for the other.
 */
export function matchHistory(records: readonly PrivateRecord[], { blocks }: History): Matched {
  const waiting = blocks.length === 0 ? new Map<number, Waiting>() : waitingRecords(records);
  const blockOf = new Int32Array(records.length);
  const match =
    (find: (waiting: Waiting, employer: number) => number | undefined) => (block: BlockMarks, index: number) =>
      withoutMatched(block, (mark, employer) => {
        const same = waiting.get(mark);
        const record = same === undefined ? undefined : find(same, employer);
        if (record !== undefined) blockOf[record] = index + 1;
        return record !== undefined;
      });
  const unnamed = blocks.map(match((same, employer) => take(same, employer)));
  const gone = unnamed.map(match((same) => takeAny(same)));
  return { blockOf, gone: [{ byEmployer: new Map() }, ...gone] };
}

/** Equal records that are not matched yet, by employer. */
type Waiting = Map<number, number[]>;

function waitingRecords(records: readonly PrivateRecord[]): Map<number, Waiting> {
  const waiting = new Map<number, Waiting>();
  for (const [index, { employer, mark }] of records.entries()) {
    const same: Waiting = waiting.get(mark) ?? new Map();
    waiting.set(mark, same);
    const ofEmployer = same.get(employer);
    if (ofEmployer === undefined) same.set(employer, [index]);
    else ofEmployer.push(index);
  }
  return waiting;
}

function take(waiting: Waiting, employer: number): number | undefined {
  const records = waiting.get(employer);
  const record = records?.pop();
  if (records?.length === 0) waiting.delete(employer);
  return record;
}

function takeAny(waiting: Waiting): number | undefined {
  for (const employer of waiting.keys()) return take(waiting, employer);
  return undefined;
}

function withoutMatched(
  { byEmployer }: BlockMarks,
  isMatched: (mark: number, employer: number) => boolean,
): BlockMarks {
  const left = new Map<number, number[]>();
  for (const [employer, marks] of byEmployer) {
    const missing = marks.filter((mark) => !isMatched(mark, employer));
    if (missing.length > 0) left.set(employer, missing);
  }
  return { byEmployer: left };
}

/** Blocks as the history keeps them, from the block of every record; those never published are not kept. */
export function blocksToKeep(
  records: readonly PrivateRecord[],
  blockOf: (record: number) => number,
  gone: readonly BlockMarks[],
): BlockMarks[] {
  const kept = new Map<number, Map<number, number[]>>();
  const put = (block: number, employer: number, mark: number): void => {
    const byEmployer = kept.get(block) ?? new Map<number, number[]>();
    kept.set(block, byEmployer);
    const marks = byEmployer.get(employer);
    if (marks === undefined) byEmployer.set(employer, [mark]);
    else marks.push(mark);
  };
  for (const [index, { employer, mark }] of records.entries()) {
    const block = blockOf(index);
    if (block > 0) put(block, employer, mark);
  }
  for (const [block, { byEmployer }] of gone.entries()) {
    for (const [employer, marks] of byEmployer) for (const mark of marks) put(block, employer, mark);
  }
  const ascending = (a: number, b: number): number => a - b;
  return [...kept.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, byEmployer]) => ({
      byEmployer: new Map(
        [...byEmployer].sort(([a], [b]) => a - b).map(([employer, marks]) => [employer, marks.sort(ascending)]),
      ),
    }));
}
