/** What a caller of the API is told when there is no answer. */
import type { Context } from 'hono';
import { faultOf } from './faults.js';

export type ApiStatus = 400 | 404 | 405 | 413 | 415 | 500 | 503;

export interface ApiFault {
  readonly status: ApiStatus;
  readonly code: string;
  /** One line: what is wrong. */
  readonly message: string;
  /** One line: what to do. */
  readonly remedy: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A failure that already knows how it is answered. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(readonly fault: ApiFault) {
    super(fault.message);
  }
}

export const NO_ENDPOINT: ApiFault = {
  status: 404,
  code: 'NO_ENDPOINT',
  message: 'There is nothing at this address.',
  remedy: 'See /openapi.json for what there is.',
};

/** 405 with what is allowed there. */
export function notAllowed(allow: string): ApiFault {
  return {
    status: 405,
    code: 'NOT_ALLOWED',
    message: 'This method is not allowed here.',
    remedy: `Use ${allow.replace(/, /g, ' or ')}.`,
    headers: { Allow: allow },
  };
}

/** The answer to any failure; only a caller's own mistakes are told. */
export function apiFaultOf(error: unknown): ApiFault {
  if (error instanceof ApiError) return error.fault;
  const fault = faultOf(error);
  return fault.code === 'TOO_MANY_ROWS' ? { ...fault, status: 413 } : fault;
}

/** `{"error":{code,message,remedy}}`, kept by nobody. */
export function faultJson(c: Context, { status, code, message, remedy, headers = {} }: ApiFault): Response {
  return c.json({ error: { code, message, remedy } }, status, { ...headers, 'Cache-Control': 'no-store' });
}
