/** The texts of lines, of CSV records and of JSON lines that arrive in pieces. */

import { CsvReader, type CsvRecord, checkLength, LineSplitter } from '../../app/text-records.js';
import { UsageError } from '../../core/errors.js';

export const INPUT_FORMS = ['lines', 'csv', 'jsonl'] as const;
export type InputForm = (typeof INPUT_FORMS)[number];

/**
 * Takes pieces of a text and gives the texts to be answered, in order. Each is read only when asked for, so that a
 * fault is met after everything before it has been answered.
 */
export interface TextReader {
  push(piece: string): Iterable<string>;
  end(): Iterable<string>;
}

/** Field names looked for when none was given, the first one present. */
const USUAL_FIELDS = ['text', 'title'] as const;

/**
 * A reader for the form.
 *
 * @param field name of the field that holds the text; `text`, else `title`, when undefined
 */
export function readerFor(form: InputForm, field: string | undefined): TextReader {
  if (form === 'csv') return new CsvTexts(field);
  return form === 'jsonl' ? new JsonTexts(field) : new LineSplitter();
}

/** Everything as one text. */
export class WholeText implements TextReader {
  #pieces: string[] = [];
  #length = 0;

  push(piece: string): Iterable<string> {
    this.#length += piece.length;
    checkLength(this.#length, 'The input');
    this.#pieces.push(piece);
    return [];
  }

  end(): Iterable<string> {
    return this.#length === 0 ? [] : [this.#pieces.join('')];
  }
}

class CsvTexts implements TextReader {
  readonly #reader = new CsvReader();
  readonly #field: string | undefined;
  #columns = 0;
  #column = -1;

  constructor(field: string | undefined) {
    this.#field = field;
  }

  push(piece: string): Iterable<string> {
    return this.#texts(this.#reader.push(piece));
  }

  end(): Iterable<string> {
    return this.#texts(this.#reader.end());
  }

  *#texts(records: Iterable<CsvRecord>): Generator<string> {
    for (const { line, fields } of records) {
      if (this.#columns === 0) {
        this.#column = chooseField(fields, this.#field);
        this.#columns = fields.length;
      } else if (fields.length === this.#columns) {
        yield fields[this.#column] as string;
      } else if (fields.length > 1 || fields[0] !== '') {
        throw new UsageError(
          'INVALID_CSV',
          `Line ${line} has ${fields.length} fields where the header has ${this.#columns}.`,
          'Put quotation marks around fields that hold commas, or leave out --input csv to read plain lines.',
        );
      }
    }
  }
}

class JsonTexts implements TextReader {
  readonly #lines = new LineSplitter();
  #field: string | undefined;
  #line = 0;
  #chosen = false;

  constructor(field: string | undefined) {
    this.#field = field;
  }

  push(piece: string): Iterable<string> {
    return this.#texts(this.#lines.push(piece));
  }

  end(): Iterable<string> {
    return this.#texts(this.#lines.end());
  }

  *#texts(lines: Iterable<string>): Generator<string> {
    for (const line of lines) {
      this.#line += 1;
      if (line.trim() !== '') yield this.#text(line);
    }
  }

  /** A line is an object with the field, or the text itself as a JSON string; a null is an empty text. */
  #text(line: string): string {
    const value = this.#parse(line);
    if (typeof value === 'string') return value;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      throw this.#invalid('is neither a JSON object nor a string');
    }
    if (!this.#chosen) {
      const names = Object.keys(value);
      this.#field = names[chooseField(names, this.#field)];
      this.#chosen = true;
    }
    const name = this.#field as string;
    const text = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    if (text === null) return '';
    if (typeof text === 'string') return text;
    throw this.#invalid(text === undefined ? `has no field "${name}"` : `has no text in the field "${name}"`);
  }

  #parse(line: string): unknown {
    try {
      return JSON.parse(line);
    } catch {
      throw this.#invalid('is not JSON');
    }
  }

  #invalid(fault: string): UsageError {
    return new UsageError('INVALID_JSONL', `Line ${this.#line} ${fault}.`, 'Give one JSON object a line.');
  }
}

/** Index of the field asked for; names match when only case and surrounding spaces differ. */
function chooseField(names: readonly string[], wanted: string | undefined): number {
  const plain = names.map((name) => name.trim().toLowerCase());
  const exact = wanted === undefined ? -1 : names.indexOf(wanted);
  if (exact !== -1) return exact;
  for (const name of wanted === undefined ? USUAL_FIELDS : [wanted.trim().toLowerCase()]) {
    const at = plain.indexOf(name);
    if (at !== -1) return at;
  }
  const listed = names.length === 0 ? 'none' : names.slice(0, 12).map(shortened).join(', ');
  const missing = wanted === undefined ? 'no field "text" or "title"' : `no field "${shortened(wanted)}"`;
  throw new UsageError(
    'UNKNOWN_FIELD',
    `There is ${missing}.`,
    `Name one with --field; the fields there are: ${listed}.`,
  );
}

function shortened(name: string): string {
  return name.length <= 40 ? name : `${name.slice(0, 39)}…`;
}
