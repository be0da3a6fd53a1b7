/** Lines of a text that arrives in pieces. */
import { UsageError } from '../../core/errors.js';

/** Longest text answered, in UTF-16 units; an answer repeats its text and has to fit into one string too. */
export const LONGEST_TEXT = 64 * 2 ** 20;

/** @throws {UsageError} TEXT_TOO_LONG */
export function checkLength(length: number, where: string): void {
  if (length <= LONGEST_TEXT) return;
  throw new UsageError(
    'TEXT_TOO_LONG',
    `${where} is longer than ${LONGEST_TEXT / 2 ** 20} million characters.`,
    'Split the text, or check that the file is a text file.',
  );
}

/** Splits at line feeds and at carriage returns followed by one; the line after the last of them counts if not empty. */
export class LineSplitter {
  #rest = '';
  #lines = 0;

  /** Lines completed by the next piece. */
  *push(piece: string): Generator<string> {
    let from = 0;
    for (let to = piece.indexOf('\n'); to !== -1; to = piece.indexOf('\n', from)) {
      const line = this.#rest + piece.slice(from, to);
      this.#rest = '';
      this.#lines += 1;
      from = to + 1;
      yield withoutReturn(line);
    }
    this.#rest += piece.slice(from);
    checkLength(this.#rest.length, `Line ${this.#lines + 1}`);
  }

  /** The last line, if no line feed ended it. */
  *end(): Generator<string> {
    if (this.#rest !== '') yield withoutReturn(this.#rest);
  }
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
