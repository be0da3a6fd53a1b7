/** Pay by the fitted model: its prediction for the cell asked about, updated by the cell's own offers (METHODS 3). */
import type { PercentileKey } from '../core/finding.js';
import type { LevelId } from '../core/level.js';
import type { PayModel, PayPrediction } from '../core/pay-model.js';
import { occupationMixLogMedian, shrunkenEstimate } from '../stats/index.js';
import type { Ageing } from './ageing.js';
import { INTERVAL_LEVEL, PERCENTILES, type Percentiles, type SourceCell } from './estimate.js';
import { levelShares, mixedPrediction } from './mixed-prediction.js';
import type { PayObservation } from './observation.js';
import { ALL_OCCUPATIONS, type OfficialData } from './official.js';
import { DISAGREEMENT_LOG_POINTS } from './pool.js';
import { jobsOf, type Question } from './question.js';
import { type RestsOn, unionPeriod } from './rests-on.js';
import { biasBetween, type SourceBiases } from './source-biases.js';

export interface ModelPay {
  readonly basis: 'posted' | 'filed' | 'market';
  /** At the as-of date, whole currency units a year. */
  readonly percentiles: Percentiles;
  /** What was put together: one input, or for market pay posted and, where its gap is known well, filed. */
  readonly inputs: readonly ModelInput[];
  /** Filed pay carried to the posted basis whose gap is known too roughly for a part in the figure. */
  readonly apart: ModelInput | null;
  readonly agreement: 'one-source' | 'agree' | 'disagree';
  /** Largest difference between the inputs, log points; 0 for one. */
  readonly gapLogPoints: number;
  /** What the figure is for, without the place: `Data Engineer jobs at senior level`. */
  readonly work: string;
  /** Place id it speaks about; the offers behind the fit are the whole country's. */
  readonly place: string;
  /** The offers of its main input; filed pay stands beside them as a source. */
  readonly rests: RestsOn;
}

export interface ModelInput {
  readonly basis: 'posted' | 'filed';
  /** Middle on the basis of the whole figure, at the as-of date, with its 90% limits; log of currency units a year. */
  readonly middle: LogEstimate;
  /** Before the cell's own offers were counted in; the same units. */
  readonly predicted: number;
  /** Offers of the very cell and the weight they have, fraction; their log mean and its variance, null without any. */
  readonly own: {
    readonly n: number;
    readonly employers: number | null;
    readonly weight: number;
    readonly logMiddle: number | null;
    readonly variance: number | null;
  };
  /** Log points added to carry it to the basis of the whole figure, and their error; 0 for its main input. */
  readonly carried: { readonly log: number; readonly sd: number };
  readonly prediction: PayPrediction;
}

interface LogEstimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ModelPayOptions {
  readonly model: PayModel;
  readonly ageing: Ageing;
  /** Typical official pay of the work where the question is, log; null where none is published. */
  readonly logOfficial: number | null;
  /** The offers of the very cell on a basis, source by source. */
  readonly cellsOf: (basis: 'posted' | 'filed') => readonly SourceCell[];
  /** The offers of the work at all levels in the whole country, source by source. */
  readonly wholeOf: (basis: 'posted' | 'filed') => readonly SourceCell[];
  /** By which filed pay is carried to the posted basis; without them it is left out. */
  readonly sourceBiases: SourceBiases | undefined;
}

/**
 * The model's figure for a question on one basis.
 *
 * @returns null where the model was not calibrated, and for an as-of date before the data it was fitted on
 */
export function modelPay(basis: ModelPay['basis'], question: Question, options: ModelPayOptions): ModelPay | null {
  const own = basis === 'market' ? 'posted' : basis;
  const main = inputOf(own, question, options);
  if (main === null) return null;
  const filed = basis === 'market' ? asPosted(inputOf('filed', question, options), main, question, options) : null;
  const isKnown = filed !== null && filed.carried.sd <= DISAGREEMENT_LOG_POINTS;
  const inputs = isKnown ? [main, filed] : [main];
  const { middle, agreement, gapLogPoints } = combine(inputs);
  return {
    basis,
    percentiles: percentilesAround(middle, main.prediction),
    inputs,
    apart: isKnown ? null : filed,
    agreement,
    gapLogPoints,
    work: `${jobsOf(question)} at ${question.level === null ? 'all levels' : `${question.level.name.toLowerCase()} level`}`,
    place: question.statePlaceId ?? question.place.country,
    rests: {
      n: main.prediction.n,
      employers: employersOf(main, options),
      sources: [...new Set(inputs.flatMap((input) => sourcesOf(input, options)))],
      period: unionPeriod(inputs.map(({ prediction }) => prediction.period)),
      place: question.place.country,
      scope: `${behindWords(question, main.prediction)} at all levels, behind the fitted model`,
    },
  };
}

/** Sources that hold offers of the role; all of the fit where the role has too few of its own. */
function sourcesOf({ basis, prediction }: ModelInput, { wholeOf }: ModelPayOptions): readonly string[] {
  if (prediction.behind === 'occupation') return prediction.sources;
  return wholeOf(basis)
    .filter(({ n }) => n > 0)
    .map(({ source }) => source);
}

/** null where some of the offers name no employer. */
function employersOf({ basis, prediction }: ModelInput, { wholeOf }: ModelPayOptions): number | null {
  const unnamed = wholeOf(basis).some(({ n, employers }) => n > 0 && employers === null);
  return unnamed || (prediction.behind === 'occupation' && basis === 'posted') ? null : prediction.employers;
}

/** Whose offers were counted: the role's, or those of titles that lead to the same occupation. */
function behindWords(question: Question, { behind }: PayPrediction): string {
  const [leading] = [...question.occupations].sort((a, b) => b.share - a.share);
  return behind === 'role' || leading === undefined ? jobsOf(question) : `jobs read as ${leading.title}`;
}

/** Of the level asked about; of all levels in the shares that offers of the work have, where none is. */
function predictionFor(
  basis: 'posted' | 'filed',
  question: Question,
  { model, wholeOf }: ModelPayOptions,
): PayPrediction | null {
  const at = (level: LevelId | null): PayPrediction | null =>
    model.predict({
      basis,
      workKey: question.workKey,
      role: question.role.family === null ? null : question.role.id,
      level,
      state: question.statePlaceId,
      occupations: question.occupations,
    });
  if (question.level !== null) return at(question.level.id);
  const parts = [...levelShares(wholeOf(basis))].flatMap(([level, share]) => {
    const prediction = at(level);
    return prediction === null ? [] : [{ share, prediction }];
  });
  return parts.length === 0 ? null : mixedPrediction(parts);
}

function inputOf(basis: 'posted' | 'filed', question: Question, options: ModelPayOptions): ModelInput | null {
  const prediction = predictionFor(basis, question, options);
  if (prediction === null || prediction.date > question.asOf || question.place.country !== 'US') return null;
  const aged = Math.log(options.ageing.factorFrom(prediction.date, prediction.date));
  const ageingVariance = options.ageing.varianceFrom(prediction.date, prediction.date);
  const predicted = prediction.centre + aged;
  const cell = ownCell(options.cellsOf(basis), prediction);
  const priorVariance = prediction.cellVariance + prediction.predictionVariance;
  const shrunken = shrunkenEstimate({
    estimate: cell?.logMiddle ?? predicted,
    // A cell without offers is one whose offers say nothing.
    variance: cell?.variance ?? priorVariance * 1e4,
    centre: predicted,
    tau2: priorVariance,
    kurtosis: prediction.cellKurtosis,
    level: INTERVAL_LEVEL,
  });
  const extra = Z90 ** 2 * ageingVariance;
  return {
    basis,
    predicted,
    middle: {
      value: shrunken.value,
      low: shrunken.value - Math.sqrt((shrunken.value - shrunken.low) ** 2 + extra),
      high: shrunken.value + Math.sqrt((shrunken.high - shrunken.value) ** 2 + extra),
    },
    own: {
      n: cell?.n ?? 0,
      employers: cell === null ? 0 : cell.employers,
      weight: cell === null ? 0 : shrunken.shrinkage,
      logMiddle: cell?.logMiddle ?? null,
      variance: cell?.variance ?? null,
    },
    carried: { log: 0, sd: 0 },
    prediction,
  };
}

const Z90 = 1.6448536269514722;

interface OwnCell {
  readonly logMiddle: number;
  readonly variance: number;
  readonly n: number;
  readonly employers: number | null;
}

/**
 * Offers of the very cell: within a source the mean of its clusters' mean log midpoints, then the plain mean over
 * sources, so that neither a large employer nor a large file outweighs the others.
 */
function ownCell(bySource: readonly SourceCell[], { residuals }: PayPrediction): OwnCell | null {
  let known = KNOWN_OFFERS.get(bySource);
  if (known === undefined) {
    known = offersOf(bySource.filter(({ n }) => n > 0));
    KNOWN_OFFERS.set(bySource, known);
  }
  const { cells, ...offers } = known;
  if (cells.length === 0) return null;
  const spread = (residuals['75'].value - residuals['25'].value) / (2 * NORMAL_QUARTILE);
  return {
    ...offers,
    variance: cells.reduce((sum, cell) => sum + spread ** 2 / cell.effectiveEmployers, 0) / cells.length ** 2,
  };
}

/** What the offers of some cells say whatever is predicted for them. */
interface CellOffers extends Omit<OwnCell, 'variance'> {
  /** Those that hold any. */
  readonly cells: readonly SourceCell[];
}

const KNOWN_OFFERS = new WeakMap<readonly SourceCell[], CellOffers>();

function offersOf(cells: readonly SourceCell[]): CellOffers {
  const employers = new Set(cells.flatMap((cell) => cell.rows.map((row) => row.employer)));
  return {
    cells,
    logMiddle: mean(cells.map((cell) => clusterMean(cell.rows, cell.clusters))),
    n: cells.reduce((sum, cell) => sum + cell.n, 0),
    employers: employers.has(null) ? null : employers.size,
  };
}

const NORMAL_QUARTILE = 0.6744897501960817;

function clusterMean(rows: readonly PayObservation[], clusters: readonly string[]): number {
  const logs = new Map<string, number[]>();
  for (let index = 0; index < rows.length; index += 1) {
    const { low, high } = rows[index]!;
    const log = Math.log((low + high) / 2);
    const list = logs.get(clusters[index]!);
    if (list === undefined) logs.set(clusters[index]!, [log]);
    else list.push(log);
  }
  return mean([...logs.values()].map(mean));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Filed pay carried to the posted basis by the fitted gap between their sources, whose error is added. */
function asPosted(input: ModelInput | null, posted: ModelInput, question: Question, options: ModelPayOptions) {
  // The lines of the sources rest on catalogued roles.
  if (question.role.family === null) return null;
  const { logOfficial, sourceBiases } = options;
  if (input === null || logOfficial === null || sourceBiases === undefined) return null;
  const sources = { above: posted.prediction.sources, below: input.prediction.sources };
  const gap = biasBetween(sourceBiases, sources, logOfficial);
  if (gap === null) return null;
  const extra = (Z90 * gap.sd) ** 2;
  const { value, low, high } = input.middle;
  return {
    ...input,
    predicted: input.predicted + gap.log,
    carried: gap,
    middle: {
      value: value + gap.log,
      low: value + gap.log - Math.sqrt((value - low) ** 2 + extra),
      high: value + gap.log + Math.sqrt((high - value) ** 2 + extra),
    },
  };
}

/**
 * Inputs that lie within .15 log points are averaged by the inverse of their variance, and the interval keeps half of
 * what parts them; others get equal weight and an interval that spans each.
 */
function combine(inputs: readonly ModelInput[]): {
  middle: LogEstimate;
  agreement: ModelPay['agreement'];
  gapLogPoints: number;
} {
  const middles = inputs.map(({ middle }) => middle);
  const values = middles.map(({ value }) => value);
  const gapLogPoints = Math.max(...values) - Math.min(...values);
  const [only] = middles;
  if (middles.length === 1 && only !== undefined) return { middle: only, agreement: 'one-source', gapLogPoints };
  if (gapLogPoints > DISAGREEMENT_LOG_POINTS) {
    const middle = {
      value: mean(values),
      low: Math.min(...middles.map(({ low }) => low)),
      high: Math.max(...middles.map(({ high }) => high)),
    };
    return { middle, agreement: 'disagree', gapLogPoints };
  }
  const weights = middles.map(({ low, high }) => ((high - low) / 2) ** -2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const value = values.reduce((sum, each, index) => sum + (each * weights[index]!) / total, 0);
  const half = Math.hypot(1 / Math.sqrt(total), gapLogPoints / 2);
  return { middle: { value, low: value - half, high: value + half }, agreement: 'agree', gapLogPoints };
}

/** Centre plus the residual quantiles of the fit; each interval holds the centre's error and the quantile's own. */
function percentilesAround(middle: LogEstimate, { residuals }: PayPrediction): Percentiles {
  const percentiles: Partial<Record<PercentileKey, { value: number; low: number; high: number }>> = {};
  for (const key of PERCENTILES) {
    const { value, sd } = residuals[key];
    const log = middle.value + value;
    const [down, up] = [middle.value - middle.low, middle.high - middle.value].map((half) =>
      Math.hypot(half, Z90 * sd),
    );
    percentiles[key] = { value: Math.exp(log), low: Math.exp(log - down!), high: Math.exp(log + up!) };
  }
  return percentiles;
}

/**
 * Typical official pay of the occupation mix where the question is: the state's newest figures, the country's where
 * the state has none; the mean where the median is capped.
 */
export function officialLogMedian({ rows }: OfficialData, question: Question): number | null {
  const places = [question.statePlaceId, question.place.country].filter((place) => place !== null);
  return occupationMixLogMedian(question.occupations, (soc) => {
    for (const place of places) {
      const newest = rows
        .filter((row) => row.place === place && row.soc === soc && row.soc !== ALL_OCCUPATIONS)
        .filter((row) => row.p50 !== null || row.mean !== null)
        .at(-1);
      if (newest !== undefined) return newest.p50 ?? newest.mean;
    }
    return null;
  });
}
