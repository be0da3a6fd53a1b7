/** Coverage of next year's growth where all occupations share a shock, and of damped trends several periods ahead. */
import type { Rng } from '../../src/core/ports.js';
import {
  type AnnualGrowth,
  type DampedTrend,
  dampedTrend,
  growthComponents,
  normalQuantile,
  type PooledGrowth,
  pooledGrowth,
  tQuantile,
} from '../../src/stats/index.js';
import { type Measured, normalDraw, scenarioRng, Tally } from './measured.js';

const LEVEL = 0.9;
const Z = normalQuantile((1 + LEVEL) / 2);
const OCCUPATIONS = 60;

/** Standard deviations of annual log growth: between occupations, within them, and of the shock all share. */
const PANELS = {
  'strong shock': { between: 0.01, within: 0.02, shock: 0.015 },
  'as in the official statistics': { between: 0, within: 0.033, shock: 0.012 },
} as const;

export function measurePooledGrowth(replications: number): Measured[] {
  return (Object.keys(PANELS) as (keyof typeof PANELS)[]).flatMap((panel) =>
    [3, 4, 5].flatMap((years) => measurePanel(panel, years, replications)),
  );
}

function measurePanel(panel: keyof typeof PANELS, years: number, replications: number): Measured[] {
  const scenario = `${panel}, ${years} annual points`;
  const rng = scenarioRng(scenario);
  const [withShock, withoutShock, plugIn] = [new Tally(), new Tally(), new Tally()];
  for (let done = 0; done < replications; done++) {
    const share = coverageOfOnePanel(panel, years, rng);
    withShock.add(share.withShock);
    withoutShock.add(share.withoutShock);
    plugIn.add(share.plugIn);
  }
  const what = { suite: 'pooled growth', scenario } as const;
  return [
    withShock.measured({ ...what, measure: 'coverage, pooled with the common shock' }, { low: 0.88, high: 0.97 }),
    withoutShock.measured({ ...what, measure: 'coverage, pooled without it' }),
    plugIn.measured({ ...what, measure: 'coverage, own record as if it were known' }),
  ];
}

/** Share of the occupations whose next year is covered; the year's shock makes them hit or miss together. */
function coverageOfOnePanel(
  panel: keyof typeof PANELS,
  years: number,
  rng: Rng,
): { withShock: number; withoutShock: number; plugIn: number } {
  const { between, within, shock } = PANELS[panel];
  const shocks = Array.from({ length: years + 1 }, () => shock * normalDraw(rng));
  const growths = Array.from({ length: OCCUPATIONS }, () => {
    const own = 0.03 + between * normalDraw(rng);
    return shocks.map((common) => own + common + within * normalDraw(rng));
  });
  const rows: readonly AnnualGrowth[][] = growths.map((own, occupation) =>
    own.slice(0, years).map((growth, year) => ({ occupation: `o${occupation}`, year, growth })),
  );
  const components = growthComponents(rows.flat());
  const share = { withShock: 0, withoutShock: 0, plugIn: 0 };
  growths.forEach((own, occupation) => {
    const pooled = pooledGrowth(rows[occupation]!, components);
    const error = Math.abs(pooled.growth - own[years]!);
    if (error <= pooled.halfWidth(LEVEL)) share.withShock += 1 / OCCUPATIONS;
    if (error <= halfWidthWithoutShock(pooled)) share.withoutShock += 1 / OCCUPATIONS;
    if (coveredByOwnRecord(own, years)) share.plugIn += 1 / OCCUPATIONS;
  });
  return share;
}

function halfWidthWithoutShock({ components, ownWeight, years }: PooledGrowth): number {
  return Z * Math.sqrt(components.withinVariance * (1 + ownWeight / years));
}

/** Own mean +- z times the own record's standard deviation, both taken as the truth. */
function coveredByOwnRecord(own: readonly number[], years: number): boolean {
  const past = own.slice(0, years);
  const mean = past.reduce((sum, growth) => sum + growth, 0) / years;
  const variance = past.reduce((sum, growth) => sum + (growth - mean) ** 2, 0) / years;
  return Math.abs(own[years]! - mean) <= Z * Math.sqrt(variance);
}

const LONGEST_HORIZON = 4;

/** Log levels, oldest first, with four more than the series has. */
const PATHS: Readonly<Record<string, (length: number, rng: Rng) => number[]>> = {
  'damped trend itself': (length, rng) => {
    let [level, trend] = [4.6, 0.04];
    return Array.from({ length }, () => {
      const error = 0.01 * normalDraw(rng);
      const value = level + 0.9 * trend + error;
      [level, trend] = [level + 0.9 * trend + 0.6 * error, 0.9 * trend + 0.6 * 0.3 * error];
      return value;
    });
  },
  'random walk with drift': (length, rng) => {
    let level = 4.6;
    return Array.from({ length }, () => {
      level += 0.03 + 0.015 * normalDraw(rng);
      return level;
    });
  },
};

/**
 * Reported without a hold: parameters are estimated from few points and the interval takes them as known. Beside it an
 * interval that does not: Student's t, and never narrower than that of a random walk with drift.
 */
export function measureDampedTrend(replications: number): Measured[] {
  return Object.keys(PATHS).flatMap((path) =>
    [8, 16, 32].flatMap((periods) => measurePath(path, periods, replications)),
  );
}

function measurePath(path: string, periods: number, replications: number): Measured[] {
  const scenario = `${path}, ${periods} periods`;
  const rng = scenarioRng(scenario);
  const tallies = [1, 2, LONGEST_HORIZON].map((steps) => ({ steps, plain: new Tally(), widened: new Tally() }));
  for (let done = 0; done < replications; done++) {
    const logs = PATHS[path]!(periods + LONGEST_HORIZON, rng);
    const fit = dampedTrend(logs.slice(0, periods).map(Math.exp));
    for (const { steps, plain, widened } of tallies) {
      const error = Math.abs(fit.logForecast(steps) - logs[periods + steps - 1]!);
      plain.add(error <= fit.halfWidth(LEVEL, steps) ? 1 : 0);
      widened.add(error <= widenedHalfWidth(fit, steps, periods) ? 1 : 0);
    }
  }
  return tallies.flatMap(({ steps, plain, widened }) => [
    plain.measured({ suite: 'damped trend', scenario, measure: `coverage, ${steps} ahead` }),
    widened.measured({ suite: 'damped trend', scenario, measure: `coverage, ${steps} ahead, widened` }),
  ]);
}

/** Three parameters and two starting values are estimated, hence periods - 5 degrees of freedom. */
function widenedHalfWidth(fit: DampedTrend, steps: number, periods: number): number {
  const randomWalk = fit.residualSd * Math.sqrt(steps * (1 + steps / periods));
  return tQuantile((1 + LEVEL) / 2, periods - 5) * Math.max(fit.halfWidth(LEVEL, steps) / Z, randomWalk);
}
