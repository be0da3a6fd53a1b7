/**
 * Coverage of the nominal 90% pay intervals.
 *
 * Fast tier, in every test run: 120 to 300 replications; fails when coverage is beyond a hold by more than 2.6 Monte
 * Carlo standard errors. Full tier, `CALIBRATION=full npx vitest run test/calibration`: 2,000 replications, written
 * to results.json with every miss marked.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Coverage, measureCoverage } from '../../src/models/backtest/interval-coverage.js';
import { SCENARIOS } from '../../src/models/backtest/scenarios.js';

const RESULTS = new URL('./results.json', import.meta.url);
const FULL = process.env.CALIBRATION === 'full';
const FULL_REPLICATIONS = 2000;
const STANDARD_ERRORS = 2.6;

const isHeld = (scenario: (typeof SCENARIOS)[number]): boolean => Object.keys(scenario.holds).length > 0;

describe.skipIf(FULL)('fast tier', () => {
  const cheap = new Set(['empirical', 'uniform']);
  const quick = SCENARIOS.filter((scenario) => isHeld(scenario) && scenario.employers < 300);
  it.each(quick)(
    '$name',
    (scenario) => {
      for (const row of measureCoverage(scenario, cheap.has(scenario.fit) ? 300 : 120, scenario.fewest)) {
        const { p, coverage, hold, upperHold, replications } = row;
        const allowance = (limit: number): number => STANDARD_ERRORS * Math.sqrt((limit * (1 - limit)) / replications);
        if (hold !== null) expect(coverage, `P${p * 100}`).toBeGreaterThanOrEqual(hold - allowance(hold));
        if (upperHold !== null) expect(coverage, `P${p * 100}`).toBeLessThanOrEqual(upperHold + allowance(upperHold));
      }
    },
    60_000,
  );
});

describe.skipIf(!FULL)('full tier', () => {
  it('is measured and recorded', () => {
    const rows = SCENARIOS.flatMap((scenario) => measureCoverage(scenario, FULL_REPLICATIONS, scenario.fewest));
    writeFileSync(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
    expect(rows).toHaveLength(SCENARIOS.length * 5);
  }, 7_200_000);
});

describe('recorded results', () => {
  const read = (): Coverage[] => JSON.parse(readFileSync(RESULTS, 'utf8'));

  it('cover every scenario at every percentile, under its present name', () => {
    const recorded = new Set(read().map((row) => `${row.scenario} P${row.p}`));
    for (const { name } of SCENARIOS) {
      for (const p of [0.1, 0.25, 0.5, 0.75, 0.9]) expect(recorded).toContain(`${name} P${p}`);
    }
    expect(recorded.size).toBe(SCENARIOS.length * 5);
  });

  it('mark a hold as met only where it was', () => {
    for (const { coverage, hold, upperHold, met } of read()) {
      const inside = coverage >= (hold ?? 0) && coverage <= (upperHold ?? 1);
      expect(met).toBe(hold === null && upperHold === null ? null : inside);
    }
  });
});
