/** What a visitor is told when there is no answer. */
import { UsageError } from '../../core/errors.js';
import { BusyError } from './gate.js';

export interface Fault {
  readonly status: 400 | 404 | 405 | 413 | 500 | 503;
  readonly code: string;
  readonly heading: string;
  readonly message: string;
  readonly remedy: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const NO_PAGE: Fault = {
  status: 404,
  code: 'NO_PAGE',
  heading: 'No page here',
  message: 'There is nothing at this address.',
  remedy: 'Ask for a job and a place.',
};

export const NOT_ALLOWED: Fault = {
  status: 405,
  code: 'NOT_ALLOWED',
  heading: 'Not allowed',
  message: 'This address can only be read.',
  remedy: 'Use GET or HEAD.',
  headers: { Allow: 'GET, HEAD' },
};

export const TOO_LARGE: Fault = {
  status: 413,
  code: 'TOO_LARGE',
  heading: 'Too large',
  message: 'The request brings more than can be read.',
  remedy: 'Send at most one megabyte.',
};

/** Seconds after which a question that was sent away may be asked again. */
const RETRY_SECONDS = '2';

const BUSY: Fault = {
  status: 503,
  code: 'BUSY',
  heading: 'Too many questions at once',
  message: 'More questions are being asked than can be answered right now.',
  remedy: 'Ask again in a few seconds.',
  headers: { 'Retry-After': RETRY_SECONDS },
};

const FAILED: Fault = {
  status: 500,
  code: 'FAILED',
  heading: 'Something failed here',
  message: 'The answer could not be made.',
  remedy: 'Please try again later.',
};

/** Only a visitor's own mistakes are told; anything else says no more than that it failed. */
export function faultOf(error: unknown): Fault {
  if (error instanceof BusyError) return BUSY;
  if (!(error instanceof UsageError)) return FAILED;
  const { code, message, remedy } = error;
  const unknown = code === 'UNKNOWN_PLACE';
  return {
    status: unknown ? 404 : 400,
    code,
    heading: unknown ? 'Unknown place' : 'Not a question',
    message,
    remedy,
  };
}
