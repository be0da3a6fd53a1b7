/** What earlier imports hold, in the codes of this one. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { EarlierImports } from '../../import-port.js';
import { inCell } from './codes.js';
import { monthOf } from './currency-tables.js';
import { dayNumberOf, dayOf, OFFER, packKey, packTail } from './packed-row.js';
import { literal } from './sql-text.js';
import { codeOfUnit } from './units.js';

/**
 * Makes `earlier`: the parts of `OFFER` as `part0` ..., `asked`, `day` (its number), `month` and how many `records`
 * there are. Rows with a text that this import does not have cannot equal any of its rows and are left out.
 *
 * @param basis of the rows that count
 * @returns whether there are any
 */
export async function makeEarlier(
  connection: DuckDBConnection,
  { pay, postings }: EarlierImports,
  basis: 'posted' | 'paid',
): Promise<boolean> {
  const parts = [
    ...(pay.length === 0 ? [] : [ofPay(pay, basis)]),
    ...(postings.length === 0 || basis === 'paid' ? [] : [ofPostings(postings)]),
  ];
  if (parts.length === 0) return false;
  const offer = OFFER.map((part, at) => `${part} AS part${at}`).join(', ');
  // Advertised offers are compared by month alone: the day would only make more rows of them.
  const day = basis === 'paid' ? dayNumberOf() : '0';
  await connection.run(`CREATE OR REPLACE TABLE earlier AS
    SELECT ${offer}, asked, ${day} AS day, ${monthOf(dayOf())} AS month, count(*) AS records
    FROM (${parts.join(' UNION ALL ')}) GROUP BY ALL`);
  const rows = await connection.runAndReadAll('SELECT count(*) FROM earlier');
  return Number(rows.value(0, 0)) > 0;
}

function ofPay(files: readonly string[], basis: string): string {
  const key = packKey({
    soc: 'coalesce(c_soc.code, 0)',
    employer: 'coalesce(c_employer.code, 0)',
    currency: 'c_currency.code',
    unit: codeOfUnit('e.unit'),
  });
  const perYear = 'CASE WHEN e.low_minor > 0 THEN round(e.annual_low * 100.0 / e.low_minor) END';
  return `SELECT ${CELL} AS cell, ${key} AS key, e.low_minor AS low,
      ${packTail({ high: 'e.high_minor', day: 'e.seen_from', perYear })} AS tail, '' AS asked
    FROM read_parquet([${files.map(literal).join(', ')}]) e ${JOINS}
      LEFT JOIN code_currency c_currency ON c_currency.text = e.currency LEFT JOIN code_soc c_soc ON c_soc.text = e.soc
    WHERE e.basis = ${literal(basis)} AND ${KNOWN} AND c_currency.code IS NOT NULL AND (e.soc IS NULL OR c_soc.code IS NOT NULL)`;
}

function ofPostings(files: readonly string[]): string {
  const key = packKey({ soc: '0', employer: 'coalesce(c_employer.code, 0)', currency: '0', unit: '0' });
  return `SELECT ${CELL} AS cell, ${key} AS key, 0::BIGINT AS low,
      ${packTail({ high: '0', day: 'e.seen_from', perYear: 'NULL' })} AS tail, e.skills || ';' || e.credentials AS asked
    FROM read_parquet([${files.map(literal).join(', ')}]) e ${JOINS} WHERE e.currency IS NULL AND ${KNOWN}`;
}

const PARTS = ['country', 'role', 'level', 'region', 'title'] as const;
const CELL = `(${PARTS.map((part) => inCell(`c_${part}.code`, part)).join(' | ')})`;
const LOOKED_UP = [...PARTS, 'employer'] as const;
const JOINS = LOOKED_UP.map((part) => `LEFT JOIN code_${part} c_${part} ON c_${part}.text = e.${part}`).join(' ');
const KNOWN = LOOKED_UP.map((part) => `(e.${part} IS NULL OR c_${part}.code IS NOT NULL)`).join(' AND ');
