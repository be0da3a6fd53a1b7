/** Typed values out of publishers' text fields. A value that does not fit is the source's fault, not ours. */
import { named } from '../core/column-drift.js';
import { SourceError } from '../core/errors.js';

const PLAIN_NUMBER = /^-?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const CHECK = 'Compare the file with its publisher: the layout may have changed.';

/** A cell holds what its publisher does not document; `readSource` adds the file and the row. */
export class SourceValueError extends SourceError {
  readonly column: string;
  readonly value: string | null;
  readonly fault: string;

  /** @param fault what is wrong with the column, as in `holds 'x' where a number belongs` */
  constructor(column: string, value: string | null, fault: string, place = '') {
    super('SOURCE_VALUE', `${place}${place === '' ? 'Column' : 'column'} '${column}' ${fault}.`, CHECK);
    this.column = column;
    this.value = value;
    this.fault = fault;
  }
}

/** The text of a field that must not be empty. */
export function requiredText(value: string | null, column: string): string {
  if (value === null || value.trim() === '') {
    throw new SourceValueError(column, value, 'has an empty cell where a value is required');
  }
  return value;
}

/** A finite number; thousands separated by commas are read. */
export function requiredNumber(value: string | null, column: string): number {
  const text = requiredText(value, column).trim().replaceAll(',', '');
  if (!PLAIN_NUMBER.test(text)) {
    throw new SourceValueError(column, value, `holds ${named([value!])} where a number belongs`);
  }
  return Number(text);
}

/** A finite number, or null when the cell is empty or holds one of the publisher's marks for "no figure". */
export function optionalNumber(value: string | null, column: string, marks: readonly string[] = []): number | null {
  if (value === null || value.trim() === '' || marks.includes(value.trim())) return null;
  return requiredNumber(value, column);
}

/** A calendar day `YYYY-MM-DD`; a time behind it is cut. */
export function requiredDay(value: string | null, column: string): string {
  const day = requiredText(value, column).slice(0, 10);
  if (!DAY.test(day)) {
    throw new SourceValueError(column, value, `holds ${named([value!])} where a date belongs`);
  }
  return day;
}

/** One of a closed list. An unknown value is an error, never a default. */
export function requiredCode<const V extends string>(value: string | null, column: string, allowed: readonly V[]): V {
  const text = requiredText(value, column);
  const found = allowed.find((code) => code === text);
  if (found === undefined) {
    throw new SourceValueError(column, value, `holds ${named([text])}, which is none of ${allowed.join(', ')}`);
  }
  return found;
}

/** Rounds a real number to a fixed number of decimals, so that files do not carry noise of arithmetic. */
export function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
