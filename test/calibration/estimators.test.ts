/**
 * Calibration of the estimators that borrow strength, forecast or cope with top codes.
 *
 * Fast tier, in every test run: fails when a value is beyond its limits, or away from the recorded full run, by more
 * than three and four Monte Carlo standard errors. Full tier, `CALIBRATION=full npx vitest run test/calibration`:
 * written to estimators.json with every miss marked.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { measureDifference } from './difference-coverage.js';
import { measureDampedTrend, measurePooledGrowth } from './growth-coverage.js';
import type { Measured } from './measured.js';
import { measureBetweenVariance, measureShrinkage } from './shrinkage-coverage.js';
import { measureTopCodedPay } from './top-coded-coverage.js';

const RESULTS = new URL('./estimators.json', import.meta.url);
const FULL = process.env.CALIBRATION === 'full';
const FROM_LIMIT = 3;
const FROM_RECORD = 4;

const SUITES = [
  { name: 'shrinkage', measure: measureShrinkage, fast: 40, full: 2000 },
  { name: 'between-cell variance', measure: measureBetweenVariance, fast: 200, full: 5000 },
  { name: 'pooled growth', measure: measurePooledGrowth, fast: 150, full: 3000 },
  { name: 'damped trend', measure: measureDampedTrend, fast: 60, full: 2000 },
  { name: 'top-coded pay', measure: measureTopCodedPay, fast: 50, full: 1000 },
  { name: 'difference of two estimates', measure: measureDifference, fast: 400, full: 20_000 },
];

const keyOf = ({ suite, scenario, measure }: Measured): string => `${suite} | ${scenario} | ${measure}`;
const read = (): Measured[] => JSON.parse(readFileSync(RESULTS, 'utf8'));

function line({ scenario, measure, value, standardError, met }: Measured): string {
  const verdict = met === null ? '' : met ? ', held' : ', MISSED';
  return `${scenario}: ${measure} ${value} (Monte Carlo error ${standardError}${verdict})`;
}

/** The error of a share of 0 or 1 is not 0. */
function errorOf({ value, standardError, replications, measure }: Measured): number {
  const isShare = !measure.includes('percent');
  return Math.max(standardError, isShare && (value < 0.01 || value > 0.99) ? 1 / replications : 0);
}

describe.skipIf(FULL)('fast tier', () => {
  const recorded = new Map(FULL ? [] : read().map((row) => [keyOf(row), row]));
  it.each(SUITES)('$name', ({ measure, fast }) => {
    for (const row of measure(fast)) {
      const error = errorOf(row);
      if (row.low !== null) expect(row.value, line(row)).toBeGreaterThanOrEqual(row.low - FROM_LIMIT * error);
      if (row.high !== null) expect(row.value, line(row)).toBeLessThanOrEqual(row.high + FROM_LIMIT * error);
      const full = recorded.get(keyOf(row))!;
      const both = Math.hypot(error, errorOf(full));
      expect(Math.abs(row.value - full.value), `${line(row)}, recorded ${full.value}`).toBeLessThan(FROM_RECORD * both);
    }
  });
});

describe.skipIf(!FULL)('full tier', () => {
  it('is measured and recorded', () => {
    const rows = SUITES.flatMap(({ measure, full }) => measure(full));
    console.log(rows.map(line).join('\n'));
    writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
    expect(new Set(rows.map(keyOf)).size).toBe(rows.length);
  }, 7_200_000);
});

describe('recorded results', () => {
  it('cover what is measured now, under its present name', () => {
    const present = SUITES.flatMap(({ measure }) => measure(1)).map(keyOf);
    expect(read().map(keyOf)).toEqual(present);
  });

  it('mark a hold as met only where it was', () => {
    for (const { value, low, high, met } of read()) {
      const inside = value >= (low ?? -Infinity) && value <= (high ?? Infinity);
      expect(met).toBe(low === null && high === null ? null : inside);
    }
  });
});
