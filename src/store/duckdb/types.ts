/** Column types of a market in DuckDB: how values are stored, bound and read back. */
import {
  BIGINT,
  BOOLEAN,
  DATE,
  DOUBLE,
  DuckDBDateValue,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import { DomainError } from '../../core/errors.js';
import type { ColumnDefinition, ColumnType } from '../../query/tables.js';

export type Cell = string | number | boolean | null;

interface TypeRule {
  readonly stored: DuckDBType;
  /** What a value has to be, for messages. */
  readonly expected: string;
  /** DuckDB's form of a value, or undefined when the value is not of the type. */
  encode(value: unknown): DuckDBValue | undefined;
  /** Whether a value read back (through JSON) is one that `encode` accepts. */
  holds(value: unknown): boolean;
}

const MS_PER_DAY = 86_400_000;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
/** NUL, lone surrogates and byte order marks do not survive a round trip through the engine's binding. */
const UNSTORABLE_TEXT = /[\0\uFEFF\p{Cs}]/u;

const isString = (value: unknown): value is string => typeof value === 'string';
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

/** One rule for each column type; a type without a rule does not compile. */
export const TYPE_RULES: Readonly<Record<ColumnType, TypeRule>> = {
  text: {
    stored: VARCHAR,
    expected: 'text without NUL, byte order marks and lone surrogates',
    encode: (value) => (isStorableText(value) ? value : undefined),
    holds: isString,
  },
  integer: {
    stored: BIGINT,
    expected: 'a whole number that double precision holds exactly',
    encode: (value) => (Number.isSafeInteger(value) ? BigInt(value as number) : undefined),
    holds: Number.isSafeInteger,
  },
  real: {
    stored: DOUBLE,
    expected: 'a finite number',
    // Adding zero turns -0 into 0: the two sort alike but differ in their bytes.
    encode: (value) => (Number.isFinite(value) ? (value as number) + 0 : undefined),
    holds: Number.isFinite,
  },
  boolean: {
    stored: BOOLEAN,
    expected: 'true or false',
    encode: (value) => (isBoolean(value) ? value : undefined),
    holds: isBoolean,
  },
  date: {
    stored: DATE,
    expected: 'a date as YYYY-MM-DD',
    encode: (value) => {
      const days = isString(value) ? daysSinceEpoch(value) : null;
      return days === null ? undefined : new DuckDBDateValue(days);
    },
    holds: (value) => isString(value) && ISO_DATE.test(value),
  },
};

/** Whether a text column can hold the value. */
export function isStorableText(value: unknown): value is string {
  return isString(value) && !UNSTORABLE_TEXT.test(value);
}

/**
 * Days since 1970-01-01 of a calendar date.
 *
 * @returns null when the text is no date of the form `YYYY-MM-DD`
 * @example daysSinceEpoch('1970-01-31') // 30
 */
export function daysSinceEpoch(date: string): number | null {
  if (!ISO_DATE.test(date)) return null;
  const time = Date.parse(`${date}T00:00:00Z`);
  // Date.parse turns 31 April into 1 May.
  const exact = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exact ? time / MS_PER_DAY : null;
}

/** Says what a column accepts, as in `a finite number or null`. */
export function expectedValue(column: ColumnDefinition): string {
  const { expected } = TYPE_RULES[column.type];
  return column.nullable ? `${expected} or null` : expected;
}

/** Checks values read from one column, so that none is used that the column could not have been given. */
export function checkCells(
  values: readonly unknown[],
  column: ColumnDefinition,
  name: string,
): asserts values is Cell[] {
  const { holds } = TYPE_RULES[column.type];
  for (const value of values) {
    if (value === null ? !column.nullable : !holds(value)) {
      throw new DomainError('UNREADABLE_VALUE', `${name} holds ${value}: expected ${expectedValue(column)}.`);
    }
  }
}
