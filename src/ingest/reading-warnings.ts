/** What may be wrong with a source although it could be read. */
import { named, newColumns } from '../core/column-drift.js';
import { formatCount } from '../core/format.js';
import type { ManifestSource } from '../store/port.js';
import type { ReadSource } from './read-source.js';

/** Fewer rows than this share of the last reading are named. */
const FEWER = 0.5;

/**
 * Compares a reading with the last one: rows that fall by more than half, data that are older than before, columns that
 * were not there.
 *
 * @param before entry of the last reading
 * @param known columns of the last reading, when they are known
 * @returns one line each
 */
export function readingWarnings(
  { source, columns }: Pick<ReadSource, 'source' | 'columns'>,
  before: Pick<ManifestSource, 'rowsIn' | 'rowsKept' | 'newest'>,
  known: readonly string[] | undefined,
): string[] {
  const warnings: string[] = [];
  const counts = [
    ['rows in its files', before.rowsIn, source.rowsIn],
    ['rows kept', before.rowsKept, source.rowsKept],
  ] as const;
  const fell = counts.find(([, last, now]) => now < FEWER * last);
  if (fell) warnings.push(`fell from ${formatCount(fell[1])} to ${formatCount(fell[2])} ${fell[0]}`);
  if (source.newest < before.newest) warnings.push(`now ends on ${source.newest}, before it ended on ${before.newest}`);
  const fresh = known === undefined ? [] : newColumns(columns, known);
  if (fresh.length > 0) warnings.push(`has new columns, which are not read: ${named(fresh)}`);
  return warnings;
}
