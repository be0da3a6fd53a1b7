/** Asks a question on a terminal. */
import { createInterface } from 'node:readline/promises';
import { UsageError } from '../core/errors.js';

/**
 * Whether the user agrees; anything but yes is no.
 *
 * @param question without the words that say how to answer
 * @throws {UsageError} NOT_CONFIRMED where there is no terminal to ask on
 */
export async function confirmed(question: string, signal: AbortSignal): Promise<boolean> {
  if (process.stdin.isTTY !== true || process.stderr.isTTY !== true) {
    throw new UsageError('NOT_CONFIRMED', 'There is no terminal to ask on.', 'Add --yes to do it without a question.');
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`${question} [y/N] `, { signal });
    return /^\s*y(es)?\s*$/i.test(answer);
  } finally {
    asking.close();
  }
}
