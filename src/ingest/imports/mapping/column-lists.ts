/** The reviewed list of column names, made ready to be looked up. */
import type { PayUnit } from '../../stated-pay.js';
import type { Field } from '../mapping.js';
import { headerKey } from './header-words.js';

/** `reviewed/import-columns.json`. */
export interface ImportColumnsFile {
  readonly fields: Readonly<Record<string, readonly string[]>>;
  readonly pay: Readonly<Record<'words' | 'low' | 'high' | 'middle' | 'filler' | 'notBase', readonly string[]>>;
  readonly units: Readonly<Record<PayUnit, readonly string[]>>;
  readonly currencies: Readonly<Record<string, readonly string[]>>;
  /** Words that say amounts are thousands or ten-thousands. */
  readonly scaled: readonly string[];
  readonly personal: Readonly<
    Record<PersonalKind, { readonly exact: readonly string[]; readonly within: readonly string[] }>
  >;
  /** Names of dates other than that of the pay. */
  readonly otherDates: readonly string[];
  /** Names that say a row is a person. */
  readonly persons: readonly string[];
}

/** What a column tells about persons. */
export type PersonalKind =
  | 'name'
  | 'e-mail'
  | 'telephone'
  | 'age'
  | 'gender'
  | 'origin'
  | 'belief'
  | 'health'
  | 'family'
  | 'identity number'
  | 'address'
  | 'number of a person';

type PlainField = Exclude<Field, 'pay' | 'payLow' | 'payHigh'>;

export interface ColumnLists {
  /** Keys of names to the fields they may state. */
  readonly fields: ReadonlyMap<string, readonly PlainField[]>;
  /** `field key` to the position of the name in the list: names that are surer stand first. */
  readonly fieldOrder: ReadonlyMap<string, number>;
  readonly pay: Readonly<Record<keyof ImportColumnsFile['pay'], ReadonlySet<string>>>;
  readonly units: ReadonlyMap<string, PayUnit>;
  readonly currencies: ReadonlyMap<string, string>;
  readonly scaled: ReadonlySet<string>;
  readonly personalExact: ReadonlyMap<string, PersonalKind>;
  readonly personalWithin: readonly (readonly [phrase: string, kind: PersonalKind])[];
  readonly otherDates: readonly string[];
  readonly persons: readonly string[];
}

/** Indexes the list; done once. */
export function buildColumnLists(file: ImportColumnsFile): ColumnLists {
  const personal = Object.entries(file.personal) as [PersonalKind, { exact: string[]; within: string[] }][];
  return {
    fields: fieldsByKey(file.fields),
    fieldOrder: new Map(
      Object.entries(file.fields).flatMap(([field, names]) =>
        names.map((name, at): [string, number] => [`${field} ${headerKey(name)}`, at]).toReversed(),
      ),
    ),
    pay: {
      words: keys(file.pay.words),
      low: keys(file.pay.low),
      high: keys(file.pay.high),
      middle: keys(file.pay.middle),
      filler: keys(file.pay.filler),
      notBase: keys(file.pay.notBase),
    },
    units: byKey(file.units) as ReadonlyMap<string, PayUnit>,
    currencies: byKey(file.currencies),
    scaled: keys(file.scaled),
    personalExact: new Map(personal.flatMap(([kind, { exact }]) => exact.map((name) => [headerKey(name), kind]))),
    personalWithin: personal
      .flatMap(([kind, { within }]) => within.map((name) => [headerKey(name), kind] as const))
      .sort((a, b) => b[0].length - a[0].length),
    otherDates: file.otherDates.map(headerKey),
    persons: file.persons.map(headerKey),
  };
}

function keys(names: readonly string[]): Set<string> {
  return new Set(names.map(headerKey));
}

function byKey(lists: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(Object.entries(lists).flatMap(([value, names]) => names.map((name) => [headerKey(name), value])));
}

function fieldsByKey(lists: ImportColumnsFile['fields']): Map<string, PlainField[]> {
  const found = new Map<string, PlainField[]>();
  for (const [field, names] of Object.entries(lists)) {
    for (const key of keys(names)) {
      const fields = found.get(key) ?? [];
      found.set(key, [...fields, field as PlainField]);
    }
  }
  return found;
}
