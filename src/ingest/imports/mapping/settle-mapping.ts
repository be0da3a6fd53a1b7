/** The mapping of one table: what the user gave, filled up by the guess, checked. */
import { UsageError } from '../../../core/errors.js';
import type { OpenedTable } from '../formats/open-context.js';
import { shownName } from '../formats/shown-name.js';
import type { Field, Mapping } from '../mapping.js';
import {
  type Given,
  type Guess,
  type GuessKnowledge,
  guessMapping,
  type Missing,
  NOTHING_GIVEN,
} from './guess-mapping.js';
import { nearestName } from './nearest-name.js';
import type { MappedColumn } from './parse-given.js';
import { mayInsist, PERSONAL_WORDS } from './personal-columns.js';
import type { Sample } from './sample-table.js';

/** What the command line says, before any table is known. */
export interface Wishes {
  readonly saved: Mapping | null;
  readonly columns: readonly MappedColumn[];
  readonly settings: Pick<Given, 'constants' | 'kind' | 'decimal' | 'dateOrder'>;
  /** Columns about persons may be mapped where that makes sense. */
  readonly allowPersonal: boolean;
}

export const NO_WISHES: Wishes = {
  saved: null,
  columns: [],
  settings: { constants: {}, kind: null, decimal: null, dateOrder: null },
  allowPersonal: false,
};

/**
 * The mapping of a table.
 *
 * @throws {UsageError} PERSONAL_COLUMN when a wish names a column about persons
 */
export function settleMapping(
  table: OpenedTable,
  sample: Sample,
  { wishes, knowledge }: { readonly wishes: Wishes; readonly knowledge: GuessKnowledge },
): Guess {
  const given = givenFor(table, wishes);
  const guess = guessMapping(sample, given, knowledge);
  const byFormat = (column: string, field: Field) =>
    table.fieldsKnown && column === field && !wishes.columns.some((wish) => wish.field === field);
  const uses = guess.uses.map((use) => {
    const { column, field, personal } = use;
    if (field === null) return use;
    if (byFormat(column, field)) return { ...use, reason: 'the format says so', personal: null };
    if (personal !== null) checkPersonal(column, { field, personal, allowed: wishes.allowPersonal });
    return use;
  });
  return { ...guess, uses };
}

function checkPersonal(
  column: string,
  { field, personal, allowed }: { field: Field; personal: keyof typeof PERSONAL_WORDS; allowed: boolean },
): void {
  const holds = `${shownName(column)} seems to hold ${PERSONAL_WORDS[personal]}`;
  if (!mayInsist(personal, field)) {
    const remedy = 'Such columns are never read; see docs/importing.md.';
    throw new UsageError('PERSONAL_COLUMN', `${holds} and cannot be mapped to ${field}.`, remedy);
  }
  if (allowed) return;
  const remedy = `If it holds something else, or may be read, add --allow-personal.`;
  throw new UsageError('PERSONAL_COLUMN', `${holds}.`, remedy);
}

/** What is given for one table: its own columns by name for formats that say what they mean, then the wishes. */
function givenFor(table: OpenedTable, { saved, columns, settings }: Wishes): Given {
  const own = table.fieldsKnown ? Object.fromEntries(table.columns.map((column) => [column, column])) : {};
  const kept = saved === null ? {} : inTable(Object.entries(saved.columns) as [Field, string][], table.columns);
  const wished = inTable(
    columns.flatMap(({ field, column }) => (column === null ? [] : [[field, column] as const])),
    table.columns,
  );
  const unmapped = columns.flatMap(({ field, column }) => (column === null ? [field] : []));
  const constants = { ...saved?.constants, ...settings.constants };
  const all: Partial<Record<Field, string>> = { ...own, ...kept, ...wished };
  for (const field of unmapped) delete all[field];
  for (const field of Object.keys(settings.constants) as Field[]) if (!(field in wished)) delete all[field];
  return {
    ...NOTHING_GIVEN,
    columns: all,
    unmapped,
    constants: Object.fromEntries(Object.entries(constants).filter(([field]) => !(field in all))),
    kind: settings.kind ?? saved?.kind ?? (table.fieldsKnown ? 'advertised' : null),
    decimal: settings.decimal ?? saved?.decimal ?? (table.fieldsKnown ? '.' : null),
    dateOrder: settings.dateOrder ?? saved?.dateOrder ?? null,
  };
}

function inTable(
  wanted: readonly (readonly [Field, string])[],
  columns: readonly string[],
): Partial<Record<Field, string>> {
  const found = wanted.flatMap(([field, name]) => {
    const column = findColumn(name, columns);
    return column === null ? [] : [[field, column] as const];
  });
  return Object.fromEntries(found);
}

/** A column by its name, in any case where that leaves one. */
export function findColumn(name: string, columns: readonly string[]): string | null {
  if (columns.includes(name)) return name;
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const alike = columns.filter((column) => plain(column) === plain(name));
  return alike.length === 1 ? alike[0]! : null;
}

/**
 * Checks that every column that was named is in some table.
 *
 * @throws {UsageError} UNKNOWN_COLUMN naming the nearest
 */
export function checkWishedColumns(tables: readonly OpenedTable[], { saved, columns }: Wishes): void {
  const names = [...new Set(tables.flatMap((table) => table.columns))];
  const wanted = [...Object.values(saved?.columns ?? {}), ...columns.flatMap(({ column }) => column ?? [])];
  const unknown = wanted.find((name) => tables.every((table) => findColumn(name, table.columns) === null));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, names);
  const remedy = nearest === null ? `Columns: ${shownColumns(names)}.` : `Did you mean ${shownName(nearest)}?`;
  throw new UsageError('UNKNOWN_COLUMN', `There is no column ${shownName(unknown)}.`, remedy);
}

const NEEDS: Readonly<Record<Missing, string>> = {
  title: 'a column of job titles (--map title=...)',
  pay: 'a column of pay (--map pay=..., or payLow=... and payHigh=...)',
  place: 'a place (--map place=... or --set country=...)',
};

/** What a table lacks, as an error that shows its columns. */
export function unmappable(table: OpenedTable, missing: readonly Missing[]): UsageError {
  const lacking = missing.map((part) => NEEDS[part]).join(' and ');
  const message = `${shownName(table.name)} lacks ${lacking}; its columns are ${shownColumns(table.columns)}.`;
  const headless =
    table.columns.filter((name) => /^[\d\s\p{Sc}.,/:-]+$/u.test(name)).length * 3 >= table.columns.length;
  const remedy = headless ? 'Its first line looks like data: put a line with names above.' : 'Name them as shown.';
  return new UsageError('UNMAPPABLE_FILE', message, remedy);
}

const SHOWN = 12;

function shownColumns(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map(shownName).join(', ');
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
