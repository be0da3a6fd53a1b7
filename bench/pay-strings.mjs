/** How exactly pay strings are read, as Markdown tables. */
import { payTruthOf, readRawPostings } from '../dist/app/backtest/raw-postings.js';
import { parsePay } from '../dist/index.js';
import { measurePayStrings } from '../dist/models/backtest/pay-strings.js';

/** @typedef {import('../dist/models/backtest/pay-strings.js').PayMeasurement} PayMeasurement */

/**
 * @param {string} raw folder with the publishers' files
 * @returns {Promise<PayMeasurement>}
 */
export async function payStringsOf(raw) {
  return measurePayStrings(payTruthOf(await readRawPostings(raw)), parsePay);
}

/**
 * @param {PayMeasurement} measurement
 * @returns {string}
 */
export function payStringsTable({ score, shares, confidence, invented }) {
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
    `| ${score.hold} (n ${score.n}) | ${(100 * score.value).toFixed(2)}%, ${invented} invented | ${score.met ? 'met' : 'missed'} |`,
  ].join('\n');
}
