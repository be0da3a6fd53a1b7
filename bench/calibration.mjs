/** Coverage of the pay intervals in simulated markets, from the record of the full calibration run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @returns {import('../test/calibration/interval-coverage.js').Coverage[]}
 */
export function readCalibration(root) {
  return JSON.parse(readFileSync(join(root, 'test', 'calibration', 'results.json'), 'utf8'));
}

/**
 * One line a scenario: effective employers, bias of the median, coverage at each percentile, misses marked.
 *
 * @param {readonly import('../test/calibration/interval-coverage.js').Coverage[]} rows
 * @returns {string}
 */
export function calibrationTable(rows) {
  if (rows.length === 0) return 'Not recorded yet.';
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

/** @param {import('../test/calibration/interval-coverage.js').Coverage | undefined} row */
function coverageCell(row) {
  if (row === undefined) return '';
  const coverage = row.coverage.toFixed(3);
  if (row.met !== false) return coverage;
  const limit = row.hold !== null && row.coverage < row.hold ? `>= ${row.hold}` : `<= ${row.upperHold}`;
  return `${coverage} (${limit})`;
}

/** @param {readonly import('../test/calibration/interval-coverage.js').Coverage[]} rows */
function groupByScenario(rows) {
  /** @type {Map<string, import('../test/calibration/interval-coverage.js').Coverage[]>} */
  const groups = new Map();
  for (const row of rows) groups.set(row.scenario, [...(groups.get(row.scenario) ?? []), row]);
  return groups;
}
