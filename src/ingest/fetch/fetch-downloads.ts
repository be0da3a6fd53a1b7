/** Fetches publishers' files: two at a time, never two from one host at once. */
import { setTimeout as sleep } from 'node:timers/promises';
import { GoingRateError } from '../../core/errors.js';
import type { Progress, Rng } from '../../core/ports.js';
import type { Download } from '../connector.js';
import { type Exchange, httpsExchange } from './exchange.js';
import { fetchAddress } from './fetch-address.js';
import { FetchFailure, isWithoutWay, unreachable } from './fetch-failure.js';
import { FetchRecords } from './fetch-records.js';
import { clearPartialFiles } from './partial-file.js';
import { RETRIES, type RetryPolicy } from './retry.js';
import { PATIENCE, type Patience } from './transfer.js';

const AT_ONCE = 2;
/** So many hosts without a way to any of them: there is no network. */
const HOSTS_WITHOUT_WAY = 2;
const PROGRESS_MS = 100;

export interface FetchOptions {
  /** Folder of downloads. */
  readonly folder: string;
  /** Version of the program, told to servers. */
  readonly version: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** The publishers' own hosts over TLS unless a test says otherwise. */
  readonly exchange?: Exchange;
  readonly patience?: Patience;
  readonly retries?: RetryPolicy;
  readonly rng?: Rng;
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface Fetched {
  /** Whether any file of the address differs from what was there. */
  readonly changed: boolean;
  /** Why nothing could be fetched; the files are as they were. */
  readonly failure: FetchFailure | null;
}

/**
 * Fetches files; a failure of one address does not keep others.
 *
 * @returns what became of each address
 * @throws {UsageError} UNWRITABLE_HOME
 * @throws the reason of the signal when it is aborted
 */
export async function fetchDownloads(
  downloads: readonly Download[],
  options: FetchOptions,
): Promise<ReadonlyMap<string, Fetched>> {
  const { folder, signal } = options;
  await clearPartialFiles(folder, Date.now());
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  const tools = {
    folder,
    records: await FetchRecords.open(folder),
    exchange: new Ways(options.exchange ?? httpsExchange).exchange,
    userAgent: `goingrate/${options.version}`,
    patience: options.patience ?? PATIENCE,
    retry: {
      policy: options.retries ?? RETRIES,
      rng: options.rng ?? Math.random,
      wait: options.wait ?? pause,
      signal: either,
    },
    onBytes: bytesShown(options.progress),
  };
  const outcomes = new Map<string, Fetched>();
  await inTurn([...byAddress(downloads)], async ([address, group]) => {
    try {
      outcomes.set(address, { changed: await fetchAddress(group, tools), failure: null });
    } catch (failure) {
      if (!(failure instanceof FetchFailure) || either.aborted) {
        stop.abort(failure);
        throw failure;
      }
      outcomes.set(address, { changed: false, failure });
    }
  });
  return outcomes;
}

function byAddress(downloads: readonly Download[]): Map<string, Download[]> {
  const groups = new Map<string, Download[]>();
  for (const download of downloads) {
    const group = groups.get(download.address) ?? [];
    if (!group.some(({ path }) => path === download.path)) group.push(download);
    groups.set(download.address, group);
  }
  return groups;
}

type Group = readonly [string, readonly Download[]];

/** Works on all groups, some at once; the first failure ends it when the others under way have ended. */
async function inTurn(groups: readonly Group[], work: (group: Group) => Promise<void>): Promise<void> {
  const waiting = [...groups];
  const busy = new Set<string>();
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  while ((waiting.length > 0 && failures.length === 0) || running.size > 0) {
    const next =
      failures.length === 0 && running.size < AT_ONCE ? waiting.findIndex((group) => !busy.has(hostOf(group))) : -1;
    if (next < 0) {
      await Promise.race(running);
      continue;
    }
    const [group] = waiting.splice(next, 1) as [Group];
    busy.add(hostOf(group));
    const run: Promise<void> = work(group)
      .catch((failure: unknown) => void failures.push(failure))
      .finally(() => {
        busy.delete(hostOf(group));
        running.delete(run);
      });
    running.add(run);
  }
  if (failures.length > 0) throw failures.find((failure) => failure instanceof GoingRateError) ?? failures[0];
}

function hostOf([address]: Group): string {
  return URL.canParse(address) ? new URL(address).hostname : address;
}

/** Remembers for one run to which hosts there is no way, so that it is not looked for again and again. */
class Ways {
  readonly #exchange: Exchange;
  readonly #closed = new Map<string, number>();
  #open = false;

  constructor(exchange: Exchange) {
    this.#exchange = exchange;
  }

  readonly exchange: Exchange = async (question) => {
    const { hostname } = question.url;
    const closed = (this.#closed.get(hostname) ?? 0) > 1;
    if (closed || (!this.#open && this.#closed.size >= HOSTS_WITHOUT_WAY && !this.#closed.has(hostname))) {
      throw unreachable(hostname, { retryable: false });
    }
    try {
      const answer = await this.#exchange(question);
      this.#open = true;
      return answer;
    } catch (failure) {
      if (isWithoutWay(failure)) this.#closed.set(hostname, (this.#closed.get(hostname) ?? 0) + 1);
      throw failure;
    }
  };
}

function bytesShown(progress: Progress): (address: string, bytes: number, total: number | null) => void {
  let shownAt = Number.NEGATIVE_INFINITY;
  return (address, bytes, total) => {
    const now = performance.now();
    if (now - shownAt < PROGRESS_MS && bytes !== total) return;
    shownAt = now;
    const name = new URL(address).pathname.split('/').at(-1)!.slice(0, 40);
    const of = total === null ? '' : ` of ${megabytes(total)}`;
    progress.step(`Fetching ${name} from ${new URL(address).hostname}, ${megabytes(bytes)}${of} MB`);
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal });
}
