/** Whether a file is what its publisher is known to offer: by its bytes, whatever the server called it. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Download } from '../connector.js';
import { openArchive } from './archive.js';
import { BY_HAND, FetchFailure, TRY_LATER } from './fetch-failure.js';

export interface Received {
  readonly path: string;
  /** How the file is named in messages. */
  readonly shown: string;
  readonly type: Download['type'];
  /** Content-Type of the answer, null inside an archive. */
  readonly contentType: string | null;
  /** Whether the answer stated where it ends. */
  readonly endStated: boolean;
  readonly maxBytes: number;
}

const HEAD_BYTES = 4096;
/** A larger JSON file is checked at its ends only. */
const WHOLE_JSON_BYTES = 64 * 1024 * 1024;
/** Text unpacks to some ten times its size; what unpacks to far more is no table. */
const GZIP_RATIO = 100;

const TYPE_NAMES: Readonly<Record<Download['type'], string>> = {
  text: 'a table as text',
  json: 'JSON',
  gzip: 'a gzip file',
  zip: 'a zip archive',
  xlsx: 'an Excel workbook',
  parquet: 'a Parquet file',
};

/**
 * @throws {FetchFailure} FETCH_TYPE when it is something else, above all a web page; FETCH_TRUNCATED when its end is
 * missing
 */
export async function checkContent(received: Received): Promise<void> {
  const { head, tail, bytes } = await endsOf(received.path);
  if (bytes === 0) throw wrongType(received, 'an empty file');
  const kind = kindOf(head);
  if (received.type === 'text' || received.type === 'json') {
    const webPage = kind === 'text' && /^\s*text\/html\b/i.test(received.contentType ?? '');
    if (kind !== 'text' || webPage) throw wrongType(received, webPage ? 'a web page' : SENT[kind]);
  }
  await CHECKS[received.type]({ ...received, head, tail, bytes, kind });
}

type Kind = 'gzip' | 'zip' | 'parquet' | 'html' | 'pdf' | 'binary' | 'text';

const SENT: Readonly<Record<Kind, string>> = {
  gzip: 'a gzip file',
  zip: 'a zip archive',
  parquet: 'a Parquet file',
  html: 'a web page',
  pdf: 'a PDF',
  binary: 'something else',
  text: 'text',
};

interface Looked extends Received {
  readonly head: Buffer;
  readonly tail: Buffer;
  readonly bytes: number;
  readonly kind: Kind;
}

const CHECKS: Readonly<Record<Download['type'], (file: Looked) => Promise<void>>> = {
  async text(file) {
    const last = file.tail.at(-1);
    if (!file.endStated && last !== 0x0a && last !== 0x0d) throw truncated(file);
  },
  async json(file) {
    if (!/^[\ufeff\s]*[[{]/.test(file.head.toString('utf8'))) throw wrongType(file, 'text');
    if (!/[\]}]\s*$/.test(file.tail.toString('utf8'))) throw truncated(file);
    if (file.bytes > WHOLE_JSON_BYTES) return;
    try {
      JSON.parse(new TextDecoder().decode(await readFile(file.path)));
    } catch {
      throw truncated(file);
    }
  },
  async gzip(file) {
    if (file.kind !== 'gzip') throw wrongType(file, SENT[file.kind]);
    let left = file.maxBytes * GZIP_RATIO;
    const counting = new Writable({
      write(chunk: Buffer, _, done) {
        left -= chunk.length;
        done(
          left < 0
            ? new FetchFailure('FETCH_TOO_LARGE', `${file.shown} unpacks to far more than expected.`, BY_HAND)
            : null,
        );
      },
    });
    await pipeline(createReadStream(file.path), createGunzip(), counting).catch((cause: unknown) => {
      throw cause instanceof FetchFailure ? cause : truncated(file, cause);
    });
  },
  async zip(file) {
    if (file.kind !== 'zip') throw wrongType(file, SENT[file.kind]);
    await listed(file);
  },
  async xlsx(file) {
    if (file.kind !== 'zip') throw wrongType(file, SENT[file.kind]);
    if (!(await listed(file)).includes('xl/workbook.xml')) throw wrongType(file, 'a zip archive');
  },
  async parquet(file) {
    if (file.kind !== 'parquet') throw wrongType(file, SENT[file.kind]);
    if (file.tail.subarray(-4).toString('latin1') !== 'PAR1' || file.bytes < 12) throw truncated(file);
  },
};

/** Names in an archive; its list stands at the end of the file. */
async function listed(file: Looked): Promise<readonly string[]> {
  try {
    const archive = await openArchive(file.path);
    archive.close();
    return archive.entries.map(({ fileName }) => fileName);
  } catch (cause) {
    throw truncated(file, cause);
  }
}

function kindOf(head: Buffer): Kind {
  const start = head.subarray(0, 4).toString('latin1');
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (start === 'PK\u0003\u0004') return 'zip';
  if (start === 'PAR1') return 'parquet';
  if (start === '%PDF') return 'pdf';
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (wide) return 'text';
  if (head.includes(0)) return 'binary';
  return /^[\ufeff\s]*<(?:!doctype|!--|html|head|body|script|\?xml)/i.test(head.toString('utf8')) ? 'html' : 'text';
}

async function endsOf(path: string): Promise<{ head: Buffer; tail: Buffer; bytes: number }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    return { head: await slice(file, 0), tail: await slice(file, Math.max(0, size - HEAD_BYTES)), bytes: size };
  } finally {
    await file.close();
  }
}

async function slice(file: FileHandle, position: number): Promise<Buffer> {
  const buffer = Buffer.alloc(HEAD_BYTES);
  const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, position);
  return buffer.subarray(0, bytesRead);
}

function wrongType({ shown, type }: Received, sent: string): FetchFailure {
  const message = `The publisher sent ${sent} for ${shown}, where ${TYPE_NAMES[type]} is expected.`;
  return new FetchFailure('FETCH_TYPE', message, BY_HAND);
}

function truncated({ shown }: Received, cause?: unknown): FetchFailure {
  return new FetchFailure('FETCH_TRUNCATED', `${shown} arrived incomplete.`, TRY_LATER, { cause, retryable: true });
}
