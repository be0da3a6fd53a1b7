/** `models/manifest.json` of a market: what its trained models are, and how they scored. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { MarketError } from '../core/errors.js';
import type { TrainingSource } from '../ingest/title-training.js';
import type { PayRecipe } from '../models/pay/recipe.js';
import type { PayScores } from '../models/pay/scores.js';
import type { TitleScores } from '../models/titles/evaluate.js';
import type { Recipe } from '../models/titles/recipe.js';
import { TEXT_VERSION } from '../text/version.js';

interface ModelFile<F extends string> {
  readonly file: F;
  readonly version: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface TitleModelEntry extends ModelFile<'titles.bin'> {
  readonly recipe: Recipe;
  /** Rows the model was trained on, by source. */
  readonly sources: readonly TrainingSource[];
  /** Employer x title pairs the shipped model was trained on. */
  readonly pairs: number;
  /** Scores of the same recipe on employers left out. */
  readonly evaluation: TitleScores;
}

/** Offers and employers of one basis behind the pay model. */
export interface PayModelBasis {
  readonly sources: readonly string[];
  readonly n: number;
  readonly employers: number;
  /** Roles and occupations for which it predicts. */
  readonly roles: number;
  readonly occupations: number;
}

export interface PayModelEntry extends ModelFile<'pay.bin'> {
  readonly recipe: PayRecipe;
  /** Date to which amounts were carried. */
  readonly date: string;
  /** Version of the title model whose occupations it was fitted with. */
  readonly titleModel: string;
  readonly filed: PayModelBasis | null;
  readonly posted: PayModelBasis | null;
  /** Scores of the same recipe on employers left out. */
  readonly evaluation: PayScores;
}

/** What `models/manifest.json` says of the trained models. */
export interface ModelManifest {
  readonly schema: 'goingrate.models/1';
  readonly textVersion: string;
  readonly titles: TitleModelEntry;
  /** Absent where no pay model was fitted since the titles were trained. */
  readonly pay?: PayModelEntry;
}

const MANIFEST = 'manifest.json';

/** @throws {MarketError} MARKET_MISSING | MARKET_DAMAGED */
export async function readModelManifest(folder: string): Promise<ModelManifest> {
  const path = join(folder, MANIFEST);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    throw new MarketError('MARKET_MISSING', `There is no ${path}.`, RESTORE, { cause });
  }
  try {
    const manifest = JSON.parse(text) as ModelManifest;
    if (manifest.schema === 'goingrate.models/1') return manifest;
  } catch {
    // Told below, as any other content that is no manifest.
  }
  throw new MarketError('MARKET_DAMAGED', `${path} is no manifest of models.`, RESTORE);
}

const RESTORE = 'Restore it from the release, or train the title model with `goingrate market train --only titles`.';

/** Writes a model and then the manifest that names it; each is the old one or the new one, never half of it. */
export async function writeModel(
  folder: string,
  { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
  manifest: ModelManifest,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  await replaceFile(join(folder, file), bytes);
  await replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** How a manifest names a model's file. */
export function modelFile<F extends string>(file: F, version: string, bytes: Uint8Array): ModelFile<F> {
  return { file, version, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** A manifest with the title model alone: a pay model fitted with other titles is out of date. */
export function manifestOfTitles(titles: TitleModelEntry): ModelManifest {
  return { schema: 'goingrate.models/1', textVersion: TEXT_VERSION, titles };
}

/** Scores to six decimals: more of them say nothing, and their last digits could differ between machines. */
export function roundedScores<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, held: unknown) =>
    typeof held === 'number' ? Math.round(held * 1e6) / 1e6 : held,
  ) as T;
}

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
