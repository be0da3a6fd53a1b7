/** Judged rows as they are shown before anything is imported. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { type JudgedRow, QUARANTINE_REASONS } from '../../import-port.js';
import { cellPart } from './codes.js';
import { judgedTable, recordTexts } from './judged-rows.js';
import { mappedFields, type OpenTable } from './open-table.js';
import { dayNumberOf, dayOf, highOf, keyPart, perYearOf } from './packed-row.js';
import { yearOf } from './reasons.js';
import { literal } from './sql-text.js';
import { UNIT_CODES } from './units.js';

const PARTS = ['country', 'role', 'level', 'region', 'title'] as const;

type UnitsPerYear = Readonly<Record<string, number>>;

export interface RowsToPreview {
  readonly tables: readonly OpenTable[];
  readonly unitsPerYear: UnitsPerYear;
}

export async function previewRows(
  connection: DuckDBConnection,
  { tables, unitsPerYear }: RowsToPreview,
): Promise<JudgedRow[]> {
  const rows: JudgedRow[] = [];
  for (const open of tables) {
    const result = await connection.runAndReadAll(statement(open, unitsPerYear));
    rows.push(...result.getRowObjectsJson().map((row) => judgedRow(open.table.name, row)));
  }
  return rows;
}

function statement(open: OpenTable, unitsPerYear: UnitsPerYear): string {
  const joins = PARTS.map((part) => `LEFT JOIN code_${part} c_${part} ON c_${part}.code = ${cellPart('r.cell', part)}`);
  const texts = PARTS.map((part) => `c_${part}.text AS ${part}`);
  const units = UNIT_CODES.map(literal).join(', ');
  const name = employerText(open);
  const perYear = perYearOf(unitsPerYear, 'r.');
  const annual = (amount: string) => `nullif(${yearOf(amount, perYear)}, 0)::DOUBLE`;
  return `SELECT r.row::DOUBLE AS row, r.reason::INTEGER AS reason, ${texts.join(', ')},
      ${name} AS employer, c_currency.text AS currency, [${units}][nullif(${keyPart('unit', 'r.')}, 0)] AS unit,
      nullif(r.low, 0) / 100 AS low, nullif(${highOf('r.')}, 0) / 100 AS high,
      ${annual('r.low')} AS annual_low, ${annual(highOf('r.'))} AS annual_high,
      CASE WHEN ${dayNumberOf('r.')} > 0 THEN ${dayOf('r.')}::VARCHAR END AS date
    FROM ${judgedTable(open)} r ${joins.join(' ')}
      LEFT JOIN code_currency c_currency ON c_currency.code = ${keyPart('currency', 'r.')}
    ORDER BY 1`;
}

/** As written in the file. */
function employerText(open: OpenTable): string {
  const at = mappedFields(open.table).indexOf('employer');
  const constant = open.table.constants.employer;
  if (at >= 0) return recordTexts(open, 'r.record')[at] as string;
  return constant === undefined ? 'NULL' : literal(constant);
}

function judgedRow(table: string, row: Readonly<Record<string, unknown>>): JudgedRow {
  const text = (name: string) => (row[name] ?? null) as string | null;
  const number = (name: string) => (row[name] === null || row[name] === undefined ? null : Number(row[name]));
  return {
    table,
    row: Number(row.row),
    reason: QUARANTINE_REASONS[Number(row.reason) - 1] ?? null,
    title: text('title'),
    role: text('role'),
    level: text('level'),
    employer: text('employer'),
    country: text('country'),
    region: text('region'),
    currency: text('currency'),
    unit: text('unit'),
    low: number('low'),
    high: number('high'),
    annualLow: number('annual_low'),
    annualHigh: number('annual_high'),
    date: text('date'),
  };
}
