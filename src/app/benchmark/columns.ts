/** Which columns of a table a benchmark reads: those of title, place, level and pay, and never any other. */
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';
import type { OpenedTable } from '../../ingest/imports/formats/open-context.js';
import {
  buildColumnLists,
  type ColumnLists,
  type ImportColumnsFile,
} from '../../ingest/imports/mapping/column-lists.js';
import type { GuessKnowledge } from '../../ingest/imports/mapping/guess-mapping.js';
import type { MappedColumn } from '../../ingest/imports/mapping/parse-given.js';
import { readPayHeader } from '../../ingest/imports/mapping/pay-header.js';
import type { Sample } from '../../ingest/imports/mapping/sample-table.js';
import { scaleOf } from '../../ingest/imports/mapping/scale-columns.js';
import { findColumn, NO_WISHES, settleMapping } from '../../ingest/imports/mapping/settle-mapping.js';
import type { Field } from '../../ingest/imports/mapping.js';
import { buildLocationIndex, readLocation, recogniseTitle } from '../../text/index.js';
import { readInstalled } from '../installed-file.js';
import type { Market } from '../market.js';
import { countryNames } from '../own-reading.js';
import { IMPORT_COLUMNS, REVIEWED_LISTS } from '../paths.js';

/** Fields a benchmark reads, in a table or set for all of it. */
type ReadField = Extract<
  Field,
  'title' | 'place' | 'city' | 'region' | 'country' | 'level' | 'pay' | 'currency' | 'unit'
>;

const READ: readonly ReadField[] = ['title', 'place', 'city', 'region', 'country', 'level', 'pay', 'currency', 'unit'];

/** Columns whose plain English name settles what they state, whatever stands in them. */
const SETTLED: readonly ReadField[] = ['title', 'place', 'level', 'pay', 'currency'];

export interface PayrollColumns {
  /** Position of the column of each field that has one. */
  readonly at: Readonly<Partial<Record<ReadField, number>>>;
  /** What the name of the column of pay says of every amount. */
  readonly currency: string;
  readonly unit: string;
  /** Written after bare amounts of a column in thousands: `k`. */
  readonly scale: string;
  readonly decimal: '.' | ',';
}

/** The lists and engines by which columns are recognised. */
export async function columnKnowledge(market: Pick<Market, 'catalogue' | 'places'>): Promise<GuessKnowledge> {
  const file = await readInstalled(
    join(REVIEWED_LISTS, IMPORT_COLUMNS),
    (bytes) => JSON.parse(bytes.toString()) as ImportColumnsFile,
  );
  const locations = buildLocationIndex(market.places);
  return {
    lists: buildColumnLists(file),
    readers: {
      isTitle: (text) => recogniseTitle(text, market.catalogue).role !== null,
      isPlace: (text) => readLocation(text, locations).country !== null,
      isCountry: countryNames(market.places),
    },
  };
}

export interface ColumnWishes {
  /** Name of the column of titles, where it was given. */
  readonly field: string | undefined;
  /** A place for rows without one. */
  readonly hasPlace: boolean;
}

/**
 * @returns null for a table without a column of titles, or of places where none was given
 * @throws {UsageError} PERSONAL_COLUMN | UNKNOWN_FIELD
 */
export function chooseColumns(
  table: OpenedTable,
  sample: Sample,
  { knowledge, wishes }: { readonly knowledge: GuessKnowledge; readonly wishes: ColumnWishes },
): PayrollColumns | null {
  const given = settledColumns(table.columns, wishes, knowledge.lists);
  const { mapping } = settleMapping(table, sample, {
    wishes: { ...NO_WISHES, columns: given, settings: { ...NO_WISHES.settings, kind: 'paid' }, allowPersonal: true },
    knowledge,
  });
  const at = Object.fromEntries(
    READ.flatMap((field) => {
      const column = mapping.columns[field];
      return column === undefined ? [] : [[field, table.columns.indexOf(column)]];
    }),
  ) as PayrollColumns['at'];
  if (at.title === undefined || (!wishes.hasPlace && !hasPlace(at))) return null;
  const payName = mapping.columns.pay;
  return {
    at,
    currency: mapping.constants.currency ?? '',
    unit: mapping.constants.unit ?? '',
    scale: payName === undefined ? '' : (scaleOf(payName, knowledge.lists)?.suffix ?? ''),
    decimal: mapping.decimal,
  };
}

export function hasPlace(at: PayrollColumns['at']): boolean {
  return [at.place, at.city, at.region, at.country].some((index) => index !== undefined);
}

function settledColumns(columns: readonly string[], { field }: ColumnWishes, lists: ColumnLists): MappedColumn[] {
  if (field !== undefined && findColumn(field, columns) === null) {
    const remedy = 'Give --field the name of the column of titles, as it stands in the header.';
    throw new UsageError('UNKNOWN_FIELD', 'There is no column of the name that --field gives.', remedy);
  }
  const settled = SETTLED.flatMap((name) => {
    const column = name === 'title' && field !== undefined ? findColumn(field, columns) : findColumn(name, columns);
    return column === null ? [] : [{ field: name, column }];
  });
  const has = (name: ReadField) => settled.some((entry) => entry.field === name);
  const text = has('title') ? null : findColumn('text', columns);
  const pay = has('pay') ? undefined : columns.find((column) => isPlainPay(column, lists));
  return [
    ...settled,
    ...(text === null ? [] : [{ field: 'title', column: text } as const]),
    ...(pay === undefined ? [] : [{ field: 'pay', column: pay } as const]),
  ];
}

/** `salary`, `Base pay`, `Gehalt`: a single amount and nothing else in its name. */
function isPlainPay(column: string, lists: ColumnLists): boolean {
  const header = readPayHeader(column, lists);
  return (
    header !== null && typeof header !== 'string' && header.field === 'pay' && header.saysPay && header.unknown === 0
  );
}
