/** Records with keys of their own, as one table with all of them for columns. */
import { columnNames } from '../column-names.js';
import type { OpenContext, OpenedTable, SourceFile } from '../open-context.js';
import { StagedTable } from '../staged-table.js';
import { unreadable } from '../unreadable.js';

export type SourceRecord =
  | { readonly values: ReadonlyMap<string, string> }
  | { readonly fault: string; readonly original: string };

/** Records held back until the columns are likely to be known. */
const HELD = 1000;

export interface RecordSource {
  readonly file: SourceFile;
  /** Reads the records from the beginning; called again when a new key turns up late. */
  readonly records: () => AsyncIterable<SourceRecord>;
  /** The columns, where the format says what they are. */
  readonly columns?: readonly string[];
}

/**
 * Writes the records aside, numbered from 1.
 *
 * @throws {UsageError} UNREADABLE_FILE when there is no record, or no end of columns
 */
export async function stageRecords(
  { file, records, columns }: RecordSource,
  context: OpenContext,
): Promise<Pick<OpenedTable, 'columns' | 'content' | 'rejected'>> {
  const keys = new Set(columns);
  const fixed = columns !== undefined;
  const first = await stageOnce({ file, records: records(), keys, grows: !fixed, context });
  if (first !== null) return first;
  const second = await stageOnce({ file, records: records(), keys, grows: false, context });
  return second!;
}

interface Pass {
  readonly file: SourceFile;
  readonly records: AsyncIterable<SourceRecord>;
  /** Filled by a pass that grows. */
  readonly keys: Set<string>;
  readonly grows: boolean;
  readonly context: OpenContext;
}

/** @returns null when a key turned up after rows had been written; by then all keys are known */
async function stageOnce(pass: Pass): Promise<Pick<OpenedTable, 'columns' | 'content' | 'rejected'> | null> {
  const { file, records, keys, grows, context } = pass;
  const table = new StagedTable(context);
  const held: SourceRecord[] = [];
  let order: readonly string[] | null = grows ? null : [...keys];
  let late = false;
  const write = async (record: SourceRecord) => {
    const number = table.count + 1;
    if ('fault' in record) await table.reject(number, record.fault, record.original);
    else
      await table.row(
        number,
        order!.map((key) => record.values.get(key) ?? ''),
      );
  };
  const release = async () => {
    order ??= [...keys];
    for (const record of held.splice(0)) await write(record);
  };
  try {
    for await (const record of records) {
      if (grows && addKeys(record, pass) && order !== null) late = true;
      if (late) continue;
      if (order !== null) await write(record);
      else if (held.push(record) >= HELD) await release();
    }
    if (late) {
      await table.abandon();
      return null;
    }
    await release();
    if (table.count === 0 || keys.size === 0) throw unreadable(file.name, 'it holds no records');
    return { columns: columnNames([...keys]), ...(await table.finish()) };
  } catch (failure) {
    await table.abandon();
    throw failure;
  }
}

/** @returns whether a key was new */
function addKeys(record: SourceRecord, { keys, context, file }: Pass): boolean {
  if ('fault' in record) return false;
  const before = keys.size;
  for (const key of record.values.keys()) keys.add(key);
  if (keys.size > context.limits.columns) {
    throw unreadable(file.name, `its records have more than ${context.limits.columns} different keys`);
  }
  return keys.size > before;
}
