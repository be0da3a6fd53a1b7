/** Texts for the codes of an import, for writing. */
import type { DuckDBConnection } from '@duckdb/node-api';
import { cellPart } from './codes.js';
import { keyPart } from './packed-row.js';
import { literal } from './sql-text.js';
import { UNIT_CODES } from './units.js';

/** Above this an ENUM of all texts would take too much memory: then they are handled as texts. */
const MOST_ENUMERATED = 1_000_000;

/**
 * Makes `<what>_names` (`code`, `text`) for everything that has codes. Texts are ENUMs: the engine writes them to
 * Parquet without looking at each again.
 */
export async function makeNames(connection: DuckDBConnection): Promise<void> {
  for (const what of ['country', 'role', 'level', 'region', 'currency', 'soc', 'title'] as const) {
    const count = await connection.runAndReadAll(`SELECT count(*) FROM code_${what}`);
    const rows = Number(count.value(0, 0));
    const enumerated = rows > 0 && rows <= MOST_ENUMERATED;
    if (enumerated)
      await connection.run(`CREATE TYPE ${what}_text AS ENUM (SELECT text FROM code_${what} ORDER BY code)`);
    await connection.run(`CREATE OR REPLACE TABLE ${what}_names AS SELECT code,
      text::${enumerated ? `${what}_text` : 'VARCHAR'} AS text FROM code_${what}`);
  }
  await connection.run('CREATE OR REPLACE TABLE employer_names AS SELECT code, text FROM code_employer');
}

/**
 * The text of a code. A list that is indexed keeps the order of the rows, which a join does not: it is for rows that
 * are sorted already. There is no text for code 0.
 */
function nameOf(what: string, code: string): string {
  return `(SELECT list(text ORDER BY code) FROM ${what}_names)[nullif(${code}, 0)]`;
}

/** Columns that begin the rows of `pay` and `postings`, over packed rows. */
export const CELL_COLUMNS = (['country', 'role', 'level', 'region', 'title'] as const)
  .map((part) => `${nameOf(part, cellPart('cell', part))} AS ${part}`)
  .join(', ');

export const SOC = nameOf('soc', keyPart('soc'));
export const EMPLOYER = nameOf('employer', keyPart('employer'));
export const CURRENCY = nameOf('currency', keyPart('currency'));

/** The text of the unit of a packed row. */
export const UNIT = `CASE ${keyPart('unit')} ${UNIT_CODES.map((unit, at) => `WHEN ${at + 1} THEN ${unitText(unit)}`).join(' ')} END`;

function unitText(unit: string): string {
  return `${literal(unit)}::ENUM(${UNIT_CODES.map(literal).join(', ')})`;
}

/** A column with the same text in every row. */
export function constantName(text: string): string {
  return `${literal(text)}::ENUM(${literal(text)})`;
}
