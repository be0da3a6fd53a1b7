/** How well next year's official pay is forecast from the year before, by the rules and by the pooled model. */
import { openMarket } from '../dist/index.js';
import { backtestGrowth, loadOccupationYears } from '../dist/models/growth.js';

/** Largest error of pooled growth, as a share of the overall-growth rule's. */
const HOLD = 0.92;

const NAMES = {
  'last-value': 'last value',
  'overall-growth': 'last value and last overall growth',
  'mean-growth': 'last value and last mean growth of occupations',
  pooled: 'pooled growth',
};

/** @returns {Promise<import('../dist/models/growth.js').BacktestRow[]>} */
export async function runGrowthBacktest() {
  const market = await openMarket();
  try {
    return backtestGrowth(await loadOccupationYears(market.store));
  } finally {
    await market.close();
  }
}

/**
 * Errors by rule and origin as a Markdown table, and the two holds.
 *
 * @param {readonly import('../dist/models/growth.js').BacktestRow[]} rows
 * @returns {string}
 */
export function growthTable(rows) {
  const years = rows.flatMap(({ origin }) => (origin === 'pooled' ? [] : [origin]));
  const origins = [...[...new Set(years)].sort((a, b) => a - b), /** @type {const} */ ('pooled')];
  const cell = (/** @type {string} */ rule, /** @type {number | 'pooled'} */ origin) =>
    rows.find((row) => row.rule === rule && row.origin === origin)?.errorPercent ?? Number.NaN;
  const counts = origins.map((origin) => rows.find((row) => row.origin === origin)?.n ?? 0);
  const heads = origins.map((origin, index) => `${origin === 'pooled' ? 'all three' : origin} (n ${counts[index]})`);
  const lines = Object.entries(NAMES).map(([rule, name]) => {
    return `| ${name} | ${origins.map((origin) => `${cell(rule, origin).toFixed(2)}%`).join(' | ')} |`;
  });
  const pooled = cell('pooled', 'pooled');
  const ratio = pooled / cell('overall-growth', 'pooled');
  const versusMean = pooled - cell('mean-growth', 'pooled');
  return [
    `| rule | ${heads.join(' | ')} |`,
    `| --- | ${origins.map(() => '---:').join(' | ')} |`,
    ...lines,
    '',
    '| hold | measured | verdict |',
    '| --- | ---: | --- |',
    `| pooled error at most ${HOLD} x overall growth | ${ratio.toFixed(3)} x | ${ratio <= HOLD ? 'met' : 'missed'} |`,
    `| pooled error no larger than mean growth | ${versusMean >= 0 ? '+' : ''}${versusMean.toFixed(3)} points | ${versusMean <= 1e-9 ? 'met' : 'missed'} |`,
  ].join('\n');
}
