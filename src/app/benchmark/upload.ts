/** A benchmark of what a caller of the server sends: read into memory, answered with room for others, kept nowhere. */
import { Readable } from 'node:stream';
import { UsageError } from '../../core/errors.js';
import type { BenchmarkStream } from '../../report/benchmark-model.js';
import type { Home } from '../home.js';
import type { Market } from '../market.js';
import { benchmark } from './benchmark.js';
import type { InputRow } from './input-row.js';
import { openPayroll } from './open-payroll.js';

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
  const payroll = await openPayroll(source, { market, home, form, place });
  let rows: InputRow[];
  try {
    rows = await atMost(payroll.rows, mostRows);
  } finally {
    await payroll.close();
  }
  const { columns } = payroll;
  return benchmark(market, { rows: inMemory(rows), columns, basis, place, pause: () => roomForOthers(signal) });
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
