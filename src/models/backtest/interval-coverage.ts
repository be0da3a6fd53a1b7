/** Measured coverage of the nominal 90% intervals in simulated markets. */
import { effectiveEmployers, groupedQuantileIntervals, type QuantileFit, seededRng } from '../../stats/index.js';
import { type MarketDesign, populationQuantile, simulateMarket } from './simulated-market.js';

export interface Scenario {
  readonly name: string;
  readonly design: MarketDesign;
  readonly fit: QuantileFit;
  /** Employers in the market; about two thirds to a quarter of them are effective. */
  readonly employers: number;
  /** Smallest coverage that is acceptable, by percentile; absent when coverage is only reported. */
  readonly holds: Readonly<Record<string, number>>;
  /** Largest acceptable coverage. */
  readonly upperHold?: number;
}

export interface Coverage {
  readonly scenario: string;
  readonly fit: QuantileFit;
  readonly icc: number;
  readonly effectiveEmployers: number;
  readonly p: number;
  readonly replications: number;
  readonly coverage: number;
  /** Monte Carlo standard error of the coverage. */
  readonly standardError: number;
  /** Mean of log(estimate / truth), percent. */
  readonly biasPercent: number;
  /** Root mean square of log(estimate / truth), percent. */
  readonly rmsePercent: number;
  readonly hold: number | null;
  readonly upperHold: number | null;
  readonly met: boolean | null;
}

export const PERCENTILES = [0.1, 0.25, 0.5, 0.75, 0.9] as const;
const LEVEL = 0.9;

/** Replications whose effective employers fall below `fewest` are drawn again, as the ladder would not publish them. */
export function measureCoverage(scenario: Scenario, replications: number, fewest: number): Coverage[] {
  const { design, fit, employers, holds, upperHold = null } = scenario;
  const rng = seededRng(seedOf(scenario.name));
  const truths = PERCENTILES.map((p) => populationQuantile(design, p));
  const tallies = PERCENTILES.map(() => ({ covered: 0, error: 0, square: 0 }));
  let effective = 0;
  for (let done = 0; done < replications; ) {
    const sample = simulateMarket(design, employers, rng);
    const weights = sample.lows.map(() => 1);
    const size = effectiveEmployers(weights, sample.employers);
    if (size < fewest) continue;
    const intervals = groupedQuantileIntervals(
      { ...sample, groups: sample.employers, weights, fit, level: LEVEL },
      PERCENTILES,
    );
    done += 1;
    effective += size;
    intervals.forEach(({ value, low, high }, i) => {
      const error = Math.log(value / truths[i]!);
      const tally = tallies[i]!;
      if (low! <= truths[i]! && truths[i]! <= high!) tally.covered += 1;
      tally.error += error;
      tally.square += error * error;
    });
  }
  return tallies.map(({ covered, error, square }, i) => {
    const p = PERCENTILES[i]!;
    const coverage = covered / replications;
    const hold = holds[String(p * 100)] ?? null;
    const bounded = hold !== null || upperHold !== null;
    return {
      scenario: scenario.name,
      fit,
      icc: design.icc,
      effectiveEmployers: rounded(effective / replications, 1),
      p,
      replications,
      coverage: rounded(coverage, 4),
      standardError: rounded(Math.sqrt((coverage * (1 - coverage)) / replications), 4),
      biasPercent: rounded((100 * error) / replications, 2),
      rmsePercent: rounded(100 * Math.sqrt(square / replications), 2),
      hold,
      upperHold,
      met: bounded ? coverage >= (hold ?? 0) && coverage <= (upperHold ?? 1) : null,
    };
  });
}

function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

function seedOf(name: string): number {
  let seed = 7;
  for (const character of name) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) | 0;
  return seed;
}
