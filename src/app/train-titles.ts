/** Trains the title model and writes it into a market directory. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { gatherTitleTraining, type TitleTraining } from '../ingest/title-training.js';
import { evaluateTitles } from '../models/titles/evaluate.js';
import { fitTitles, placedListings } from '../models/titles/fit.js';
import { RECIPE } from '../models/titles/recipe.js';
import { titlePairs } from '../models/titles/training-rows.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import { type ModelManifest, manifestOfTitles, modelFile, roundedScores, writeModel } from './model-manifest.js';
import { REVIEWED_LISTS, SHIPPED_MARKET } from './paths.js';

const FILE = 'titles.bin';

export interface TitleTrainingRequest {
  /** Folder with one folder of raw files per source. */
  readonly from: string;
  /** Market directory; the shipped market when left out. Only its folder `models` is written. */
  readonly out?: string | undefined;
  readonly progress: Progress;
}

/**
 * Trains, calibrates and scores the recipe on folds of employers, then trains it on all employers with the
 * calibration of the folds, and writes `models/titles.bin` and, last, `models/manifest.json`. The same files give
 * the same bytes.
 *
 * @throws {UsageError} MISSING_RAW_FOLDER
 * @throws {SourceError} when a raw file is missing or not what its publisher documents
 */
export async function trainTitles(request: TitleTrainingRequest): Promise<ModelManifest> {
  const { progress } = request;
  const training = await readTitleTraining(request.from, progress);
  const evaluation = evaluateTitles(training, RECIPE, progress);
  const pairs = titlePairs(training);
  const { occupations } = training;
  const fitted = fitTitles(
    { occupations, pairs, listings: placedListings(occupations, training.listed) },
    RECIPE,
    (pass) => progress.step(`Training on all employers, pass ${pass} of ${RECIPE.network.passes}`),
  );
  const bytes = fitted.write(evaluation.calibration);
  const manifest = manifestOfTitles({
    ...modelFile(FILE, RECIPE.version, bytes),
    recipe: RECIPE,
    sources: training.sources,
    pairs: pairs.length,
    evaluation: roundedScores(evaluation),
  });
  await writeModel(join(request.out ?? SHIPPED_MARKET, 'models'), { file: FILE, bytes }, manifest);
  progress.done();
  return manifest;
}

/**
 * What the title model is trained on, read from the publishers' files.
 *
 * @throws {UsageError} MISSING_RAW_FOLDER
 * @throws {SourceError} when a raw file is missing or not what its publisher documents
 */
export async function readTitleTraining(from: string, progress: Progress): Promise<TitleTraining> {
  const folder = await stat(from).catch(() => null);
  if (folder === null || !folder.isDirectory()) {
    throw new UsageError(
      'MISSING_RAW_FOLDER',
      `There is no folder of raw sources at "${from}".`,
      'Give --from the folder that holds one folder per source; docs/sources.md names them.',
    );
  }
  const workshop = await openWorkshop();
  try {
    return await gatherTitleTraining({ from, reviewed: REVIEWED_LISTS, workshop, progress });
  } finally {
    await workshop.close();
  }
}
