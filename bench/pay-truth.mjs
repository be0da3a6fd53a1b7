/** What employers state twice: pay in structured fields and in text. Read from the publishers' files, in place. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {object} StructuredPay
 * @property {number} low
 * @property {number} high
 * @property {string} currency
 * @property {string} unit
 */
/**
 * @typedef {object} ShortCase
 * @property {'tier' | 'posting' | 'salary alone'} form
 * @property {'development' | 'test'} part
 * @property {string} text
 * @property {StructuredPay} pay
 */
/**
 * @typedef {object} DescriptionCase
 * @property {'development' | 'test'} part
 * @property {string} text
 * @property {readonly StructuredPay[]} pay
 */

const UNITS = /** @type {Readonly<Record<string, string>>} */ ({
  '1 YEAR': 'year',
  '1 MONTH': 'month',
  '1 WEEK': 'week',
  '1 DAY': 'day',
  '1 HOUR': 'hour',
});

/**
 * Postings of the Ashby boards.
 *
 * @param {string} raw folder with the publishers' files
 * @returns {any[]}
 */
export function readAshby(raw) {
  const bytes = readFileSync(join(raw, 'ashby-boards-2025-10', 'jobs.jsonl.gz'));
  return gunzipSync(bytes)
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/**
 * A third of the boards is for testing: no error there was looked at while the engine was written.
 *
 * @param {string} board
 * @returns {'development' | 'test'}
 */
export function partOf(board) {
  let hash = 2_166_136_261;
  for (const character of board) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619);
  return (hash >>> 0) % 3 === 0 ? 'test' : 'development';
}

/**
 * @param {any[] | undefined} components
 * @returns {StructuredPay[]}
 */
function salaries(components) {
  return (components ?? [])
    .filter((part) => part.compensationType === 'Salary' && part.minValue !== null && part.maxValue !== null)
    .map((part) => ({
      low: part.minValue,
      high: part.maxValue,
      currency: part.currencyCode,
      unit: UNITS[part.interval] ?? part.interval,
    }));
}

/**
 * Summaries of pay beside the one structured salary they sum up: of each tier, of each posting, and of the salary
 * alone. The same text with the same salary counts once for each board; a summary of several salaries is left out.
 *
 * @param {readonly any[]} postings
 * @returns {ShortCase[]}
 */
export function shortCases(postings) {
  /** @type {Map<string, ShortCase>} */
  const cases = new Map();
  for (const { _board: board, compensation } of postings) {
    const put = (/** @type {ShortCase['form']} */ form, /** @type {unknown} */ text, /** @type {any[]} */ parts) => {
      const [pay, ...others] = salaries(parts);
      if (typeof text !== 'string' || pay === undefined || others.length > 0) return;
      cases.set(JSON.stringify([board, form, text, pay]), { form, part: partOf(board), text, pay });
    };
    for (const tier of compensation?.compensationTiers ?? []) put('tier', tier.tierSummary, tier.components);
    put('posting', compensation?.compensationTierSummary, compensation?.summaryComponents);
    put('salary alone', compensation?.scrapeableCompensationSalarySummary, compensation?.summaryComponents);
  }
  return [...cases.values()];
}

/**
 * Descriptions that state both ends of a structured salary of their posting next to one another, in any usual
 * spelling; found without the engine. Single amounts are left out: their digits alone prove nothing.
 *
 * @param {readonly any[]} postings
 * @returns {DescriptionCase[]}
 */
export function descriptionCases(postings) {
  return postings.flatMap(({ _board: board, compensation, descriptionPlain: text }) => {
    const parts = (compensation?.compensationTiers ?? []).flatMap((/** @type {any} */ tier) => tier.components);
    const all = [...salaries(compensation?.summaryComponents), ...salaries(parts)];
    const pay = all.filter((salary) => salary.low < salary.high && statesBoth(text ?? '', salary));
    return pay.length > 0 ? [{ part: partOf(board), text, pay: all }] : [];
  });
}

/**
 * @param {string} text
 * @param {StructuredPay} pay
 */
function statesBoth(text, { low, high }) {
  const between = '[^0-9]{1,30}';
  return new RegExp(`(?<![0-9.,])(?:${spellings(low, true)})${between}(?:${spellings(high, false)})(?![0-9])`).test(
    text,
  );
}

/**
 * @param {number} value
 * @param {boolean} first a first end may leave its thousands to the second: `150-190k`
 */
function spellings(value, first) {
  const thousands = value / 1000;
  const grouped = value.toLocaleString('en-US').replace(/,/g, '[,. \u00a0\u202f]?');
  const short = String(thousands).replace('.', '[.,]');
  const forms = [`${grouped}(?:[.,]00?)?`, `${short}(?:\\.0+)?\\s?[kK]`];
  if (first && Number.isInteger(thousands)) forms.push(short);
  return forms.join('|');
}

/**
 * @typedef {object} Sentence
 * @property {string} text
 * @property {StructuredPay} pay
 */

const UBER =
  /base (salary|hourly rate) (?:range|amount) for this role is (USD|CAD)\$([\d,.]*\d) per (?:year|hour)(?: - (?:USD|CAD)\$([\d,.]*\d) per (?:year|hour))?/g;

/**
 * Uber's standard sentence on pay, read by one narrow pattern, with the description it stands in.
 *
 * @param {string} raw folder with the publishers' files
 * @returns {{ text: string, sentences: Sentence[] }[]}
 */
export function uberCases(raw) {
  const bytes = readFileSync(join(raw, 'uber-careers-2025-12', 'uber.json.gz'));
  const { jobs } = JSON.parse(gunzipSync(bytes).toString('utf8'));
  const amount = (/** @type {string} */ digits) => Number(digits.replaceAll(',', ''));
  return jobs.map((/** @type {{ description: string }} */ { description }) => ({
    text: description,
    sentences: [...description.matchAll(UBER)].map(([text, per, currency, low = '', high = low]) => ({
      text,
      pay: { low: amount(low), high: amount(high), currency, unit: per === 'salary' ? 'year' : 'hour' },
    })),
  }));
}
