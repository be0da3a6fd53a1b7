/** Trains the title model and writes it into a market directory. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { gatherTitleTraining, type TitleTraining, type TrainingSource } from '../ingest/title-training.js';
import { evaluateTitles, type TitleScores } from '../models/titles/evaluate.js';
import { fitTitles, placedListings } from '../models/titles/fit.js';
import { RECIPE, type Recipe } from '../models/titles/recipe.js';
import { titlePairs } from '../models/titles/training-rows.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import { TEXT_VERSION } from '../text/index.js';
import { REVIEWED_LISTS, SHIPPED_MARKET } from './paths.js';

export interface TitleTrainingRequest {
  /** Folder with one folder of raw files per source. */
  readonly from: string;
  /** Market directory; the shipped market when left out. Only its folder `models` is written. */
  readonly out?: string | undefined;
  readonly progress: Progress;
}

/** What `models/manifest.json` says of the trained models. */
export interface ModelManifest {
  readonly schema: 'goingrate.models/1';
  readonly textVersion: string;
  readonly titles: {
    readonly file: 'titles.bin';
    readonly version: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly recipe: Recipe;
    /** Rows the model was trained on, by source. */
    readonly sources: readonly TrainingSource[];
    /** Employer x title pairs the shipped model was trained on. */
    readonly pairs: number;
    /** Scores of the same recipe on employers left out. */
    readonly evaluation: TitleScores;
  };
}

const FILE = 'titles.bin';
const MANIFEST = 'manifest.json';

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
  const manifest: ModelManifest = {
    schema: 'goingrate.models/1',
    textVersion: TEXT_VERSION,
    titles: {
      file: FILE,
      version: RECIPE.version,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      recipe: RECIPE,
      sources: training.sources,
      pairs: pairs.length,
      evaluation: rounded(evaluation),
    },
  };
  const folder = join(request.out ?? SHIPPED_MARKET, 'models');
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, FILE), bytes);
  await replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
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

/** Scores to six decimals: more of them say nothing, and their last digits could differ between machines. */
function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, held: unknown) =>
    typeof held === 'number' ? Math.round(held * 1e6) / 1e6 : held,
  ) as T;
}

/** A reader finds the old file or the new one, never half of it. */
async function replaceFile(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (failure) {
    await rm(unfinished, { force: true });
    throw failure;
  }
}
