/** Scores of the nominal 90% intervals in simulated markets, by the methods that reports use. */
import { judged, type MeasuredPart, type Score } from '../../core/score.js';
import { type Coverage, measureCoverage } from './interval-coverage.js';
import { SCENARIOS, type SizedScenario } from './scenarios.js';

/** As in the recorded full run, whose seeds these are: so many make the noise small against the hold. */
export const REPLICATIONS = 2000;

/** Reports draw no quantile by the other fits. */
const FITS_IN_REPORTS: ReadonlySet<string> = new Set(['empirical', 'uniform']);

/**
 * Held markets of the methods in use where pay is alike within employers, the harder half; with independent pay only
 * those that must not be covered too often.
 */
export const SCORED_SCENARIOS: readonly SizedScenario[] = SCENARIOS.filter(
  ({ holds, fit, design, upperHold }) =>
    Object.keys(holds).length > 0 && FITS_IN_REPORTS.has(fit) && (design.icc > 0 || upperHold !== undefined),
);

export interface SimulationRequest {
  readonly scenarios?: readonly SizedScenario[];
  readonly replications?: number;
  /** Called before each simulated market. */
  readonly onScenario?: (name: string) => void;
}

const metricOf = (what: string, fewest: number): string =>
  `lowest coverage of the 90% interval of ${what} in simulated markets from ${fewest} effective employers`;
const REFERENCE = 'usual binomial interval .65';

/** `coverage.sim.median` and `coverage.sim.p90` from the same simulated markets. */
export function simulatedCoverageScores({
  scenarios = SCORED_SCENARIOS,
  replications = REPLICATIONS,
  onScenario = () => {},
}: SimulationRequest = {}): readonly [Score, Score] {
  const rows = scenarios.flatMap((scenario) => {
    onScenario(scenario.name);
    return measureCoverage(scenario, replications, scenario.fewest);
  });
  return [
    lowestCoverage('coverage.sim.median', metricOf('the median', 10), rows, [0.5]),
    lowestCoverage('coverage.sim.p90', metricOf('P10 and P90', 20), rows, [0.1, 0.9]),
  ];
}

function lowestCoverage(
  id: 'coverage.sim.median' | 'coverage.sim.p90',
  metric: string,
  rows: readonly Coverage[],
  percentiles: readonly number[],
): Score {
  const held = rows
    .filter(({ p, hold }) => percentiles.includes(p) && hold !== null)
    .sort((a, b) => a.coverage - b.coverage);
  const lowest = held[0]!;
  return judged({
    id,
    metric,
    value: lowest.coverage,
    reference: REFERENCE,
    limits: { low: lowest.hold, high: null },
    n: held.reduce((sum, { replications }) => sum + replications, 0),
    counted: 'simulated intervals',
    standardError: lowest.standardError,
    parts: held.map(partOf),
    partsHold: 'amounts that are not rounded at most 0.97',
  });
}

function partOf({ scenario, p, coverage, replications, hold, upperHold }: Coverage): MeasuredPart {
  return { name: `P${p * 100}: ${scenario}`, value: coverage, n: replications, limits: { low: hold, high: upperHold } };
}
