import { constants } from 'node:os';

/** Set-up could not be done; the message is one line for the user. */
export class SetupError extends Error {}

/** Set-up was ended by a signal. */
export class SetupInterrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Set-up was interrupted (${signal}); the next run continues it.`);
    this.signal = signal;
  }
}

/**
 * The exit code for a failure that the user can understand, or null when it is a fault of the program.
 *
 * @param {unknown} error
 * @returns {number | null} 1, or 128 + the signal's number
 */
export function exitCodeFor(error) {
  if (error instanceof SetupInterrupted) return 128 + constants.signals[error.signal];
  if (error instanceof SetupError) return 1;
  // A full disk, a folder that is read only.
  if (error instanceof Error && 'syscall' in error) return 1;
  return null;
}
