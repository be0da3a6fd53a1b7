/** Which column of a user's table says what. */

/** What a column may state about a row. */
export const FIELDS = [
  'title',
  'employer',
  /** A place as people write it: `Austin, TX`. */
  'place',
  'city',
  'region',
  'country',
  /** Pay in one cell: a number, a range or free text. */
  'pay',
  'payLow',
  'payHigh',
  'currency',
  /** Hour, day, week, month or year. */
  'unit',
  'date',
  'level',
  /** SOC 2018 code. */
  'occupation',
  /** Full time, part time, contract ... */
  'employment',
  /** Names of skills, separated by commas, semicolons or bars, or a list. */
  'skills',
  /** Text of the posting: read for skills and for pay, never stored. */
  'description',
] as const;

export type Field = (typeof FIELDS)[number];

/** `advertised`: offers of open jobs. `paid`: what persons are paid, one row a person. */
export type RecordKind = 'advertised' | 'paid';

export interface Mapping {
  readonly kind: RecordKind;
  /** Column of each field that has one. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** Value of a field for every row, where no column states it: `{ country: 'DE', currency: 'EUR' }`. */
  readonly constants: Readonly<Partial<Record<Field, string>>>;
  /** Sign before the decimals of numbers. */
  readonly decimal: '.' | ',';
  /** Order of day and month in dates such as 03/04/2025; null where all dates say it themselves. */
  readonly dateOrder: 'day-first' | 'month-first' | null;
}
