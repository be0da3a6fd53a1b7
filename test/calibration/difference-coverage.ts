/** The difference and the ratio of two estimates with skewed intervals of their own, independent and not. */
import type { Rng } from '../../src/core/ports.js';
import {
  type BoundedEstimate,
  betaQuantile,
  differenceInterval,
  gammaQuantile,
  normalQuantile,
  ratioInterval,
} from '../../src/stats/index.js';
import { type Limits, type Measured, normalDraw, scenarioRng, Tally } from './measured.js';

const LEVEL = 0.9;
const TAIL = (1 - LEVEL) / 2;
const Z = normalQuantile(1 - TAIL);
/** True medians, or means, of the two populations. */
const TRUTHS = [200_000, 150_000] as const;
/** Spread of pay within a cell, log points. */
const SPREAD = 0.3;

type Pair = readonly [BoundedEstimate, BoundedEstimate];

interface Design {
  readonly scenario: string;
  readonly draw: (rng: Rng) => Pair;
  readonly limits: Limits;
}

/** A median of n amounts with the interval of its order statistics. */
function median(truth: number, n: number, rng: Rng): BoundedEstimate {
  const sorted = Float64Array.from({ length: n }, () => truth * Math.exp(SPREAD * normalDraw(rng))).sort();
  const at = (share: number) => sorted[Math.min(n - 1, Math.max(0, Math.ceil(n * share) - 1))]!;
  const half = n / 2;
  return {
    value: at(0.5),
    low: at(betaQuantile(TAIL, half, half + 1)),
    high: at(betaQuantile(1 - TAIL, half + 1, half)),
  };
}

/** A mean of n exponential amounts with its exact interval, which is very skewed. */
function exponentialMean(truth: number, n: number, rng: Rng): BoundedEstimate {
  let total = 0;
  for (let i = 0; i < n; i++) total -= truth * Math.log(1 - rng());
  return { value: total / n, low: total / gammaQuantile(1 - TAIL, n), high: total / gammaQuantile(TAIL, n) };
}

/** Two modelled figures whose errors are normal on logarithms and correlated. */
function modelled(errors: readonly [number, number], correlation: number): Design['draw'] {
  return (rng) => {
    const shared = normalDraw(rng);
    const own = correlation * shared + Math.sqrt(1 - correlation ** 2) * normalDraw(rng);
    const bounded = (truth: number, sd: number, score: number): BoundedEstimate => {
      const value = truth * Math.exp(sd * score);
      return { value, low: value * Math.exp(-Z * sd), high: value * Math.exp(Z * sd) };
    };
    return [bounded(TRUTHS[0], errors[0], shared), bounded(TRUTHS[1], errors[1], own)];
  };
}

const NOMINAL: Limits = { low: 0.88, high: 0.92 };
const AT_LEAST_NOMINAL: Limits = { low: 0.9 };

const DESIGNS: readonly Design[] = [
  {
    scenario: 'medians of 60 and 25 amounts, order statistics',
    draw: (rng) => [median(TRUTHS[0], 60, rng), median(TRUTHS[1], 25, rng)],
    limits: { low: 0.88 },
  },
  {
    scenario: 'means of 9 and 14 exponential amounts, exact intervals',
    draw: (rng) => [exponentialMean(TRUTHS[0], 9, rng), exponentialMean(TRUTHS[1], 14, rng)],
    limits: NOMINAL,
  },
  { scenario: 'modelled, errors 9% and 9%', draw: modelled([0.09, 0.09], 0), limits: NOMINAL },
  { scenario: 'modelled, errors 25% and 3%', draw: modelled([0.25, 0.03], 0), limits: NOMINAL },
  {
    scenario: 'modelled, errors 9% and 9%, correlation 0.5',
    draw: modelled([0.09, 0.09], 0.5),
    limits: AT_LEAST_NOMINAL,
  },
  {
    scenario: 'modelled, errors 20% and 5%, correlation 0.5',
    draw: modelled([0.2, 0.05], 0.5),
    limits: AT_LEAST_NOMINAL,
  },
  // What the assumption of independence costs where errors are opposite.
  { scenario: 'modelled, errors 9% and 9%, correlation -0.5', draw: modelled([0.09, 0.09], -0.5), limits: {} },
];

export function measureDifference(replications: number): Measured[] {
  return DESIGNS.flatMap((design) => measureDesign(design, replications));
}

function measureDesign({ scenario, draw, limits }: Design, replications: number): Measured[] {
  const rng = scenarioRng(scenario);
  const [difference, ratio] = [new Tally(), new Tally()];
  const covers = ({ low, high }: BoundedEstimate, truth: number) => (low <= truth && truth <= high ? 1 : 0);
  for (let done = 0; done < replications; done++) {
    const [first, second] = draw(rng);
    difference.add(covers(differenceInterval(first, second), TRUTHS[0] - TRUTHS[1]));
    ratio.add(covers(ratioInterval(first, second), TRUTHS[0] / TRUTHS[1]));
  }
  const what = { suite: 'difference of two estimates', scenario } as const;
  return [
    difference.measured({ ...what, measure: 'coverage of the difference' }, limits),
    ratio.measured({ ...what, measure: 'coverage of the ratio' }, limits),
  ];
}
