/** Answers as bytes, ready to be sent again and again. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Context } from 'hono';
import { readsGzip } from './reads-gzip.js';

const compress = promisify(gzip);

export interface Prepared {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  /** The same, compressed, where that is worth it. */
  readonly compressed: Uint8Array<ArrayBuffer> | null;
  /** Quoted; names the bytes of `body`. */
  readonly etag: string;
}

/** Smaller answers fit into one packet anyway. */
const WORTH_COMPRESSING = 1_400;
const TEXT = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;

/** @param type media type, as it is sent */
export async function prepared(type: string, content: string | Uint8Array): Promise<Prepared> {
  const body = new Uint8Array(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const worth = body.byteLength >= WORTH_COMPRESSING && TEXT.test(type);
  return { type, body, etag, compressed: worth ? new Uint8Array(await compress(body)) : null };
}

/** Bytes that an answer takes in memory. */
export function preparedSize({ body, compressed }: Prepared): number {
  return body.byteLength + (compressed?.byteLength ?? 0);
}

/**
 * Sends the bytes, compressed where the client can read that; 304 when it has them already.
 *
 * @param headers beside type, length and the like
 */
export function send(c: Context, answer: Prepared, headers: Readonly<Record<string, string>>): Response {
  const { type, body, compressed, etag } = answer;
  if (compressed === null) {
    if (isKnown(c, etag)) return c.body(null, 304, { ...headers, ETag: etag });
    return c.body(body, 200, { ...headers, 'Content-Type': type, ETag: etag });
  }
  const small = readsGzip(c.req.header('accept-encoding') ?? '');
  const own = small ? `${etag.slice(0, -1)}-gz"` : etag;
  const varied = { ...headers, ETag: own, Vary: 'Accept-Encoding' };
  if (isKnown(c, own)) return c.body(null, 304, varied);
  if (!small) return c.body(body, 200, { ...varied, 'Content-Type': type });
  return c.body(compressed, 200, { ...varied, 'Content-Type': type, 'Content-Encoding': 'gzip' });
}

function isKnown(c: Context, etag: string): boolean {
  const known = c.req.header('if-none-match');
  if (known === undefined) return false;
  return known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag || one.trim() === '*');
}
