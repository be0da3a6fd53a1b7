/** The tables that an import adds to the own market, each in its own total order. */
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { DestinationOfImport } from '../../import-port.js';
import type { WrittenFile } from '../../port.js';
import { CELL_COLUMNS, CURRENCY, constantName, EMPLOYER, SOC, UNIT } from './cell-names.js';
import { copyTable } from './copy-table.js';
import { monthOf } from './currency-tables.js';
import { dayNumberOf, dayOf, highOf, keyPart, OFFER, PACKED, perYearOf } from './packed-row.js';
import { yearOf } from './reasons.js';
import { literal } from './sql-text.js';

export interface RowsToWrite {
  readonly destination: DestinationOfImport;
  readonly unitsPerYear: Readonly<Record<string, number>>;
}

/**
 * The rows of `kept` with pay. A packed row has the order of the table.
 *
 * @param repeated whether any row stands for more than one
 */
export function writePay(
  connection: DuckDBConnection,
  { destination, unitsPerYear }: RowsToWrite,
  repeated: boolean,
): Promise<WrittenFile | null> {
  const perYear = perYearOf(unitsPerYear);
  const more = repeated ? ['last', 'repeats'] : [];
  const columns = [...PACKED, ...more].join(', ');
  const query = `SELECT ${constantName(destination.source)} AS source, ${constantName(destination.basis)} AS basis,
      ${CELL_COLUMNS}, ${SOC} AS soc, ${EMPLOYER} AS employer, ${CURRENCY} AS currency, ${UNIT} AS unit,
      low AS low_minor, ${highOf()} AS high_minor,
      ${yearOf('low', perYear)}::BIGINT AS annual_low, ${yearOf(highOf(), perYear)}::BIGINT AS annual_high,
      ${dayOf()} AS seen_from, ${repeated ? LAST : dayOf()} AS seen_to,
      ${repeated ? 'repeats' : '1::BIGINT AS repeats'}, NULL::VARCHAR AS words
    FROM (SELECT ${columns} FROM kept WHERE ${keyPart('currency')} > 0 ORDER BY ${columns})`;
  return copyTable(connection, { table: 'pay', destination, query });
}

const LAST = "(DATE '1970-01-01' + last::INTEGER)";

/** Postings whose skills or text were read, one for each offer that is kept. */
export function writePostings(
  connection: DuckDBConnection,
  { destination, unitsPerYear }: RowsToWrite,
): Promise<WrittenFile | null> {
  const offer = [...OFFER, 'asked'];
  const month = monthOf(dayOf());
  const perYear = perYearOf(unitsPerYear);
  const paid = (amount: string) => `CASE WHEN ${keyPart('currency')} > 0 THEN ${yearOf(amount, perYear)}::BIGINT END`;
  const same = [...offer, month].map((_, at) => `p.part${at} = k.part${at}`).join(' AND ');
  const parts = [...offer, month].map((part, at) => `${part} AS part${at}`).join(', ');
  const employer = keyPart('employer');
  // Of an offer in several wordings one whose text was read counts, then the first in order: bytes depend on rows alone.
  const query = `SELECT ${literal(destination.source)} AS source, ${CELL_COLUMNS}, ${EMPLOYER} AS employer,
      ${dayOf()} AS seen_from, ${LAST} AS seen_to, ${CURRENCY} AS currency,
      ${paid('low')} AS annual_low, ${paid(highOf())} AS annual_high,
      texts.skills AS skills, texts.credentials AS credentials, texts.read_from AS read_from, repeats
    FROM (SELECT p.* FROM (SELECT ${parts}, cell, key, low, min(tail) AS tail, max(${dayNumberOf()}) AS last, count(*) AS repeats,
          min({labels: read_from = 'labels', skills: skills, credentials: credentials, read_from: read_from}) AS texts
        FROM usable WHERE skills IS NOT NULL GROUP BY ${[...offer, month].join(', ')}) p
      SEMI JOIN (SELECT ${parts} FROM kept) k ON ${same}
      ORDER BY cell, ${employer}, ${dayNumberOf()}, last, texts.skills, texts.credentials, texts.read_from, key, low, tail, repeats)`;
  return copyTable(connection, { table: 'postings', destination, query });
}

/**
 * Names of the employers of the rows written, under the shortest spelling of each.
 *
 * @param readings tables with `employer` and `name`
 * @param written  files with the rows
 */
export async function writeEmployers(
  connection: DuckDBConnection,
  destination: DestinationOfImport,
  { readings, written }: { readonly readings: readonly string[]; readonly written: readonly WrittenFile[] },
): Promise<WrittenFile | null> {
  if (readings.length === 0 || written.length === 0) return null;
  const spellings = readings.map(
    (table) => `SELECT employer, name FROM ${table} WHERE employer IS NOT NULL AND name <> ''`,
  );
  const query = `SELECT ${literal(destination.source)} AS source, employer, arg_min(name, (length(name), name)) AS name
    FROM (${spellings.join(' UNION ALL ')})
      SEMI JOIN (${writtenRows('DISTINCT employer', { destination, written })}) k USING (employer)
    GROUP BY employer ORDER BY employer`;
  return copyTable(connection, { table: 'employers', destination, query });
}

/** A query over the rows of files just written, which is quicker than finding these rows again. */
export function writtenRows(
  columns: string,
  { destination, written }: { readonly destination: DestinationOfImport; readonly written: readonly WrittenFile[] },
): string {
  const files = written.map(({ path }) => literal(join(destination.directory, path)));
  return files.map((file) => `SELECT ${columns} FROM read_parquet(${file})`).join(' UNION ALL ');
}
