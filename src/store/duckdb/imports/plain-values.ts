/** Values that the engine reads by itself: numbers written plainly, and days of ISO time stamps. */

/** Beyond this no amount is read. */
const LARGEST = '1e11';

/** Thousands set apart in threes by one sign, then at most one decimal sign. */
const GROUPED = {
  '.': String.raw`\s*[+-]?\d{1,3}(?:[, \x{A0}\x{2009}\x{202F}'’]\d{3})+(?:\.\d*)?\s*`,
  ',': String.raw`\s*[+-]?\d{1,3}(?:[. \x{A0}\x{2009}\x{202F}'’]\d{3})+(?:,\d*)?\s*`,
} as const;

/**
 * The number a text is, as DOUBLE; NULL for every other text: currencies, units and multipliers beside the digits are
 * for the reader of amounts.
 *
 * @param decimal sign before the decimals
 */
export function numberOf(text: string, decimal: '.' | ','): string {
  const grouped = `CASE WHEN regexp_full_match(${text}, '${GROUPED[decimal].replaceAll("'", "''")}')
    THEN ${inRange(plain(decimal === '.' ? `regexp_replace(${text}, '[^0-9.+-]', '', 'g')` : withPoint(`regexp_replace(${text}, '[^0-9,+-]', '', 'g')`)))} END`;
  if (decimal === '.') return `coalesce(${inRange(plain(text))}, ${grouped})`;
  // 64.000 is sixty-four thousand there: what holds a point is never read as it stands.
  return `coalesce(CASE WHEN NOT contains(${text}, '.') THEN ${inRange(plain(withPoint(text)))} END, ${grouped})`;
}

function withPoint(text: string): string {
  return `replace(${text}, ',', '.')`;
}

function plain(text: string): string {
  return `TRY_CAST(${text} AS DOUBLE)`;
}

function inRange(number: string): string {
  return `CASE WHEN ${number} BETWEEN -${LARGEST} AND ${LARGEST} THEN ${number} END`;
}

/** The day of a text that begins with `YYYY-MM-DD`; NULL for every other text. */
export function isoDayOf(text: string): string {
  return `CASE WHEN ${text} LIKE '____-__-__%' THEN TRY_CAST(${text} AS DATE) END`;
}
