/** Brings the file at one address to this machine, whole and checked, or says why not. */
import type { FileHandle } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { GoingRateError } from '../../core/errors.js';
import { storing } from '../storage-failure.js';
import { tooLarge } from './archive.js';
import type { Answer, Exchange } from './exchange.js';
import { BY_HAND, connectionFailure, FetchFailure, shownAddress, statusFailure, TRY_LATER } from './fetch-failure.js';
import { officialAddress } from './official-address.js';
import type { PartialFile, Validators } from './partial-file.js';
import { retryAfterMs } from './retry.js';

export interface Patience {
  /** Until the head of an answer has arrived. */
  readonly firstByteMs: number;
  /** In every such span at least `leastBytes` must arrive. */
  readonly spanMs: number;
  readonly leastBytes: number;
}

export const PATIENCE: Patience = { firstByteMs: 30_000, spanMs: 30_000, leastBytes: 4_096 };

const MOST_REDIRECTS = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export interface TransferRequest {
  readonly address: string;
  /** Hosts that may answer. */
  readonly hosts: ReadonlySet<string>;
  readonly partial: PartialFile;
  /** State of the file that is here, when it is. */
  readonly unlessStill: Validators | null;
  readonly maxBytes: number;
  readonly exchange: Exchange;
  readonly userAgent: string;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  /** Told how many bytes are there, of how many if that is known. */
  readonly onBytes: (bytes: number, total: number | null) => void;
}

export interface Transferred extends Validators {
  readonly contentType: string | null;
  readonly endStated: boolean;
}

/**
 * One attempt. The file stands at the path of `partial` afterwards; what arrived before a break stays there, to be
 * taken up by the next attempt where the server said what state of the file it sent.
 *
 * @returns null when the file is still the one that is here
 * @throws {FetchFailure}
 */
export async function transfer(request: TransferRequest): Promise<Transferred | null> {
  const stalled = new AbortController();
  const signal = AbortSignal.any([request.signal, stalled.signal]);
  const url = officialAddress(request.address, request.hosts);
  const tooSlow = () => stalled.abort(slow(url));
  const timer = setTimeout(tooSlow, request.patience.firstByteMs);
  try {
    const held = await request.partial.held();
    const answer = await ask(request, { ...conditions(request, held), signal });
    clearTimeout(timer);
    return await take({ request, answer, url, held, tooSlow });
  } catch (failure) {
    request.signal.throwIfAborted();
    if (stalled.signal.aborted) throw stalled.signal.reason;
    throw failure;
  } finally {
    clearTimeout(timer);
    stalled.abort();
  }
}

type Held = Awaited<ReturnType<PartialFile['held']>>;

function conditions({ userAgent, unlessStill }: TransferRequest, held: Held) {
  const headers: Record<string, string> = { 'user-agent': userAgent, accept: '*/*', 'accept-encoding': 'identity' };
  if (held !== null) return { headers: { ...headers, range: `bytes=${held.bytes}-`, 'if-range': held.validator } };
  if (unlessStill?.etag) headers['if-none-match'] = unlessStill.etag;
  if (unlessStill?.lastModified) headers['if-modified-since'] = unlessStill.lastModified;
  return { headers };
}

/** Asks, following redirects among the hosts. */
async function ask(
  { address, hosts, exchange }: TransferRequest,
  { headers, signal }: { readonly headers: Readonly<Record<string, string>>; readonly signal: AbortSignal },
): Promise<Answer> {
  let url = officialAddress(address, hosts);
  for (let redirects = 0; ; redirects++) {
    const answer = await exchange({ url, headers, signal }).catch((cause: unknown) => {
      throw connectionFailure(url, cause);
    });
    if (!REDIRECTS.has(answer.status)) return answer;
    answer.body.destroy();
    const target = answer.header('location');
    if (target === null || redirects === MOST_REDIRECTS) {
      const fault = target === null ? 'a redirect without an address' : `more than ${MOST_REDIRECTS} redirects`;
      throw new FetchFailure('FETCH_REDIRECT', `${shownAddress(url)} answers with ${fault}.`, BY_HAND);
    }
    url = officialAddress(target, hosts, url);
  }
}

interface Taking {
  readonly request: TransferRequest;
  readonly answer: Answer;
  readonly url: URL;
  readonly held: Held;
  readonly tooSlow: () => void;
}

async function take(taking: Taking): Promise<Transferred | null> {
  const { request, answer, url, held } = taking;
  if (answer.status === 304 && held === null && request.unlessStill !== null) {
    answer.body.destroy();
    return null;
  }
  const resumed = answer.status === 206 && held !== null;
  if (resumed && !(answer.header('content-range') ?? '').startsWith(`bytes ${held.bytes}-`)) {
    return givenUp(taking, brokenPart(url));
  }
  if (answer.status === 416 && held !== null) return givenUp(taking, brokenPart(url));
  if (answer.status !== 200 && !resumed) {
    answer.body.destroy();
    throw statusFailure(url, answer.status, retryAfterMs(answer.header('retry-after'), Date.now()));
  }
  const before = resumed ? held.bytes : 0;
  const length = lengthOf(answer);
  const total = length === null ? null : before + length;
  if (total !== null && total > request.maxBytes) return givenUp(taking, tooLarge(shownAddress(url), request.maxBytes));
  const validators = { etag: answer.header('etag'), lastModified: answer.header('last-modified') };
  const file = await storing(request.partial.downloads, () =>
    request.partial.begin(isEncoded(answer) ? NONE : validators, resumed),
  );
  try {
    await receive(taking, { file, before, total });
    await storing(request.partial.downloads, () => file.sync());
  } finally {
    await file.close();
  }
  const endStated = length !== null || /chunked/i.test(answer.header('transfer-encoding') ?? '');
  return { ...validators, contentType: answer.header('content-type'), endStated };
}

const NONE: Validators = { etag: null, lastModified: null };

async function givenUp({ request, answer }: Taking, failure: FetchFailure): Promise<never> {
  answer.body.destroy();
  await request.partial.discard();
  throw failure;
}

interface Receiving {
  readonly file: FileHandle;
  readonly before: number;
  readonly total: number | null;
}

/** Writes the body, watching size and speed. */
async function receive({ request, answer, url, tooSlow }: Taking, { file, before, total }: Receiving): Promise<void> {
  const { patience, maxBytes, onBytes } = request;
  let bytes = before;
  let atSpanStart = bytes;
  const watch = setInterval(() => {
    if (bytes - atSpanStart < patience.leastBytes) tooSlow();
    atSpanStart = bytes;
  }, patience.spanMs);
  try {
    for await (const chunk of contentOf(answer)) {
      bytes += chunk.length;
      if (bytes > maxBytes) {
        await request.partial.discard();
        throw tooLarge(shownAddress(url), maxBytes);
      }
      await storing(request.partial.downloads, () => file.writeFile(chunk));
      onBytes(bytes, total);
    }
  } catch (cause) {
    throw cause instanceof GoingRateError ? cause : connectionFailure(url, cause);
  } finally {
    clearInterval(watch);
    answer.body.destroy();
  }
  if (total !== null && bytes !== total) throw connectionFailure(url, new Error('fewer bytes than stated'));
}

function contentOf(answer: Answer): AsyncIterable<Buffer> {
  if (!isEncoded(answer)) return answer.body;
  const content = answer.body.pipe(createGunzip());
  answer.body.once('error', (error) => content.destroy(error));
  return content;
}

/** Some servers compress what nobody asked them to. */
function isEncoded(answer: Answer): boolean {
  return /^(x-)?gzip$/i.test(answer.header('content-encoding') ?? '');
}

/** Bytes of the body as they will be counted, when the server states them. */
function lengthOf(answer: Answer): number | null {
  const text = answer.header('content-length') ?? '';
  return isEncoded(answer) || !/^\d{1,15}$/.test(text) ? null : Number(text);
}

function slow(url: URL): FetchFailure {
  const message = `${url.hostname} sends too slowly or not at all: ${shownAddress(url)}.`;
  return new FetchFailure('FETCH_SLOW', message, TRY_LATER, { retryable: true });
}

function brokenPart(url: URL): FetchFailure {
  const message = `${shownAddress(url)} cannot be taken up where it broke off.`;
  return new FetchFailure('FETCH_BROKEN', message, TRY_LATER, { retryable: true });
}
