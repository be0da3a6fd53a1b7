/** A benchmark of what a caller of the server sends: read into memory, answered with room for others, kept nowhere. */
import { Readable } from 'node:stream';
import { UsageError } from '../../core/errors.js';
import type { BenchmarkStream } from '../../report/benchmark-model.js';
import type { Home } from '../home.js';
import type { Market } from '../market.js';
import { benchmark } from './benchmark.js';
import type { InputRow } from './input-row.js';
import { type OpenedPayroll, openPayroll } from './open-payroll.js';

export interface UploadRequest {
  readonly bytes: Uint8Array;
  readonly form: 'csv' | 'jsonl';
  readonly basis: string | undefined;
  readonly place: string | undefined;
  readonly mostRows: number;
  readonly signal: AbortSignal;
}

/**
 * What the body is taken apart into is removed before the first row is answered.
 *
 * @throws {UsageError} TOO_MANY_ROWS and those of `openPayroll` and `benchmark`
 */
export async function benchmarkUpload(
  market: Market,
  { bytes, form, basis, place, mostRows, signal }: UploadRequest,
  home: Pick<Home, 'directory'>,
): Promise<BenchmarkStream> {
  if (bytes.byteLength === 0) {
    throw new UsageError('EMPTY_BODY', 'The body is empty.', 'Send a header with title and place, and a row for each.');
  }
  const source = { name: `body.${form}`, bytes: Readable.from([bytes]) };
  const { columns, rows } = await readAll(() => openPayroll(source, { market, home, form, place }), mostRows);
  return benchmark(market, { rows: inMemory(rows), columns, basis, place, pause: () => roomForOthers(signal) });
}

async function readAll(
  open: () => Promise<OpenedPayroll>,
  mostRows: number,
): Promise<{ readonly columns: OpenedPayroll['columns']; readonly rows: InputRow[] }> {
  try {
    const payroll = await open();
    try {
      return { columns: payroll.columns, rows: await atMost(payroll.rows, mostRows) };
    } finally {
      await payroll.close();
    }
  } catch (failure) {
    throw forCaller(failure);
  }
}

/** What a caller can do, where the remedy of a file speaks of flags, of formats that are not taken, or of paths. */
const REMEDIES: Readonly<Record<string, string>> = {
  NO_TITLE_COLUMN: 'Call it "title": in the first line of CSV, or as a key of each JSON line.',
  NO_PLACE: 'Add a column "place", or give one place for all rows in the query: in=US-TX.',
  PERSONAL_COLUMN: 'Leave that column out, or give it a name that says what it holds.',
  UNREADABLE_FILE: 'Send CSV with the names of the columns in its first line, or JSON lines with one object a row.',
};

function forCaller(failure: unknown): unknown {
  const remedy = failure instanceof UsageError ? REMEDIES[failure.code] : undefined;
  if (!(failure instanceof UsageError) || remedy === undefined) return failure;
  return new UsageError(failure.code, failure.message, remedy, { cause: failure });
}

async function atMost(rows: AsyncIterable<InputRow>, most: number): Promise<InputRow[]> {
  const taken: InputRow[] = [];
  for await (const row of rows) {
    if (taken.length === most) {
      const remedy = 'Send it in parts, or use goingrate benchmark on your own machine.';
      throw new UsageError('TOO_MANY_ROWS', `At most ${most} rows are answered at once.`, remedy);
    }
    taken.push(row);
  }
  return taken;
}

async function* inMemory(rows: readonly InputRow[]): AsyncGenerator<InputRow> {
  yield* rows;
}

/** Other requests are served first; nothing more is worked out for a caller who has gone. */
async function roomForOthers(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
