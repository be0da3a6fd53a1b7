/** Pay that is only known to be "at least T" above T: what the censored lognormal makes of it. */
import { type MarketDesign, populationQuantile, simulateMarket } from '../../src/models/backtest/simulated-market.js';
import { groupedQuantileIntervals, intervalCensoredLognormal, topCodedQuantile } from '../../src/stats/index.js';
import { type Measured, scenarioRng, Tally } from './measured.js';

const LEVEL = 0.9;
const EMPLOYERS = 80;

interface Design {
  readonly market: MarketDesign;
  readonly note: string;
  /**
   * What the top code hides: `value`, whatever lies above it as a whole; `upper end`, every number above it, so that a
   * range across it loses its upper end.
   */
  readonly hides: 'value' | 'upper end';
  /** Share of pay above the top code. */
  readonly censored: number;
  readonly held: boolean;
}

const market = (change: Partial<MarketDesign>): MarketDesign => ({
  record: 'amount',
  icc: 0.4,
  shape: 'normal',
  sizeCorrelation: 0,
  ...change,
});

const ranges = market({ record: 'range around the value' });

const DESIGNS: readonly Design[] = [
  { market: market({}), note: 'amounts', hides: 'value', censored: 0.15, held: true },
  { market: market({}), note: 'amounts', hides: 'value', censored: 0.4, held: true },
  { market: ranges, note: 'ranges', hides: 'value', censored: 0.15, held: true },
  // Whether a range loses its upper end depends on the value in it, which the likelihood does not allow for.
  { market: ranges, note: 'ranges without upper ends above', hides: 'upper end', censored: 0.15, held: false },
  { market: market({ shape: 'two-humped' }), note: 'amounts, two humps', hides: 'value', censored: 0.15, held: false },
];

export function measureTopCodedPay(replications: number): Measured[] {
  return DESIGNS.flatMap((design) => measureDesign(design, replications));
}

function measureDesign({ market: design, note, hides, censored, held }: Design, replications: number): Measured[] {
  const scenario = `${note}, ${100 * censored}% top-coded, ${EMPLOYERS} employers`;
  const rng = scenarioRng(scenario);
  const median = populationQuantile(design, 0.5);
  const topCode = Math.round(populationQuantile(design, 1 - censored));
  const [coverage, bias, asAmount, refused] = [new Tally(), new Tally(), new Tally(), new Tally()];
  for (let done = 0; done < replications; done++) {
    const { lows, highs, employers } = simulateMarket(design, EMPLOYERS, rng);
    const weights = lows.map(() => 1);
    const cut = (hides === 'value' ? lows : highs).map((end) => end >= topCode);
    const sample = {
      lows: lows.map((low) => Math.min(low, topCode)),
      highs: highs.map((high, i) => (cut[i] ? Infinity : high)),
    };
    const [interval] = groupedQuantileIntervals(
      { ...sample, groups: employers, weights, fit: 'lognormal', level: LEVEL },
      [0.5],
    );
    coverage.add(interval!.low! <= median && median <= interval!.high! ? 1 : 0);
    const fit = intervalCensoredLognormal(sample.lows, sample.highs, weights);
    bias.add(100 * Math.log(fit.quantile(0.5) / median));
    const atTopCode = sample.highs.map((high) => Math.min(high, topCode));
    asAmount.add(100 * Math.log(intervalCensoredLognormal(sample.lows, atTopCode, weights).quantile(0.5) / median));
    refused.add(topCodedQuantile(fit, 0.9, topCode).bound === 'at-least' ? 1 : 0);
  }
  const what = { suite: 'top-coded pay', scenario } as const;
  return [
    coverage.measured({ ...what, measure: 'coverage of the median' }, held ? { low: 0.88 } : {}),
    bias.measured({ ...what, measure: 'bias of the median, percent' }, held ? { low: -1, high: 1 } : {}),
    asAmount.measured({ ...what, measure: 'bias of the median, percent, top code taken for the amount' }),
    refused.measured({ ...what, measure: 'share of P90 given as "at least"' }, held ? { low: 0.85 } : {}),
  ];
}
