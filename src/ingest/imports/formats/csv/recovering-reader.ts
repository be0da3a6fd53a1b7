/** CSV records of a file with faults: what does not fit is set aside, and reading goes on with the next line. */
import { UsageError } from '../../../../core/errors.js';
import { CsvReader } from '../../../../text/records/index.js';
import type { Delimiter } from './delimiter.js';

export type CsvPart =
  | { readonly fields: readonly string[]; readonly original: string }
  | { readonly fault: string; readonly original: string };

/** A record of more lines or characters than these has lost its closing quotation mark. */
const MOST_LINES = 2000;

/**
 * Reads records like {@link CsvReader}. Where a record is broken (text after a closing quotation mark, a quotation
 * mark that is never closed) its first line is the fault, and the lines after it are read anew.
 */
export class RecoveringCsvReader {
  readonly #delimiter: Delimiter;
  readonly #longest: number;
  #reader: CsvReader;
  /** Lines of the record under way. */
  #lines: string[] = [];
  #length = 0;
  #rest = '';

  /** @param longest UTF-16 units of the longest record */
  constructor(delimiter: Delimiter, longest: number) {
    this.#delimiter = delimiter;
    this.#longest = longest;
    this.#reader = new CsvReader(delimiter);
  }

  *push(piece: string): Generator<CsvPart> {
    const text = this.#rest + piece;
    let from = 0;
    for (let to = text.indexOf('\n'); to !== -1; to = text.indexOf('\n', from)) {
      yield* this.#line(text.slice(from, to + 1));
      from = to + 1;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length <= this.#longest) return;
    throw new UsageError(
      'UNREADABLE_FILE',
      `A line of the file is longer than ${this.#longest} characters.`,
      'Check that it is a table with line breaks.',
    );
  }

  *end(): Generator<CsvPart> {
    if (this.#rest !== '') yield* this.#line(`${this.#rest}\n`);
    this.#rest = '';
    while (this.#lines.length > 0) yield* this.#giveUp('a quotation mark is opened and never closed');
  }

  *#line(line: string): Generator<CsvPart> {
    const waiting = [line];
    while (waiting.length > 0) {
      const next = waiting.pop()!;
      this.#lines.push(next);
      this.#length += next.length;
      const outcome = this.#take(next);
      if (outcome === 'more') {
        if (this.#lines.length <= MOST_LINES && this.#length <= this.#longest) continue;
        waiting.push(...this.#restart().reverse());
        yield this.#broken('a quotation mark is opened and never closed');
      } else if (typeof outcome === 'string') {
        waiting.push(...this.#restart().reverse());
        yield this.#broken(outcome);
      } else {
        const original = this.#lines.join('');
        this.#lines = [];
        this.#length = 0;
        yield { fields: outcome, original };
      }
    }
  }

  /** Fields of the record that the line ends, `more` inside quotation marks, or the fault. */
  #take(line: string): readonly string[] | string {
    try {
      for (const { fields } of this.#reader.push(line)) return fields;
      return 'more';
    } catch (fault) {
      if (!(fault instanceof UsageError)) throw fault;
      return 'text follows a closing quotation mark';
    }
  }

  #first = '';

  /** Takes the first line of the broken record away and gives the others back. */
  #restart(): string[] {
    const [first = '', ...others] = this.#lines;
    this.#first = first;
    this.#lines = [];
    this.#length = 0;
    this.#reader = new CsvReader(this.#delimiter);
    return others;
  }

  #broken(fault: string): CsvPart {
    return { fault, original: this.#first };
  }

  *#giveUp(fault: string): Generator<CsvPart> {
    const others = this.#restart();
    yield this.#broken(fault);
    for (const line of others) yield* this.#line(line);
  }
}
