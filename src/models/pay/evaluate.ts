/** Scores the pay models on employers left out. */
import type { Progress } from '../../core/ports.js';
import type { Store } from '../../store/port.js';
import { baselineQuantiles } from './baseline.js';
import { cellMeans, shift } from './cells.js';
import { CrossFit, SHARES } from './fit.js';
import { type Classify, type ModelBasis, readOffers } from './offers.js';
import { loadOfficialPay } from './official-anchor.js';
import { asQuestions } from './part.js';
import { prepare } from './prepared.js';
import { PAY_RECIPE, type PayRecipe, recipeFor } from './recipe.js';
import { type ScoredPoint, scoreBasis, scoreSparse } from './score-points.js';
import type { PayScores } from './scores.js';
import { sortedQuantiles } from './sorted-quantiles.js';

/**
 * Scores the models of both bases by cross-validation over folds of employers: everything that is fitted (which words
 * count, coefficients, spread, quantiles, cells) is fitted anew without each fold.
 *
 * What is covered: offers of employers that the fit did not see, by the 90% predictive band of the title model moved
 * towards the cell's other employers. It is no interval of a cell's median.
 *
 * @param classify `classifyTitle` of the open market
 */
export async function evaluatePayModels(
  store: Store,
  classify: Classify,
  progress: Progress,
  recipe: PayRecipe = PAY_RECIPE,
): Promise<PayScores> {
  const points = { filed: [] as ScoredPoint[], posted: [] as ScoredPoint[] };
  for (const basis of ['filed', 'posted'] as const) {
    progress.step(`Reading ${basis} pay`);
    const crossFit = await openCrossFit(basis, { store, classify, progress, recipe });
    points[basis] = scoredPoints(crossFit);
  }
  return payScores(points.filed, points.posted);
}

export function payScores(filed: readonly ScoredPoint[], posted: readonly ScoredPoint[]): PayScores {
  return { filed: scoreBasis(filed), posted: scoreBasis(posted), sparse: scoreSparse([...filed, ...posted]) };
}

export interface CrossFitRequest {
  readonly store: Store;
  readonly classify: Classify;
  readonly progress: Progress;
  readonly recipe: PayRecipe;
}

export async function openCrossFit(
  basis: ModelBasis,
  { store, classify, progress, recipe }: CrossFitRequest,
): Promise<CrossFit> {
  const offers = await readOffers(basis, { store, classify, folds: recipe.folds });
  const prepared = prepare(offers, await loadOfficialPay(store), recipeFor(basis, recipe));
  return new CrossFit(prepared, (what) => progress.step(`Fitting ${basis} pay, ${what}`));
}

/** Every offer of a named employer, predicted by the fit that left out its fold. */
export function scoredPoints(crossFit: CrossFit): ScoredPoint[] {
  const { prepared } = crossFit;
  const scored: ScoredPoint[] = [];
  for (let fold = 0; fold < prepared.recipe.folds; fold += 1) {
    const rows = crossFit.rowsWithout(fold);
    const predictions = asQuestions(prepared, crossFit.centreWithout(fold));
    const calibrated = crossFit.calibrate(fold);
    const means = cellMeans(prepared, rows, calibrated.standardised);
    const direct = directQuantiles(crossFit, rows);
    const baseline = baselineQuantiles(prepared, rows);
    prepared.offers.forEach((offer, row) => {
      if (offer.fold !== fold || !offer.named) return;
      const scale = calibrated.scales[row]!;
      const predicted = predictions[row]!;
      const cell = means.get(prepared.cells[row]!);
      const own = direct.get(prepared.cells[row]!);
      const moved = predicted + scale * shift(calibrated.cells, cell);
      scored.push({
        values: prepared.points.subarray(
          row * prepared.recipe.pointsOfRange,
          (row + 1) * prepared.recipe.pointsOfRange,
        ),
        cluster: prepared.clusters[row]!,
        share: prepared.shares[row]!,
        cellRows: own?.rows ?? 0,
        title: calibrated.quantiles.map((value) => predicted + scale * value),
        cell: calibrated.cellQuantiles.map((value) => moved + scale * value),
        direct: own?.quantiles ?? null,
        baseline: baseline(row),
      });
    });
  }
  return scored;
}

/** Quantiles of the rows of each cell, as a table of the data would give them. */
function directQuantiles({ prepared }: CrossFit, rows: Uint32Array) {
  const { pointsOfRange } = prepared.recipe;
  const byCell = new Map<string, number[]>();
  for (const row of rows) {
    const own = byCell.get(prepared.cells[row]!);
    if (own === undefined) byCell.set(prepared.cells[row]!, [row]);
    else own.push(row);
  }
  return new Map(
    [...byCell].map(([cell, own]) => {
      const values = new Float64Array(own.length * pointsOfRange);
      own.forEach((row, at) => {
        values.set(prepared.points.subarray(row * pointsOfRange, (row + 1) * pointsOfRange), at * pointsOfRange);
      });
      const quantiles = sortedQuantiles(values, new Float64Array(values.length).fill(1), SHARES);
      return [cell, { rows: own.length, quantiles }];
    }),
  );
}
