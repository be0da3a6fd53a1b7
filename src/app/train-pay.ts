/** Fits the pay models of a market from its own tables and writes them beside its title model. */
import { join } from 'node:path';
import type { Progress } from '../core/ports.js';
import type { BasisDescription } from '../models/pay/description.js';
import { payScores, scoredPoints } from '../models/pay/evaluate.js';
import { fitPayModel, openCrossFits } from '../models/pay/fit-pay-model.js';
import type { Classify } from '../models/pay/offers.js';
import { PAY_RECIPE } from '../models/pay/recipe.js';
import { select } from '../query/plan.js';
import { openStore } from '../store/duckdb/store.js';
import type { Store } from '../store/port.js';
import { buildCatalogue, classifyTitle, type RolePhrase } from '../text/titles/index.js';
import { TEXT_VERSION } from '../text/version.js';
import {
  type ModelManifest,
  modelFile,
  type PayModelBasis,
  type PayModelEntry,
  readModelManifest,
  roundedScores,
  writeModel,
} from './model-manifest.js';
import { SHIPPED_MARKET } from './paths.js';
import { openTitleModel } from './title-model.js';

const FILE = 'pay.bin';

export interface PayTrainingRequest {
  /** Market directory; the shipped market when left out. Only its folder `models` is written. */
  readonly out?: string | undefined;
  readonly progress: Progress;
}

/**
 * Fits the pay models on folds of employers for their scores and calibration, then on all employers, and writes
 * `models/pay.bin` and, last, `models/manifest.json`. The same market gives the same bytes.
 *
 * @throws {MarketError} when the market or its title model is missing, damaged or of another version
 */
export async function trainPay({
  out = SHIPPED_MARKET,
  progress,
}: PayTrainingRequest): Promise<ModelManifest & { readonly pay: PayModelEntry }> {
  const folder = join(out, 'models');
  const { titles } = await readModelManifest(folder);
  const store = await openStore(out, { textVersion: TEXT_VERSION });
  try {
    const request = { store, classify: await classifierOf(store, out), progress };
    const crossFits = await openCrossFits(request);
    const fitted = await fitPayModel(request, crossFits);
    const evaluation = payScores(scoredPoints(crossFits.filed), scoredPoints(crossFits.posted));
    const pay: PayModelEntry = {
      ...modelFile(FILE, PAY_RECIPE.version, fitted.bytes),
      recipe: PAY_RECIPE,
      date: fitted.description.date,
      titleModel: titles.version,
      filed: basisOf(fitted.description.filed),
      posted: basisOf(fitted.description.posted),
      evaluation: roundedScores(evaluation),
    };
    const manifest = { schema: 'goingrate.models/1' as const, textVersion: TEXT_VERSION, titles, pay };
    await writeModel(folder, { file: FILE, bytes: fitted.bytes }, manifest);
    progress.done();
    return manifest;
  } finally {
    await store.close();
  }
}

async function classifierOf(store: Store, directory: string): Promise<Classify> {
  const model = await openTitleModel(directory);
  const phrases = await store.read(select('roles', ['role', 'name', 'family', 'familyName', 'match', 'phrase']));
  const catalogue = buildCatalogue(phrases as readonly RolePhrase[]);
  return async (title) => classifyTitle(title, { catalogue, model });
}

function basisOf(basis: BasisDescription | null): PayModelBasis | null {
  if (basis === null) return null;
  const { sources, n, employers, roles, occupations } = basis;
  return { sources, n, employers, roles: Object.keys(roles).length, occupations: Object.keys(occupations).length };
}
