/** Tables of an input as the engine takes them, with the readers and rules that go with them. */
import { UsageError } from '../../core/errors.js';
import type { ImportRules, TableToImport } from '../../store/import-port.js';
import { unitsPerDollar } from '../../text/pay/currencies.js';
import { PLAUSIBLE_ANNUAL_USD, UNITS_PER_YEAR, WIDEST_BAND } from '../stated-pay.js';
import type { Input, InputTable } from './input.js';
import type { Mapping, RecordKind } from './mapping.js';
import type { OwnReading } from './values/own-reading.js';
import { currencyOfSign } from './values/shared-signs.js';
import { UNITS_BY_SIZE } from './values/units-by-size.js';

export interface MappedTable {
  readonly table: InputTable;
  readonly mapping: Mapping;
}

/**
 * The tables that are not skipped.
 *
 * @throws {UsageError} NOTHING_MAPPED | MIXED_KINDS
 */
export function mappedTables(input: Input, mappings: readonly (Mapping | null)[]): MappedTable[] {
  const mapped = input.tables.flatMap((table, at) => {
    const mapping = mappings[at] ?? null;
    return mapping === null ? [] : [{ table, mapping }];
  });
  if (mapped.length === 0) {
    throw new UsageError(
      'NOTHING_MAPPED',
      `Nothing in ${input.fileName} is mapped: there is nothing to import.`,
      'Say with --map which columns hold the title, the place and the pay.',
    );
  }
  if (new Set(mapped.map(({ mapping }) => mapping.kind)).size > 1) {
    throw new UsageError(
      'MIXED_KINDS',
      `${input.fileName} holds advertised pay in one table and persons' pay in another.`,
      'Import them one after the other, as files of their own.',
    );
  }
  return mapped;
}

/** The one kind of the records of all tables. */
export function kindOf(tables: readonly MappedTable[]): RecordKind {
  return (tables[0] as MappedTable).mapping.kind;
}

/** @param limit rows that are looked at; null for all */
export function toImport({ table, mapping }: MappedTable, limit: number | null): TableToImport {
  const { name, columns, content, rejected } = table;
  return {
    name,
    columns,
    content,
    rejected: limit === null ? rejected : null,
    fields: mapping.columns,
    constants: mapping.constants,
    decimal: mapping.decimal,
    limit,
  };
}

/** What decides about the rows: see docs/importing.md. */
export function importRules(kind: RecordKind, reading: OwnReading): ImportRules {
  return {
    kind,
    unitsPerYear: UNITS_PER_YEAR,
    limits: {
      low: PLAUSIBLE_ANNUAL_USD.lowElsewhere,
      lowByCountry: { US: PLAUSIBLE_ANNUAL_USD.lowUnitedStates },
      high: PLAUSIBLE_ANNUAL_USD.high,
      widest: WIDEST_BAND,
    },
    unitsBySize: UNITS_BY_SIZE,
    unitsPerDollar,
    rate: (currency, month) => reading.rate(currency, month),
    currencyOfSign,
    today: reading.today,
  };
}
