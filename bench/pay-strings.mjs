/** How exactly pay strings are read, against the numbers that employers state in structured fields beside them. */
import { descriptionCases, readAshby, shortCases, uberCases } from './pay-truth.mjs';
import { isStated } from './stated-amounts.mjs';

/** Least share of short strings read exactly. */
const HOLD = 0.99;

/** @typedef {import('../src/text/pay/parse-pay.js').PayStatement} PayStatement */
/** @typedef {(text: string) => { ranges: readonly PayStatement[] }} Parse */
/** @typedef {import('./pay-truth.mjs').StructuredPay} StructuredPay */
/**
 * @typedef {object} Share
 * @property {string} what
 * @property {number} met
 * @property {number} n
 */
/**
 * @typedef {object} PayMeasurement
 * @property {{ id: string, metric: string, value: number, reference: string, hold: string, met: boolean, n: number }} row
 * @property {Share[]} shares
 * @property {{ from: number, to: number, met: number, n: number }[]} confidence short strings by the confidence given
 * @property {number} invented amounts given that no digits of their span make up
 */

/**
 * @param {string} raw folder with the publishers' files
 * @param {Parse} parse the engine, `parsePay`
 * @returns {PayMeasurement}
 */
export function measurePayStrings(raw, parse) {
  const postings = readAshby(raw);
  const short = shortCases(postings).map((one) => ({ ...one, ...readShort(one.text, one.pay, parse) }));
  const descriptions = descriptionCases(postings).map((one) => ({ ...one, found: isFound(one, parse) }));
  const uber = uberCases(raw).flatMap(({ text, sentences }) => uberFound(text, sentences, parse));
  const pages = postings.map(({ descriptionHtml }) => descriptionHtml ?? '');
  const invented = countInvented([...short.map(({ text }) => text), ...pages], parse);
  const share = (/** @type {string} */ what, /** @type {readonly boolean[]} */ hits) => ({
    what,
    met: hits.filter(Boolean).length,
    n: hits.length,
  });
  const shares = ['development', 'test'].flatMap((part) => [
    ...['tier', 'posting', 'salary alone'].map((form) =>
      share(
        `summary of a ${form}, ${part} boards`.replace('a salary', 'the salary'),
        short.filter((one) => one.part === part && one.form === form).map(({ exact }) => exact),
      ),
    ),
    share(
      `range found in a description, ${part} boards`,
      descriptions.filter((one) => one.part === part).map(({ found }) => found),
    ),
  ]);
  shares.push(share("Uber's standard sentence", uber));
  const exact = short.filter((one) => one.exact).length / short.length;
  return {
    row: {
      id: 'pay-strings.exact',
      metric: 'low, high, currency and unit equal to the structured salary',
      value: exact,
      reference: 'open-source scrapers print min 200000 max 150000',
      hold: '>= 99% exact, 0 invented',
      met: exact >= HOLD && invented === 0,
      n: short.length,
    },
    shares,
    confidence: byConfidence(short),
    invented,
  };
}

/**
 * Reads a summary: exact when a statement that is not a bonus or equity equals the structured salary. Summaries round
 * (`$183.7K` for 183,680), so ends are compared to the last digit shown.
 *
 * @param {string} text
 * @param {StructuredPay} pay
 * @param {Parse} parse
 */
export function readShort(text, pay, parse) {
  const statements = parse(text).ranges.filter(({ kind }) => kind !== 'bonus' && kind !== 'equity');
  const hit = statements.find((one) => equals(one, pay, text));
  return { exact: hit !== undefined, confidence: (hit ?? statements[0])?.confidence ?? null };
}

/**
 * @param {PayStatement} statement
 * @param {StructuredPay} pay
 * @param {string} text
 */
function equals({ low, high, currency, unit, span }, pay, text) {
  if (low === null || high === null || currency !== pay.currency || unit !== pay.unit) return false;
  const step = lastDigit(text.slice(...span));
  return Math.abs(low - pay.low) <= step / 2 + 1e-9 && Math.abs(high - pay.high) <= step / 2 + 1e-9;
}

/**
 * Worth of the last digit shown in a span: 100 in `$183.7K`.
 *
 * @param {string} span
 */
function lastDigit(span) {
  const worths = [...span.matchAll(/\d[\d,]*(?:\.(\d+))?\s?([KML]?)/g)].map(([, decimals = '', letter = '']) => {
    const scale = { K: 1e3, M: 1e6, L: 1e5 }[letter] ?? 1;
    return scale / 10 ** decimals.length;
  });
  return Math.max(...worths);
}

/**
 * Whether a description's structured range is among what the engine reads in it.
 *
 * @param {{ text: string, pay: readonly StructuredPay[] }} one
 * @param {Parse} parse
 */
export function isFound({ text, pay }, parse) {
  return parse(text).ranges.some(({ low, high }) => pay.some((salary) => salary.low === low && salary.high === high));
}

/**
 * @param {string} text
 * @param {readonly import('./pay-truth.mjs').Sentence[]} sentences
 * @param {Parse} parse
 */
function uberFound(text, sentences, parse) {
  const { ranges } = parse(text);
  return sentences.map(({ pay }) =>
    ranges.some(
      ({ kind, low, high, currency, unit }) =>
        kind === 'base' && low === pay.low && high === pay.high && currency === pay.currency && unit === pay.unit,
    ),
  );
}

/**
 * @param {readonly string[]} texts
 * @param {Parse} parse
 */
export function countInvented(texts, parse) {
  let invented = 0;
  for (const text of texts) {
    for (const { low, high, span } of parse(text).ranges) {
      const words = text.slice(...span);
      invented += [low, high].filter((amount) => amount !== null && !isStated(amount, words)).length;
    }
  }
  return invented;
}

/** @param {readonly { exact: boolean, confidence: number | null }[]} cases */
function byConfidence(cases) {
  return [
    { from: 0, to: 0.5 },
    { from: 0.5, to: 0.6 },
    { from: 0.6, to: 0.7 },
    { from: 0.7, to: 0.8 },
    { from: 0.8, to: 1 },
  ].map(({ from, to }) => {
    const inside = cases.filter(({ confidence }) => confidence !== null && confidence >= from && confidence < to);
    return { from, to, met: inside.filter(({ exact }) => exact).length, n: inside.length };
  });
}

/**
 * The measurement as Markdown tables.
 *
 * @param {PayMeasurement} measurement
 * @returns {string}
 */
export function payStringsTable({ row, shares, confidence, invented }) {
  const percent = (/** @type {number} */ met, /** @type {number} */ n) =>
    n === 0 ? '' : `${((100 * met) / n).toFixed(2)}%`;
  return [
    '| what | exact | n | share |',
    '| --- | ---: | ---: | ---: |',
    ...shares.map(({ what, met, n }) => `| ${what} | ${met} | ${n} | ${percent(met, n)} |`),
    '',
    '| confidence given | exact | n | share |',
    '| --- | ---: | ---: | ---: |',
    ...confidence.map(({ from, to, met, n }) => `| ${from} to ${to} | ${met} | ${n} | ${percent(met, n)} |`),
    '',
    '| hold | measured | verdict |',
    '| --- | ---: | --- |',
    `| ${row.hold} (n ${row.n}) | ${(100 * row.value).toFixed(2)}%, ${invented} invented | ${row.met ? 'met' : 'missed'} |`,
  ].join('\n');
}
