/** Asks again after failures that may pass. */
import type { Rng } from '../../core/ports.js';
import { FetchFailure, TRY_LATER } from './fetch-failure.js';

export interface RetryPolicy {
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly baseMs: number;
  readonly longestMs: number;
  /** Longest wait a server may ask for. */
  readonly longestAskedMs: number;
}

export const RETRIES: RetryPolicy = { attempts: 4, baseMs: 1_000, longestMs: 30_000, longestAskedMs: 120_000 };

/** Attempts where there is no way to a host: waiting seldom opens one. */
const ATTEMPTS_WITHOUT_WAY = 2;

export interface RetryContext {
  readonly policy: RetryPolicy;
  readonly rng: Rng;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/**
 * Exponential back-off with jitter: half of each pause is by chance, so that many clients do not return together. A
 * wait the server asks for is kept to, up to a limit.
 *
 * @throws what the last attempt threw; the reason of the signal when it is aborted
 */
export async function retrying<T>(attempt: () => Promise<T>, context: RetryContext): Promise<T> {
  const { policy, rng, wait, signal } = context;
  for (let count = 1; ; count++) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (failure) {
      signal.throwIfAborted();
      if (!(failure instanceof FetchFailure) || !failure.retryable) throw failure;
      const attempts = failure.code === 'FETCH_UNREACHABLE' ? ATTEMPTS_WITHOUT_WAY : policy.attempts;
      if (count >= Math.min(attempts, policy.attempts)) throw failure;
      await wait(pauseMs(failure, count, policy, rng), signal);
    }
  }
}

function pauseMs(failure: FetchFailure, count: number, policy: RetryPolicy, rng: Rng): number {
  const backOff = Math.min(policy.longestMs, policy.baseMs * 2 ** (count - 1)) * (0.5 + 0.5 * rng());
  const asked = failure.retryAfterMs;
  if (asked === null) return backOff;
  if (asked > policy.longestAskedMs) {
    const message = `${failure.message.replace(/\.$/, '')}, for ${Math.ceil(asked / 1000)} seconds.`;
    throw new FetchFailure('FETCH_BUSY', message, TRY_LATER, { cause: failure });
  }
  return Math.max(asked, backOff);
}

/**
 * What a Retry-After header asks for, in milliseconds.
 *
 * @param header seconds or an HTTP date
 * @returns null where there is none or it cannot be read
 */
export function retryAfterMs(header: string | null, nowMs: number): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - nowMs);
}
