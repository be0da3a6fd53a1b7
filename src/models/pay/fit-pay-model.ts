/** The pay models of a market, as the bytes of their file. */
import type { PayModel } from '../../core/pay-model.js';
import type { Progress } from '../../core/ports.js';
import type { Store } from '../../store/port.js';
import { TEXT_VERSION } from '../../text/version.js';
import { type BasisDescription, type PayDescription, PERCENTILE_KEYS } from './description.js';
import { openCrossFit } from './evaluate.js';
import { type Calibrated, type CrossFit, jackknifeVariance, SHARES } from './fit.js';
import type { Classify, ModelBasis } from './offers.js';
import { loadOfficialPay, type OfficialTable } from './official-anchor.js';
import { asQuestions, type Effects, fitLogOf } from './part.js';
import { OFFICIAL_FLOOR, OFFICIAL_UNIT, type WeightTables, writePayFile } from './pay-file.js';
import { readPayModel } from './read-pay-model.js';
import { PAY_RECIPE, type PayRecipe } from './recipe.js';
import { supportOf } from './support.js';
import { baseEffects, weightTables } from './weight-tables.js';

export interface FittedPay {
  /** The bytes of a model file. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly description: PayDescription;
  open(): PayModel;
}

export interface PayFitRequest {
  readonly store: Store;
  /** `classifyTitle` of the open market. */
  readonly classify: Classify;
  readonly progress: Progress;
  readonly recipe?: PayRecipe;
}

export interface FittedCrossFits {
  readonly filed: CrossFit;
  readonly posted: CrossFit;
}

/** Reads both bases; fits are made when they are asked for, and kept. */
export async function openCrossFits(request: PayFitRequest): Promise<FittedCrossFits> {
  const { progress } = request;
  const open = (basis: ModelBasis) => {
    progress.step(`Reading ${basis} pay`);
    return openCrossFit(basis, { recipe: PAY_RECIPE, ...request });
  };
  return { filed: await open('filed'), posted: await open('posted') };
}

/**
 * Fits the pay models on all employers, calibrated on folds of them. The same rows give the same bytes.
 *
 * A basis without employers enough for a spread between cells is left out: its predictions are null.
 */
export async function fitPayModel(request: PayFitRequest, crossFits?: FittedCrossFits): Promise<FittedPay> {
  const { store, recipe = PAY_RECIPE } = request;
  const { filed, posted } = crossFits ?? (await openCrossFits(request));
  const official = await loadOfficialPay(store);
  const fitted = { filed: fitBasis(filed), posted: fitBasis(posted) };
  const description: PayDescription = {
    version: recipe.version,
    textVersion: TEXT_VERSION,
    date: store.manifest.asOf,
    officialPlaces: official.places,
    officialOccupations: official.occupations,
    filed: fitted.filed?.description ?? null,
    posted: fitted.posted?.description ?? null,
  };
  const bytes = writePayFile({
    description: new TextEncoder().encode(JSON.stringify(description)),
    ...officialSections(official),
    filed: fitted.filed?.tables ?? NO_WEIGHTS,
    posted: fitted.posted?.tables ?? NO_WEIGHTS,
  });
  return { bytes, description, open: () => readPayModel(bytes) };
}

const NO_WEIGHTS: WeightTables = {
  centreHashes: new Uint32Array(0),
  centres: new Int16Array(0),
  spreadHashes: new Uint32Array(0),
  spreads: new Int16Array(0),
  errors: new Int16Array(0),
};

function officialSections({ places, occupations, median, spread }: OfficialTable) {
  const medians = places.flatMap((place) =>
    occupations.map((soc) => {
      const value = median(place, soc);
      return value === undefined ? 0 : Math.round((value - OFFICIAL_FLOOR) * OFFICIAL_UNIT);
    }),
  );
  const spreads = occupations.flatMap((soc) => spread(soc) ?? [0, 0, 0, 0]);
  return {
    officialMedians: Uint16Array.from(medians),
    officialSpreads: Int16Array.from(spreads, (value) => Math.round(value * OFFICIAL_UNIT)),
  };
}

function fitBasis(
  crossFit: CrossFit,
): { readonly description: BasisDescription; readonly tables: WeightTables } | null {
  const { prepared } = crossFit;
  if (!prepared.offers.some(({ named }) => named)) return null;
  const calibrated = crossFit.calibrate(null);
  if (calibrated.cells === null) return null;
  const centre = crossFit.centreWithout();
  const error = fitError(crossFit);
  const { design, offers } = prepared;
  return {
    tables: weightTables(design, { centre, spread: calibrated.spread, error }),
    description: {
      sources: [...new Set(offers.map(({ source }) => source))].sort(),
      period: {
        from: offers.map(({ seenFrom }) => seenFrom).sort()[0]!,
        to: offers
          .map(({ seenTo }) => seenTo)
          .sort()
          .at(-1)!,
      },
      n: offers.length,
      employers: new Set(offers.filter(({ named }) => named).map(({ cluster }) => cluster)).size,
      centre: baseEffects(design, centre),
      spread: baseEffects(design, calibrated.spread),
      error: baseEffects(design, error),
      quantiles: quantilesOf(calibrated),
      cells: roundedCells(calibrated.cells),
      ...supportOf(prepared),
    },
  };
}

/** Log of the sampling variance of the centre: a jackknife over the folds, smoothed over titles and places. */
function fitError(crossFit: CrossFit): Effects {
  const { prepared } = crossFit;
  const folds = Array.from({ length: prepared.recipe.folds }, (_, fold) => fold);
  const replicates = folds.map((fold) => asQuestions(prepared, crossFit.centreWithout(fold)));
  const variances = Float64Array.from(prepared.offers, (_, row) =>
    jackknifeVariance(replicates.map((predicted) => predicted[row]!)),
  );
  const rows = crossFit.rowsWithout();
  const logs = variances.map((variance) => Math.log(variance + SMALLEST_VARIANCE));
  const fitted = fitLogOf(prepared, rows, logs);
  const smoothed = asQuestions(prepared, fitted);
  const sum = { observed: 0, fitted: 0 };
  for (const row of rows) {
    sum.observed += prepared.shares[row]! * variances[row]!;
    sum.fitted += prepared.shares[row]! * Math.exp(smoothed[row]!);
  }
  // The mean of a logarithm lies below the logarithm of the mean.
  return { ...fitted, source: fitted.source + Math.log(sum.observed / sum.fitted) };
}

const SMALLEST_VARIANCE = 1e-6;

function quantilesOf({ quantiles, quantileErrors }: Calibrated): BasisDescription['quantiles'] {
  const at = (key: string) => SHARES.indexOf((Number(key) / 100) as (typeof SHARES)[number]);
  const entry = (key: string) => ({ value: rounded(quantiles[at(key)]!), sd: rounded(quantileErrors[at(key)]!) });
  return Object.fromEntries(PERCENTILE_KEYS.map((key) => [key, entry(key)])) as BasisDescription['quantiles'];
}

function roundedCells(cells: NonNullable<Calibrated['cells']>): BasisDescription['cells'] {
  return {
    ...cells,
    variance: rounded(cells.variance),
    kurtosis: rounded(cells.kurtosis),
    employerVariance: rounded(cells.employerVariance),
  };
}

/** Four decimals: more of them say nothing, and their last digits could differ between machines. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
