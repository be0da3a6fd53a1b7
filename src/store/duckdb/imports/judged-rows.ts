/** The statement that reads a table's rows as codes and numbers and says what speaks against each. */
import type { ImportRules, ReadingName } from '../../import-port.js';
import { inCell } from './codes.js';
import { hasSkills, type JudgeContext } from './judge-context.js';
import { fieldColumn, mappedFields, type OpenTable, relationOfTexts } from './open-table.js';
import { packKey, packTail } from './packed-row.js';
import { payExpressions } from './pay-expressions.js';
import { plainValue } from './reading-keys.js';
import { reasonExpression } from './reasons.js';
import { unitCode } from './units.js';

/** Columns of tables with skills or texts: ids, and whether a whole text was read or a list somebody else made. */
export const SKILL_COLUMNS = ['skills', 'credentials', 'read_from'] as const;

export function judgedTable({ at }: OpenTable): string {
  return `rows_${at}`;
}

/**
 * `CREATE TABLE` for the judged rows, in no order: joins keep none. Columns: the packed row (see packed-row.ts),
 * `reason`, `record` (the mapped texts of rows that are or may be set aside, in a preview of all), `row` where rows carry numbers, and
 * `skills`, `credentials`, `read_from` where the table has them.
 */
export function judgeStatement(context: JudgeContext): string {
  const { open } = context;
  const fields = mappedFields(open.table).map(fieldColumn);
  const stated = (value: string) => `CASE WHEN stated THEN coalesce(${value}, 0) ELSE 0 END`;
  const amount = (end: string) => stated(`CASE WHEN ${end} BETWEEN 0 AND ${LARGEST} THEN ${end} * 100 END`);
  const columns = [
    ...(open.numbered ? ['row'] : []),
    'cell',
    `${packKey({ soc: 'soc', employer: 'employer', currency: stated('currency'), unit: stated('unit') })} AS key`,
    `round(${amount('low')})::BIGINT AS low`,
    `${packTail({ high: `round(${amount('high')})`, day: 'day', perYear: 'stated_per_year' })} AS tail`,
    'reason',
    `CASE WHEN ${open.table.limit === null ? 'reason <> 0' : 'true'} THEN [${fields.join(', ')}] END AS record`,
    ...(hasSkills(open) ? SKILL_COLUMNS : []),
  ];
  return `CREATE OR REPLACE TABLE ${judgedTable(open)} AS SELECT ${columns.join(', ')}
    FROM (SELECT *, ${reasonExpression(context)} AS reason FROM (${perYear(context)}))`;
}

/** Above this, in units of the currency, an amount is not stored; no currency is so small. */
const LARGEST = '1e11';

/** Texts of a record that is or may be set aside, in the order of the mapping. */
export function recordTexts({ table }: OpenTable, record: string): string[] {
  return mappedFields(table).map((_, index) => `${record}[${index + 1}]`);
}

/** The rows of some records as a relation like the table's own. */
export function recordRelation(open: OpenTable, code: number): string {
  const texts = recordTexts(open, 'record');
  const columns = mappedFields(open.table).map((field, index) => `${texts[index]} AS ${fieldColumn(field)}`);
  const rows = `(SELECT ${columns.join(', ')} FROM ${judgedTable(open)} WHERE reason = ${code})`;
  return relationOfTexts(open.table, rows);
}

/** Tells a record by all that is read of it; rows of a text file without numbers are found again by it. */
export function recordMark(texts: readonly string[]): string {
  return `hash(${texts.join(', ')})`;
}

/** The mapped record as CSV text, without what would make a spreadsheet take it for a formula. */
export function originalOf(open: OpenTable): string {
  const { fields } = open.table;
  const mapped = mappedFields(open.table);
  const texts = recordTexts(open, 'record').filter((_, index) => {
    const name = fields[mapped[index] as (typeof mapped)[number]];
    return mapped.findIndex((field) => fields[field] === name) === index;
  });
  const quoted = texts.map((record) => {
    const text = `replace(coalesce(${record}, ''), chr(0), '')`;
    return `CASE WHEN regexp_matches(${text}, '[",\\r\\n]') THEN '"' || replace(${text}, '"', '""') || '"' ELSE ${text} END`;
  });
  return harmlessCell(`(${quoted.join(" || ',' || ") || "''"})`);
}

/** Spreadsheets run what begins with one of these signs; an apostrophe makes it text. */
export function harmlessCell(text: string): string {
  return `CASE WHEN regexp_matches(${text}, '^\\s*[=+@\\-\\x{FF1D}\\x{FF0B}\\x{FF20}\\x{FF0D}\\t\\r]') THEN '''' || ${text} ELSE ${text} END`;
}

function perYear(context: JudgeContext): string {
  const { unitsPerYear } = context.rules;
  const cases = Object.entries(unitsPerYear).map(([unit, count]) => `WHEN ${unitCode(unit)} THEN ${count}`);
  return `SELECT *, coalesce(stated_per_year, CASE unit ${cases.join(' ')} END) AS per_year FROM (${withUnit(context)})`;
}

/** The unit that is stated, else the one that the amount's size suggests. */
function withUnit(context: JudgeContext): string {
  const sizes = context.rules.unitsBySize.map(({ unit, from }, at, all) =>
    at === all.length - 1
      ? `ELSE ${unitCode(unit)}`
      : `WHEN high >= ${from} * coalesce(m.per_dollar, 1) THEN ${unitCode(unit)}`,
  );
  return `SELECT p.*, m.rate_low, m.rate_high,
      coalesce(p.stated_unit, CASE WHEN NOT p.unit_unclear AND high IS NOT NULL THEN CASE ${sizes.join(' ')} END END) AS unit
    FROM (${withCurrency(context)}) p LEFT JOIN money m ON m.currency = p.currency`;
}

/**
 * The currency that the pay names, else the one of the currency column, else what a sign means in the country, and
 * where nothing at all is said the country's own.
 */
function withCurrency(context: JudgeContext): string {
  const { hasFamilies } = context;
  const own = `CASE WHEN s.family IS NULL AND NOT s.currency_said THEN s.own END`;
  const sign = hasFamilies ? 'f.currency, ' : '';
  const join = hasFamilies ? 'LEFT JOIN signs f ON f.family = s.family AND f.own = coalesce(s.own, 0)' : '';
  return `SELECT s.* EXCLUDE (named, family, own, currency_said), coalesce(s.named, ${sign}${own}) AS currency
    FROM (${facts(context)}) s ${join}`;
}

/** Everything that is looked up or read from the row alone. */
function facts({ open, lookUps, unread, rules: { kind } }: JudgeContext): string {
  const value = (name: ReadingName, column: string, otherwise: string) =>
    lookUps.get(name)?.column(column) ?? otherwise;
  const pay = payExpressions(open, lookUps);
  const said = (name: 'currency' | 'unit') => `coalesce(${value(name, 'stated', 'false')}, false)`;
  const day = plainValue(open, 'date');
  const read = value('date', 'date', 'NULL::DATE');
  const level = `coalesce(${value('level', 'level_code', 'NULL')}, ${value('title', 'level_code', 'NULL')})`;
  const columns = [
    ...(open.numbered ? ['row'] : []),
    ...mappedFields(open.table).map(fieldColumn),
    `coalesce(${value('title', 'part', 'NULL')}, 0) | ${inCell(level, 'level')} | coalesce(${value('place', 'part', 'NULL')}, 0) AS cell`,
    `${value('title', 'part', 'NULL')} IS NOT NULL AS has_title`,
    `${value('place', 'country_code', 'NULL::SMALLINT')} AS country`,
    `${value('place', 'currency_code', 'NULL::SMALLINT')} AS own`,
    `coalesce(${value('employer', 'employer_code', 'NULL')}, 0)::INTEGER AS employer`,
    `coalesce(${value('occupation', 'soc_code', 'NULL')}, 0)::SMALLINT AS soc`,
    `${value('employment', 'full_time', 'NULL::BOOLEAN')} AS full_time`,
    `${pay.stated} AS stated`,
    `${pay.low} AS low`,
    `${pay.high} AS high`,
    `coalesce(${pay.currency}, CASE WHEN ${pay.family} IS NULL THEN ${value('currency', 'currency_code', 'NULL')} END) AS named`,
    `coalesce(${pay.family}, ${value('currency', 'family_code', 'NULL')})::SMALLINT AS family`,
    `${said('currency')} AS currency_said`,
    `coalesce(${pay.unit}, ${value('unit', 'unit', 'NULL')})::TINYINT AS stated_unit`,
    `${said('unit')} AS unit_unclear`,
    `${pay.perYear} AS stated_per_year`,
    `${day === null ? read : `coalesce(${day}, ${read})`} AS day`,
    `${unread.length === 0 ? 'false' : unread.join(' OR ')} AS unread`,
    `${dateSaid(day, value('date', 'stated', 'NULL'))} AS date_said`,
    ...(hasSkills(open) ? skillColumns(kind, value) : []),
  ];
  return `SELECT ${columns.join(', ')} FROM ${open.relation} ${[...lookUps.values()].map((one) => one?.joins ?? '').join(' ')}`;
}

/** Whether the row says a date, understood or not. */
function dateSaid(day: string | null, stated: string): string {
  return day === null
    ? `coalesce(${stated}, false)`
    : `(${fieldColumn('date')} IS NOT NULL AND coalesce(${stated}, true))`;
}

function skillColumns(
  kind: ImportRules['kind'],
  value: (name: ReadingName, column: string, otherwise: string) => string,
): string[] {
  // What persons are paid says nothing about what a job asks for.
  if (kind === 'paid') return SKILL_COLUMNS.map((column) => `NULL::VARCHAR AS ${column}`);
  const readFrom = `CASE WHEN ${value('description', 'skills', 'NULL')} IS NOT NULL THEN 'text' ELSE 'labels' END AS read_from`;
  const found = (['skills', 'credentials'] as const).map((column) => {
    const listed = value('skills', column, 'NULL::VARCHAR');
    const asked = value('description', column, 'NULL::VARCHAR');
    const both = `array_to_string(list_sort(list_distinct(string_split(${listed} || ',' || ${asked}, ','))), ',')`;
    const joined = `CASE WHEN coalesce(${listed}, '') <> '' AND coalesce(${asked}, '') <> '' THEN ${both} ELSE coalesce(nullif(${listed}, ''), ${asked}, ${listed}) END`;
    return `${joined} AS ${column}`;
  });
  return [...found, readFrom];
}
