/** The scoreboard of `goingrate backtest` as Markdown, and the record of what is measured on the publishers' files. */
import { runBacktest } from '../dist/app/backtest/backtest.js';
import { recordScores } from '../dist/app/backtest/record-scores.js';
import { SHIPPED_MARKET } from '../dist/app/paths.js';
import { openMarket } from '../dist/index.js';

/** @typedef {import('../dist/report/scoreboard.js').Scoreboard} Scoreboard */
/** @typedef {Scoreboard['scoreboard'][number]} Row */

const progress = {
  step: (/** @type {string} */ message) => void process.stderr.write(`${message}\n`),
  done: () => {},
};

/**
 * @param {{ from: string | null, record: boolean }} options `record` renews the record first, where `from` is there
 * @returns {Promise<Scoreboard>}
 */
export async function measureBacktest({ from, record }) {
  const today = new Date().toISOString().slice(0, 10);
  if (record && from !== null) await recordScores({ from, directory: SHIPPED_MARKET, today, progress });
  const market = await openMarket();
  try {
    return await runBacktest({ market, directory: SHIPPED_MARKET, from: record ? null : from, progress });
  } finally {
    await market.close();
  }
}

/**
 * One row a score, then every miss with the figures behind it.
 *
 * @param {Scoreboard} board
 */
export function backtestTable({ scoreboard, summary, asOf }) {
  const missed = scoreboard.filter(({ met }) => met === false);
  return [
    '| id | what | measured | n | beside it | hold | verdict |',
    '| --- | --- | ---: | ---: | --- | --- | --- |',
    ...scoreboard.map(scoreLine),
    '',
    `${summary.met} met, ${summary.missed} missed, ${summary.reported} reported without a hold. Data to ${asOf}.`,
    ...(missed.length === 0 ? [] : ['', ...missed.flatMap(missLines)]),
  ].join('\n');
}

/** @param {Row} row */
export function scoreLine({ id, metric, value, n, counted, reference, hold, met, standardError, recordedOn }) {
  const error = standardError === undefined ? '' : ` (standard error ${figure(standardError)})`;
  const verdict = met === null ? 'reported' : met ? 'met' : 'missed';
  const cells = [
    `\`${id}\``,
    metric,
    `${figure(value)}${error}`,
    `${n} ${counted}`,
    reference ?? '',
    hold ?? 'none',
    recordedOn === undefined ? verdict : `${verdict}; recorded ${recordedOn}`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param {Row} row */
function missLines({ id, value, hold, parts }) {
  const own = parts.filter(({ met }) => met === false);
  return [
    `- \`${id}\` is ${figure(value)}; hold: ${hold}.`,
    ...own.map((part) => `  - ${part.name}: ${figure(part.value)} (n ${part.n}); hold: ${part.hold}.`),
  ];
}

/** @param {number} value */
function figure(value) {
  return Number.isInteger(value) && value !== 1 ? String(value) : value.toFixed(4);
}
