/** What the engine needs to know of currencies while it judges rows. */
import type { DuckDBConnection } from '@duckdb/node-api';
import type { ImportRules } from '../../import-port.js';

interface Code {
  readonly code: number;
  readonly text: string;
}

/** Months for which the lowest and highest rate of a currency are looked for. */
const FIRST_YEAR = 1970;

/** Codes of a kind with their texts. */
export async function codesOf(connection: DuckDBConnection, what: string): Promise<Code[]> {
  const result = await connection.runAndReadAll(`SELECT code, text FROM code_${what}`);
  return result.getRows().map(([code, text]) => ({ code: Number(code), text: String(text) }));
}

/**
 * Makes `money` (`currency`, `per_dollar`, `rate_low`, `rate_high`) and `signs` (`family`, `own`, `currency`).
 *
 * @returns whether any text names a sign that several currencies share
 */
export async function makeCurrencyTables(connection: DuckDBConnection, rules: ImportRules): Promise<boolean> {
  const currencies = await codesOf(connection, 'currency');
  const months = monthsUntil(rules.today);
  const money = currencies.map(({ code, text }) => {
    const rates = months.map((month) => rules.rate(text, month)).filter((rate) => rate !== null);
    const extremes = rates.length === 0 ? ['NULL', 'NULL'] : [Math.min(...rates), Math.max(...rates)];
    return `(${code}, ${rules.unitsPerDollar(text)}, ${extremes.join(', ')})`;
  });
  await connection.run(
    'CREATE OR REPLACE TABLE money (currency SMALLINT, per_dollar DOUBLE, rate_low DOUBLE, rate_high DOUBLE)',
  );
  if (money.length > 0) await connection.run(`INSERT INTO money VALUES ${money.join(', ')}`);
  return makeSigns(connection, rules, currencies);
}

async function makeSigns(
  connection: DuckDBConnection,
  rules: ImportRules,
  currencies: readonly Code[],
): Promise<boolean> {
  const families = await codesOf(connection, 'family');
  await connection.run('CREATE OR REPLACE TABLE signs (family SMALLINT, own SMALLINT, currency SMALLINT)');
  const owners: readonly { code: number; text: string | null }[] = [{ code: 0, text: null }, ...currencies];
  const meanings = families.flatMap((family) =>
    owners.map((own) => ({ family, own, meant: rules.currencyOfSign(family.text, own.text) })),
  );
  // A sign may mean a currency that no text names: then it has no code yet.
  const known = new Map(currencies.map(({ code, text }) => [text, code]));
  for (const { family, own, meant } of meanings) {
    const code = meant === null ? undefined : known.get(meant);
    if (code !== undefined) await connection.run(`INSERT INTO signs VALUES (${family.code}, ${own.code}, ${code})`);
  }
  return families.length > 0;
}

/** The rate of each currency in each month of a period: table `rates` (`currency`, `month`, `rate`). */
export async function makeRates(
  connection: DuckDBConnection,
  rules: ImportRules,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await connection.run('CREATE OR REPLACE TABLE rates (currency SMALLINT, month INTEGER, rate DOUBLE)');
  const months = monthsUntil(to).filter((month) => month >= from.slice(0, 7));
  for (const { code, text } of await codesOf(connection, 'currency')) {
    const rows = months.flatMap((month) => {
      const rate = rules.rate(text, month);
      return rate === null ? [] : [`(${code}, ${monthNumber(month)}, ${rate})`];
    });
    if (rows.length > 0) await connection.run(`INSERT INTO rates VALUES ${rows.join(', ')}`);
  }
}

/** Months `YYYY-MM` from 1970 to the month of a day. */
function monthsUntil(day: string): string[] {
  const last = monthNumber(day);
  return Array.from({ length: last - FIRST_YEAR * 12 }, (_, index) => {
    const at = FIRST_YEAR * 12 + index;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}

/** Months since the year 0, counted from 1; in SQL `monthOf`. */
function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

export function monthOf(day: string): string {
  return `(year(${day}) * 12 + month(${day}))`;
}
