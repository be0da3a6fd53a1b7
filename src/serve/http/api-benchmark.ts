/** `POST /api/v1/benchmark`: a list of titles and places, or a payroll, held against the market. Nothing of it is kept. */
import type { Context } from 'hono';
import { BASES, type Basis } from '../../core/basis.js';
import { UsageError } from '../../core/errors.js';
import { renderBenchmarkJson, renderBenchmarkLines } from '../../render/json/benchmark.js';
import type { BenchmarkStream } from '../../report/benchmark-model.js';
import { ApiError } from './api-faults.js';
import { gate } from './gate.js';
import { BODY_LIMIT } from './limits.js';

/** Most rows of one request. */
export const MOST_ROWS = 1000;

export type BenchmarkForm = 'csv' | 'jsonl';

export interface BenchmarkUpload {
  readonly bytes: Uint8Array;
  readonly form: BenchmarkForm;
  readonly basis: Basis | undefined;
  /** Place of rows that name none. */
  readonly place: string | undefined;
  /** Rows beyond which the whole is refused with TOO_MANY_ROWS. */
  readonly mostRows: number;
  /** Aborted when the caller has gone. */
  readonly signal: AbortSignal;
}

/** Rows are answered in pieces that leave room for other requests. */
export type AnswerBenchmark = (upload: BenchmarkUpload) => Promise<BenchmarkStream>;

const FORMS: Readonly<Record<string, BenchmarkForm>> = {
  'text/csv': 'csv',
  'application/csv': 'csv',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
  'application/json-lines': 'jsonl',
};

const LINES = 'application/x-ndjson';
/** Starts of gzip, ZIP, old workbooks and Parquet: the API takes text alone. */
const BINARY: readonly (readonly number[])[] = [
  [0x1f, 0x8b],
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x50, 0x41, 0x52, 0x31],
];

export function benchmarkRoute(answer: AnswerBenchmark): (c: Context) => Promise<Response> {
  // One list at a time, two more waiting: each may hold a thousand questions.
  const turns = gate({ atOnce: 1, waiting: 2 });
  return async (c) => {
    const form = formOf(c);
    const lines = wantsLines(c);
    const query = new URL(c.req.url).searchParams;
    const basis = readBasis(query.get('basis') ?? '');
    const place = query.get('in')?.trim() || undefined;
    const bytes = await readBody(c.req.raw);
    if (BINARY.some((start) => start.every((byte, at) => bytes[at] === byte))) throw unsupported();
    const text = await turns.run(async () => {
      const stream = await answer({ bytes, form, basis, place, mostRows: MOST_ROWS, signal: c.req.raw.signal });
      return gathered(lines ? renderBenchmarkLines(stream) : renderBenchmarkJson(stream));
    });
    return c.body(text, 200, {
      'Content-Type': lines ? LINES : 'application/json',
      'Cache-Control': 'private, no-store',
    });
  };
}

function formOf(c: Context): BenchmarkForm {
  const type = (c.req.header('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
  const form = FORMS[type];
  const encoding = (c.req.header('content-encoding') ?? 'identity').trim().toLowerCase();
  if (form === undefined || encoding !== 'identity') throw unsupported();
  return form;
}

function unsupported(): ApiError {
  return new ApiError({
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
    message: 'The body is neither CSV nor JSON lines.',
    remedy: 'Send Content-Type text/csv or application/x-ndjson, not compressed.',
    headers: { 'Accept-Post': 'text/csv, application/x-ndjson' },
  });
}

/** JSON lines where they are named and JSON is not. */
function wantsLines(c: Context): boolean {
  const accept = (c.req.header('accept') ?? '').toLowerCase();
  return /application\/(?:x-ndjson|jsonl|json-lines)/.test(accept) && !/application\/json(?:[,;\s]|$)/.test(accept);
}

function readBasis(text: string): Basis | undefined {
  const basis = BASES.find((name) => name === text);
  if (basis !== undefined || text === '') return basis;
  throw new UsageError('UNKNOWN_BASIS', 'There is no such basis.', `Use one of ${BASES.join(', ')}.`);
}

/** @throws {ApiError} TOO_LARGE, as soon as it is known */
async function readBody(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_LIMIT) throw tooLarge();
  if (request.body === null) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const bytes = part.value as Uint8Array;
    size += bytes.byteLength;
    if (size > BODY_LIMIT) {
      await reader.cancel().catch(() => {});
      throw tooLarge();
    }
    parts.push(bytes);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function tooLarge(): ApiError {
  return new ApiError({
    status: 413,
    code: 'TOO_LARGE',
    message: 'The body is larger than one megabyte.',
    remedy: 'Send it in parts, or use goingrate benchmark on your own machine.',
  });
}

async function gathered(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
