/**
 * Three kinds of failure, never confused: the user's input, the program's data or a bug, and a source file.
 * Each has a stable code, one line of what is wrong and one of what to do.
 */

export type ExitCode = 0 | 1 | 2 | 3;

export abstract class GoingRateError extends Error {
  abstract readonly exitCode: ExitCode;
  readonly code: string;
  /** One line: what to do next. */
  readonly remedy: string;

  constructor(code: string, message: string, remedy: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.code = code;
    this.remedy = remedy;
  }
}

/** Bad usage or input: the user can mend it. Exit code 2. */
export class UsageError extends GoingRateError {
  override readonly exitCode = 2;
}

/** The market on disk is missing, damaged or of another version. Exit code 1. */
export class MarketError extends GoingRateError {
  override readonly exitCode = 1;
}

/** A publisher's file is not what its connector expects. Exit code 1. */
export class SourceError extends GoingRateError {
  override readonly exitCode = 1;
}

/** A function was called outside its domain: our fault, or an estimator's precondition. Exit code 1. */
export class DomainError extends GoingRateError {
  override readonly exitCode = 1;

  constructor(code: string, message: string) {
    super(code, message, 'This is a fault of the program: please report it with the command you ran.');
  }
}
