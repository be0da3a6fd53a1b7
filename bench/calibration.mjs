/** What simulations measured of intervals and estimators, from the records of the full calibration runs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { estimatorTables } from './estimator-calibration.mjs';

/** @typedef {import('../src/models/backtest/interval-coverage.js').Coverage} Coverage */
/** @typedef {import('../test/calibration/measured.js').Measured} Measured */

/**
 * @param {string} root
 * @returns {(Coverage | Measured)[]}
 */
export function readCalibration(root) {
  const read = (/** @type {string} */ name) =>
    JSON.parse(readFileSync(join(root, 'test', 'calibration', name), 'utf8'));
  return [...read('results.json'), ...read('estimators.json')];
}

/**
 * Pay intervals, then each suite of estimators; misses marked.
 *
 * @param {readonly (Coverage | Measured)[]} rows
 * @returns {string}
 */
export function calibrationTable(rows) {
  if (rows.length === 0) return 'Not recorded yet.';
  /** @type {Coverage[]} */
  const intervals = [];
  /** @type {Measured[]} */
  const estimators = [];
  for (const row of rows) {
    if ('suite' in row) estimators.push(row);
    else intervals.push(row);
  }
  const parts = intervals.length > 0 ? [intervalTable(intervals)] : [];
  return [...parts, ...estimatorTables(estimators)].join('\n\n');
}

/**
 * One line a scenario: effective employers, bias of the median, coverage at each percentile.
 *
 * @param {readonly Coverage[]} rows
 */
function intervalTable(rows) {
  const scenarios = groupByScenario(rows);
  const percentiles = [0.1, 0.25, 0.5, 0.75, 0.9];
  const lines = [...scenarios].map(([scenario, own]) => {
    const cells = percentiles.map((p) => coverageCell(own.find((row) => row.p === p)));
    const median = own.find((row) => row.p === 0.5);
    return `| ${scenario} | ${median?.effectiveEmployers ?? ''} | ${median?.biasPercent ?? ''}% | ${cells.join(' | ')} |`;
  });
  const held = rows.filter((row) => row.met !== null);
  const missed = held.filter((row) => row.met === false);
  return [
    '| simulated market | effective employers | bias of median | P10 | P25 | P50 | P75 | P90 |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
    `${held.length - missed.length} of ${held.length} holds met, ${missed.length} missed; ${rows[0]?.replications} replications each. A number in brackets is the hold that was missed.`,
  ].join('\n');
}

/** @param {Coverage | undefined} row */
function coverageCell(row) {
  if (row === undefined) return '';
  const coverage = row.coverage.toFixed(3);
  if (row.met !== false) return coverage;
  const limit = row.hold !== null && row.coverage < row.hold ? `>= ${row.hold}` : `<= ${row.upperHold}`;
  return `${coverage} (${limit})`;
}

/** @param {readonly Coverage[]} rows */
function groupByScenario(rows) {
  /** @type {Map<string, Coverage[]>} */
  const groups = new Map();
  for (const row of rows) groups.set(row.scenario, [...(groups.get(row.scenario) ?? []), row]);
  return groups;
}
