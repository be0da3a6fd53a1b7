/** From a row of a file to the question it asks, or to what is wrong with it. */
import { GoingRateError } from '../../core/errors.js';
import { readLevel } from '../../ingest/imports/values/read-level.js';
import { saysNothing } from '../../ingest/imports/values/says-nothing.js';
import { type BenchmarkAnswer, type UnderstoodRow, unansweredRow } from '../../report/benchmark.js';
import type { Market } from '../market.js';
import { type ReportRequest, understandQuestion } from '../question.js';
import type { InputRow } from './input-row.js';

/** What holds for all rows. */
export type CommonRequest = Pick<ReportRequest, 'basis' | 'only' | 'asOf'>;

export type ReadRow = { readonly understood: UnderstoodRow } | { readonly unanswered: BenchmarkAnswer };

/** Faults of one row; any other is of the whole request. */
const OF_ONE_ROW: ReadonlySet<string> = new Set([
  'EMPTY_TITLE',
  'TITLE_TOO_LONG',
  'EMPTY_PLACE',
  'REMOTE_PLACE',
  'UNKNOWN_PLACE',
  'CONTRADICTORY_LEVEL',
]);

/** Rows with the same key ask the same. */
export function keyOf({ title, place, level, fault }: InputRow): string {
  return JSON.stringify([title, place, level, fault]);
}

/** @throws {UsageError} for a fault of the whole request, {MarketError} for a damaged market */
export async function readRow(market: Market, row: InputRow, common: CommonRequest): Promise<ReadRow> {
  if (row.fault !== null) {
    return { unanswered: unansweredRow(`The row cannot be taken apart: ${row.fault}. Mend it in the file.`) };
  }
  const level = saysNothing(row.level) ? null : readLevel(row.level);
  if (level === null && !saysNothing(row.level)) {
    const known = 'intern, entry, mid, senior, lead, staff, principal, manager, director, vp or executive';
    return { unanswered: unansweredRow(`The level is not understood. Give ${known}, or leave it empty.`) };
  }
  try {
    const request = { ...common, title: row.title, place: row.place, level: level ?? undefined };
    const { question, notes } = await understandQuestion(market, request);
    const [titleNote = '', ...placeNotes] = notes;
    return { understood: { question, titleNote, placeNotes } };
  } catch (failure) {
    if (!(failure instanceof GoingRateError) || !OF_ONE_ROW.has(failure.code)) throw failure;
    if (failure.code !== 'CONTRADICTORY_LEVEL') {
      return { unanswered: unansweredRow(`${failure.message} ${failure.remedy}`) };
    }
    const words = `The title names another level than the column of levels, which says ${level}. Leave one of them out.`;
    return { unanswered: unansweredRow(words) };
  }
}
