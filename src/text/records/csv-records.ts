/** Records of comma-separated values that arrive in pieces (RFC 4180). */
import { UsageError } from '../../core/errors.js';
import { checkLength } from './text-lines.js';

export interface CsvRecord {
  /** Line the record begins on, from 1. */
  readonly line: number;
  readonly fields: readonly string[];
}

const DELIMITERS = [',', ';', '\t'] as const;
const [QUOTE, LINE_FEED, RETURN] = [0x22, 0x0a, 0x0d];

type State = 'start' | 'plain' | 'quoted' | 'quote-in-quoted';

/** The delimiter the header line holds most of; the comma when it holds none. */
function delimiterOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => unquoted.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best), DELIMITERS[0] as string);
}

/**
 * Reads records of fields that may be quoted, hold line breaks and doubled quotes. The delimiter is a comma, or a
 * semicolon or tab where the header line holds more of those, unless one is given. Work is linear, however the text is cut into pieces.
 */
export class CsvReader {
  #delimiter: number | null;
  #header = '';
  #state: State = 'start';
  /** Finished parts of the field under way. */
  #field = '';
  #fields: string[] = [];
  #line = 1;
  #recordLine = 1;
  #quoteLine = 1;
  /** A carriage return the last piece ended with: only what follows says whether it belongs to a line break. */
  #held = '';

  /** @param delimiter one character; found in the header line when left out */
  constructor(delimiter?: string) {
    this.#delimiter = delimiter === undefined ? null : delimiter.charCodeAt(0);
  }

  /**
   * Records completed by the next piece, each read only when asked for.
   *
   * @throws {UsageError} INVALID_CSV, after the records before the fault
   */
  *push(piece: string): Generator<CsvRecord> {
    const text = this.#held + piece;
    this.#held = text.endsWith('\r') ? '\r' : '';
    const whole = this.#held === '' ? text : text.slice(0, -1);
    if (this.#delimiter !== null) return yield* this.#read(whole, this.#delimiter);
    this.#header += whole;
    checkLength(this.#header.length, 'Line 1');
    if (whole.includes('\n')) yield* this.#begin();
  }

  /**
   * The record that no line feed ended.
   *
   * @throws {UsageError} INVALID_CSV
   */
  *end(): Generator<CsvRecord> {
    if (this.#delimiter === null) yield* this.#begin();
    if (this.#state === 'quoted') throw invalid(this.#quoteLine, 'a quotation mark is opened and never closed');
    if (this.#state !== 'start' || this.#fields.length > 0) yield this.#endRecord();
  }

  #begin(): Generator<CsvRecord> {
    const header = this.#header;
    this.#header = '';
    const delimiter = delimiterOf(header.split('\n', 1)[0] ?? '').charCodeAt(0);
    this.#delimiter = delimiter;
    return this.#read(header, delimiter);
  }

  *#read(text: string, delimiter: number): Generator<CsvRecord> {
    let from = 0;
    let at = 0;
    while (at < text.length) {
      if (this.#state === 'quoted') {
        const close = text.indexOf('"', at);
        const to = close === -1 ? text.length : close;
        this.#append(text.slice(at, to));
        this.#line += countLineFeeds(text, at, to);
        if (close !== -1) this.#state = 'quote-in-quoted';
        at = to + 1;
        from = at;
        continue;
      }
      const unit = text.charCodeAt(at);
      if (this.#state === 'quote-in-quoted' && unit === QUOTE) {
        this.#append('"');
        this.#state = 'quoted';
        from = at + 1;
      } else if (this.#state === 'start' && unit === QUOTE) {
        this.#state = 'quoted';
        this.#quoteLine = this.#line;
        from = at + 1;
      } else if (unit === delimiter || unit === LINE_FEED) {
        const returned = unit === LINE_FEED && at > from && text.charCodeAt(at - 1) === RETURN;
        this.#append(text.slice(from, returned ? at - 1 : at));
        from = at + 1;
        if (unit === delimiter) this.#endField();
        else yield this.#endRecord();
      } else if (this.#state === 'quote-in-quoted' && !(unit === RETURN && text.charCodeAt(at + 1) === LINE_FEED)) {
        throw invalid(this.#line, 'text follows a closing quotation mark');
      } else if (this.#state === 'start' && unit !== RETURN) {
        this.#state = 'plain';
      }
      at += 1;
    }
    if (this.#state !== 'quoted') this.#append(text.slice(from));
  }

  #append(part: string): void {
    this.#field += part;
    checkLength(this.#field.length, `The field that begins on line ${this.#recordLine}`);
  }

  #endField(): void {
    this.#fields.push(this.#field);
    this.#field = '';
    this.#state = 'start';
  }

  #endRecord(): CsvRecord {
    this.#endField();
    const record = { line: this.#recordLine, fields: this.#fields };
    this.#fields = [];
    this.#line += 1;
    this.#recordLine = this.#line;
    return record;
  }
}

function countLineFeeds(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function invalid(line: number, fault: string): UsageError {
  return new UsageError(
    'INVALID_CSV',
    `Line ${line} is not valid CSV: ${fault}.`,
    'Mend the line, or leave out --input csv to read plain lines.',
  );
}
