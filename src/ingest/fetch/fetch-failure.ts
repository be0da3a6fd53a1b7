/** What can go wrong between a publisher and this machine. */
import { SourceError } from '../../core/errors.js';

export interface FailureOptions extends ErrorOptions {
  /** Whether asking again may help. */
  readonly retryable?: boolean;
  /** How long the server asks to wait. */
  readonly retryAfterMs?: number | null;
}

/** A file could not be fetched; the old one, where there is one, is as it was. */
export class FetchFailure extends SourceError {
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;

  constructor(code: string, message: string, remedy: string, options: FailureOptions = {}) {
    super(code, message, remedy, options);
    this.retryable = options.retryable ?? false;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

export const TRY_LATER = 'Try again later.';
export const BY_HAND = 'Download it in a browser and give it with --from.';
const CHECK_NETWORK = 'Check the network connection, or download the file elsewhere and give it with --from.';

/** No way to the host: no network, no such name, or nobody listens. */
const NO_WAY: ReadonlySet<string> = new Set([
  'ENOTFOUND',
  'EAI_AGAIN',
  'EAI_NODATA',
  'EAI_FAIL',
  'ECONNREFUSED',
  'ENETUNREACH',
  'ENETDOWN',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'EADDRNOTAVAIL',
]);

export function isWithoutWay(failure: unknown): boolean {
  return NO_WAY.has(String((failure as NodeJS.ErrnoException | null)?.code ?? ''));
}

export function unreachable(host: string, options: FailureOptions): FetchFailure {
  return new FetchFailure('FETCH_UNREACHABLE', `${host} cannot be reached.`, CHECK_NETWORK, options);
}

/** A failure of the connection, as one of ours. */
export function connectionFailure(url: URL, cause: unknown): FetchFailure {
  if (cause instanceof FetchFailure) return cause;
  const code = String((cause as NodeJS.ErrnoException | null)?.code ?? '');
  const host = url.hostname;
  if (NO_WAY.has(code)) return unreachable(host, { cause, retryable: true });
  if (/CERT|SSL|TLS|ALTNAME/.test(code)) {
    const message = `${host} does not prove who it is (${code}).`;
    return new FetchFailure('FETCH_CERTIFICATE', message, 'Check the clock and the network of this machine.', {
      cause,
    });
  }
  const message = `The connection to ${host} broke off${code === '' ? '' : ` (${code})`}: ${shownAddress(url)}.`;
  return new FetchFailure('FETCH_BROKEN', message, TRY_LATER, { cause, retryable: true });
}

/** A status other than success, redirect or "unchanged". */
export function statusFailure(url: URL, status: number, retryAfterMs: number | null): FetchFailure {
  const at = shownAddress(url);
  if (status === 404 || status === 410) {
    return new FetchFailure('FETCH_GONE', `There is nothing at ${at} any more (${status}).`, BY_HAND);
  }
  if (status === 401 || status === 403 || status === 451) {
    return new FetchFailure(
      'FETCH_FORBIDDEN',
      `${url.hostname} refuses to give ${at} to programs (${status}).`,
      BY_HAND,
    );
  }
  const retryable = status === 408 || status === 429 || status >= 500;
  const code = status === 429 ? 'FETCH_BUSY' : retryable ? 'FETCH_SERVER' : 'FETCH_STATUS';
  const message =
    status === 429 ? `${url.hostname} asks to wait (429)` : `${url.hostname} answered ${status} for ${at}`;
  return new FetchFailure(code, `${message}.`, TRY_LATER, { retryable, retryAfterMs });
}

/** An address without what may be secret or long in it. */
export function shownAddress(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
