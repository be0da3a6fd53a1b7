/** A failure as plain data, to be thrown again in another thread with its code, its remedy and its exit code. */
import { DomainError, GoingRateError, MarketError, SourceError, UsageError } from '../core/errors.js';

export interface CarriedFailure {
  readonly kind: 'usage' | 'market' | 'source' | 'domain' | 'other';
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly stack: string | undefined;
}

export function carriedFailure(failure: unknown): CarriedFailure {
  const error = failure instanceof Error ? failure : new Error(String(failure));
  const { message, stack } = error;
  if (!(error instanceof GoingRateError)) return { kind: 'other', code: '', message, remedy: '', stack };
  return { kind: kindOf(error), code: error.code, message, remedy: error.remedy, stack };
}

/** The failure again, of the same kind and with the stack of where it happened. */
export function revivedFailure({ kind, code, message, remedy, stack }: CarriedFailure): Error {
  const error = made(kind, code, message, remedy);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function kindOf(error: GoingRateError): CarriedFailure['kind'] {
  if (error instanceof UsageError) return 'usage';
  if (error instanceof MarketError) return 'market';
  if (error instanceof SourceError) return 'source';
  return 'domain';
}

function made(kind: CarriedFailure['kind'], code: string, message: string, remedy: string): Error {
  switch (kind) {
    case 'usage':
      return new UsageError(code, message, remedy);
    case 'market':
      return new MarketError(code, message, remedy);
    case 'source':
      return new SourceError(code, message, remedy);
    case 'domain':
      return new DomainError(code, message);
    case 'other':
      return new Error(message);
  }
}
