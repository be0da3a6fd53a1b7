/** The rows of a table, of which only the columns that a benchmark needs are kept. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { OpenedTable } from '../../ingest/imports/formats/open-context.js';
import { fileFailure, unreadable } from '../../ingest/imports/formats/unreadable.js';
import { CsvReader, decodeBytes } from '../../text/records/index.js';
import type { PayrollColumns } from './columns.js';
import { emptyRow, type InputRow } from './input-row.js';

/**
 * Every row in the order of the file, those that could not be taken apart among them.
 *
 * @param table staged: see `openInput` with `exact`
 * @throws {UsageError} UNREADABLE_FILE for a table without rows
 */
export async function* tableRows(table: OpenedTable, columns: PayrollColumns): AsyncGenerator<InputRow> {
  const { content, rejected } = table;
  if (content.kind !== 'staged') throw unreadable(basename(content.path), 'its form is not read here');
  const faults = rejected === null ? [] : await faultsOf(rejected.path);
  let row = 0;
  let fault = 0;
  for await (const [number, ...cells] of records(content.path)) {
    for (; fault < faults.length && faults[fault]!.number < Number(number); fault += 1) {
      row += 1;
      yield emptyRow(row, faults[fault]!.reason);
    }
    row += 1;
    yield rowOf(row, cells, columns);
  }
  for (; fault < faults.length; fault += 1) {
    row += 1;
    yield emptyRow(row, faults[fault]!.reason);
  }
  if (row === 0) throw unreadable(table.name, 'it has a header and no rows', 'Add the rows below the header.');
}

async function faultsOf(path: string): Promise<{ number: number; reason: string }[]> {
  const faults: { number: number; reason: string }[] = [];
  for await (const [number, reason = ''] of records(path)) faults.push({ number: Number(number), reason });
  return faults;
}

async function* records(path: string): AsyncGenerator<readonly string[]> {
  const reader = new CsvReader(',');
  try {
    for await (const piece of decodeBytes(createReadStream(path))) {
      for (const { fields } of reader.push(piece)) yield fields;
    }
    for (const { fields } of reader.end()) yield fields;
  } catch (failure) {
    throw fileFailure(basename(path), failure);
  }
}

function rowOf(row: number, cells: readonly string[], { at, currency, unit }: PayrollColumns): InputRow {
  const cell = (index: number | undefined): string => (index === undefined ? '' : (cells[index] ?? '').trim());
  return {
    row,
    title: cell(at.title),
    place: cell(at.place) || placeFrom(cell(at.city), cell(at.region), cell(at.country)),
    level: cell(at.level),
    pay: cell(at.pay),
    currency: cell(at.currency) || currency,
    unit: cell(at.unit) || unit,
    fault: null,
  };
}

/** `Austin, TX, US`. Two letters of a region alone are a state: as a place they would be a country. */
function placeFrom(city: string, region: string, country: string): string {
  if (city === '' && /^[a-z]{2}$/i.test(region) && /^(?:|us|usa|united states(?: of america)?)$/i.test(country)) {
    return `US-${region.toUpperCase()}`;
  }
  return [city, region, country].filter((part) => part !== '').join(', ');
}
