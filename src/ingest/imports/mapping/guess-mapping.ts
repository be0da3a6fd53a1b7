/** Which column of a table states what, as far as names and values tell. */
import type { Field, Mapping, RecordKind } from '../mapping.js';
import { type Candidate, type ColumnView, candidatesOf } from './column-candidates.js';
import type { ColumnLists, PersonalKind } from './column-lists.js';
import { containsPhrase, headerKey } from './header-words.js';
import { detectDateOrder, detectDecimal } from './number-style.js';
import { readPayHeader } from './pay-header.js';
import { findPersonal, PERSONAL_WORDS, type PersonalFinding } from './personal-columns.js';
import type { Sample } from './sample-table.js';
import { profileValues, type ValueReaders } from './value-profile.js';

/** What becomes of one column. */
export interface ColumnUse {
  readonly column: string;
  readonly field: Field | null;
  /** Why it is read as this field, or why it is not read. */
  readonly reason: string;
  /** What it tells about persons, if anything. */
  readonly personal: PersonalKind | null;
}

/** What must be known of every row and is not. */
export type Missing = 'title' | 'pay' | 'place';

export interface Guess {
  readonly mapping: Mapping;
  /** Every column, in order. */
  readonly uses: readonly ColumnUse[];
  readonly missing: readonly Missing[];
  /** What was chosen where the file leaves it open, in sentences. */
  readonly notes: readonly string[];
  /** Columns whose name says that amounts are thousands or ten-thousands, with the word. */
  readonly scaled: readonly string[];
}

/** What the user said beforehand. */
export interface Given {
  readonly columns: Mapping['columns'];
  /** Fields the user wants no column for. */
  readonly unmapped: readonly Field[];
  readonly constants: Mapping['constants'];
  readonly kind: RecordKind | null;
  readonly decimal: Mapping['decimal'] | null;
  readonly dateOrder: Mapping['dateOrder'] | null;
}

export const NOTHING_GIVEN: Given = {
  columns: {},
  unmapped: [],
  constants: {},
  kind: null,
  decimal: null,
  dateOrder: null,
};

export interface GuessKnowledge {
  readonly lists: ColumnLists;
  readonly readers: ValueReaders;
}

/**
 * Guesses the mapping of a table; what the user gave stands. No column states two fields.
 *
 * @param sample columns and first rows
 * @example guessMapping(sample, NOTHING_GIVEN, knowledge).mapping.columns // { title: 'Job Title', payLow: 'Min' }
 */
export function guessMapping(sample: Sample, given: Given, { lists, readers }: GuessKnowledge): Guess {
  const views = sample.columns.map(
    (name, index): ColumnView => ({ name, profile: profileValues(sample.rows.map((row) => row[index] ?? '')) }),
  );
  const personal = new Map(
    views.flatMap(({ name, profile }) => {
      const found = findPersonal(name, profile, lists);
      return found === null || isPlainField(name, found, lists) ? [] : [[name, found] as const];
    }),
  );
  const kind = given.kind ?? detectKind(sample.columns, personal, lists);
  const chosen = chooseColumns({ views, personal, given, lists, readers, kind });
  const { columns, hints } = withHeaderHints(
    { ...Object.fromEntries([...chosen].map(([field, { column }]) => [field, column])), ...given.columns },
    { given, lists },
  );
  const constants = { ...hints, ...given.constants };
  const valuesOf = (fields: readonly Field[]) =>
    valuesIn(
      sample,
      fields.map((field) => columns[field]),
    );
  const decimal = given.decimal ?? detectDecimal(valuesOf(['pay', 'payLow', 'payHigh']), '.');
  const dates = detectDateOrder(valuesOf(['date']), writesMonthFirst(sample, columns, constants));
  const mapping: Mapping = { kind, columns, constants, decimal, dateOrder: given.dateOrder ?? dates.order };
  return {
    mapping,
    uses: views.map((view) => useOf(view, { mapping, given, chosen, personal, lists })),
    missing: missingFields(mapping),
    notes: given.dateOrder === null && dates.by === 'country' ? [ambiguousDates(mapping)] : [],
    scaled: scaledColumns(mapping, lists),
  };
}

/** `Name` with names of companies is a column about persons by its name alone; `Company name` is none. */
function isPlainField(name: string, found: PersonalFinding, lists: ColumnLists): boolean {
  return found.by === 'name' && lists.fields.has(headerKey(name)) && !lists.personalExact.has(headerKey(name));
}

const STRONG: ReadonlySet<PersonalKind> = new Set(['age', 'gender', 'identity number', 'number of a person']);

/** Those who fill a job stand in its advert. */
const RECRUITING = /recruit|hiring|contact|manager|ansprechpartner|担当/;

/** Persons' pay where columns identify or describe persons; a recruiter's name is no such column. */
function detectKind(
  columns: readonly string[],
  personal: ReadonlyMap<string, PersonalFinding>,
  lists: ColumnLists,
): RecordKind {
  const keys = columns.map(headerKey).filter((key) => !RECRUITING.test(key));
  const describesPersons = keys.some((key) => lists.persons.some((phrase) => containsPhrase(key, phrase)));
  return describesPersons || [...personal.values()].some(({ kind }) => STRONG.has(kind)) ? 'paid' : 'advertised';
}

interface Choice {
  readonly views: readonly ColumnView[];
  readonly personal: ReadonlyMap<string, PersonalFinding>;
  readonly given: Given;
  readonly lists: ColumnLists;
  readonly readers: ValueReaders;
  readonly kind: RecordKind;
}

/** The best column of each field, best first, none twice. */
function chooseColumns({ views, personal, given, lists, readers, kind }: Choice): Map<Field, Candidate> {
  const takenColumns = new Set<string>(Object.values(given.columns));
  const takenFields = new Set<Field>([
    ...(Object.keys(given.columns) as Field[]),
    ...(Object.keys(given.constants) as Field[]),
    ...given.unmapped,
  ]);
  const candidates = views
    .filter(({ name, profile }) => !personal.has(name) && !takenColumns.has(name) && profile.filled > 0)
    .flatMap((view) => candidatesOf(view, lists, readers))
    .sort((a, b) => b.score - a.score);
  const chosen = new Map<Field, Candidate>();
  for (const candidate of candidates) {
    if (takenFields.has(candidate.field) || takenColumns.has(candidate.column)) continue;
    chosen.set(candidate.field, candidate);
    takenFields.add(candidate.field);
    takenColumns.add(candidate.column);
  }
  return withOnePay(chosen, given, kind);
}

/** Pay in one column, or in two: of both the range for offers and the single amount for persons, whose band it is. */
function withOnePay(chosen: Map<Field, Candidate>, given: Given, kind: RecordKind): Map<Field, Candidate> {
  const states = (field: Field) => chosen.has(field) || field in given.columns;
  const ends = states('payLow') || states('payHigh');
  if (!states('pay') || !ends) return chosen;
  const single =
    'pay' in given.columns || (kind === 'paid' && !('payLow' in given.columns || 'payHigh' in given.columns));
  if (single || !(states('payLow') && states('payHigh'))) {
    chosen.delete('payLow');
    chosen.delete('payHigh');
  } else chosen.delete('pay');
  return chosen;
}

/**
 * Currency and unit that the name of the column of pay states. A unit in that name goes before a column of units, which
 * then speaks of another column of pay; a currency only counts where no column states one.
 */
function withHeaderHints(
  columns: Mapping['columns'],
  { given, lists }: Pick<Choice, 'given' | 'lists'>,
): Pick<Mapping, 'columns'> & { readonly hints: Mapping['constants'] } {
  const name = columns.pay ?? columns.payLow ?? columns.payHigh;
  const header = name === undefined ? null : readPayHeader(name, lists);
  if (header === null || typeof header === 'string') return { columns, hints: {} };
  const { unit: unitColumn, ...others } = columns;
  const bySelf = header.unit !== null && !('unit' in given.columns);
  const kept = bySelf || unitColumn === undefined ? others : columns;
  return {
    columns: kept,
    hints: {
      ...(header.currency !== null && kept.currency === undefined ? { currency: header.currency } : {}),
      ...(bySelf ? { unit: header.unit } : {}),
    } as Mapping['constants'],
  };
}

function valuesIn(sample: Sample, names: readonly (string | undefined)[]): string[] {
  const positions = names.flatMap((name) => (name === undefined ? [] : [sample.columns.indexOf(name)]));
  return sample.rows.flatMap((row) => positions.map((at) => row[at] ?? '')).filter((text) => text !== '');
}

/** The United States and the Philippines write the month first; a file in US dollars without a country does too. */
function writesMonthFirst(sample: Sample, columns: Mapping['columns'], constants: Mapping['constants']): boolean {
  const countries = constants.country === undefined ? valuesIn(sample, [columns.country]) : [constants.country];
  const american = (text: string) => /^(?:US|USA|PH|United States.*)$/i.test(text.trim());
  if (countries.length > 0) return countries.filter(american).length * 2 > countries.length;
  const currencies = constants.currency === undefined ? valuesIn(sample, [columns.currency]) : [constants.currency];
  if (currencies.length > 0) return currencies.filter((text) => text.trim() === 'USD').length * 2 > currencies.length;
  return valuesIn(sample, [columns.pay, columns.payLow]).some((text) => text.includes('$'));
}

function scaledColumns({ columns: { pay, payLow, payHigh } }: Mapping, lists: ColumnLists): string[] {
  return [pay, payLow, payHigh].filter((column) => {
    const header = column === undefined ? null : readPayHeader(column, lists);
    return header !== null && typeof header !== 'string' && header.scaled;
  }) as string[];
}

function ambiguousDates({ dateOrder, columns }: Mapping): string {
  const words = dateOrder === 'month-first' ? 'the month first' : 'the day first';
  return `Dates such as 03/04/2025 in "${columns.date}" leave day and month open; ${words} was chosen (--set dateOrder=...).`;
}

function missingFields({ columns, constants }: Mapping): Missing[] {
  const known = (...fields: Field[]) => fields.some((field) => field in columns || field in constants);
  return [
    ...(known('title') ? [] : (['title'] as const)),
    ...(known('pay', 'payLow', 'payHigh', 'description') ? [] : (['pay'] as const)),
    ...(known('place', 'country', 'city', 'region') ? [] : (['place'] as const)),
  ];
}

interface UseContext {
  readonly mapping: Mapping;
  readonly given: Given;
  readonly chosen: ReadonlyMap<Field, Candidate>;
  readonly personal: ReadonlyMap<string, PersonalFinding>;
  readonly lists: ColumnLists;
}

function useOf({ name, profile }: ColumnView, context: UseContext): ColumnUse {
  const { mapping, given, chosen, personal } = context;
  const about = personal.get(name) ?? null;
  const kind = about?.kind ?? null;
  const [field] = Object.entries(mapping.columns).find(([, column]) => column === name) ?? [];
  if (field !== undefined) {
    const reason = field in given.columns ? 'as you said' : (chosen.get(field as Field)?.reason ?? '');
    return { column: name, field: field as Field, reason, personal: kind };
  }
  if (about !== null) return { column: name, field: null, reason: PERSONAL_WORDS[about.kind], personal: kind };
  return { column: name, field: null, reason: unusedReason({ name, profile }, context), personal: null };
}

function unusedReason(view: ColumnView, { mapping, lists }: UseContext): string {
  if (view.profile.filled === 0) return 'empty';
  const pay = readPayHeader(view.name, lists);
  if (pay === 'not base pay') return 'not base pay';
  const { columns, constants } = mapping;
  if (pay !== null && view.profile.pay >= 0.5) return `pay is read from ${payColumns(mapping)}`;
  const [field] = lists.fields.get(headerKey(view.name)) ?? [];
  if (field === undefined) return 'no use for it';
  if (columns[field] !== undefined) return `${field} is read from "${columns[field]}"`;
  return field in constants ? `${field} is set for all rows` : `its values do not fit ${field}`;
}

function payColumns({ columns: { pay, payLow, payHigh } }: Mapping): string {
  const names = [pay, payLow, payHigh].flatMap((name) => (name === undefined ? [] : [`"${name}"`]));
  return names.length === 0 ? 'no column' : names.join(' and ');
}
