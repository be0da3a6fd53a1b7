import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelManifest } from '../../src/app/model-manifest.js';
import { readTitleTraining } from '../../src/app/train-titles.js';
import { silentProgress } from '../../src/core/ports.js';
import { fingerprint } from '../../src/ingest/raw-reader.js';
import type { TitleTraining } from '../../src/ingest/title-training.js';
import { RECIPE } from '../../src/models/titles/recipe.js';
import { titlePairs } from '../../src/models/titles/training-rows.js';
import { readTitleModel, TEXT_VERSION } from '../../src/text/index.js';
import { describeNeeding, sharedData } from '../capabilities.js';

const FOLDER = resolve(import.meta.dirname, '..', '..', 'market', 'models');
const manifest = JSON.parse(await readFile(join(FOLDER, 'manifest.json'), 'utf8')) as ModelManifest;
const RENEW = 'train it again: goingrate market train --from DIR';

describe('the shipped title model', () => {
  it('is the file its manifest describes', async () => {
    const { file, bytes, sha256, version } = manifest.titles;
    expect(await fingerprint(join(FOLDER, file))).toEqual({ bytes, sha256 });
    const model = readTitleModel(await readFile(join(FOLDER, file)));
    expect([model.version, model.textVersion]).toEqual([version, TEXT_VERSION]);
    expect(manifest.textVersion).toBe(TEXT_VERSION);
  });

  it(`is of the recipe (${RENEW})`, () => {
    expect(manifest.titles.recipe).toEqual(RECIPE);
  });

  it('was scored with the calibration it carries', async () => {
    const { tables } = readTitleModel(await readFile(join(FOLDER, manifest.titles.file)));
    expect(tables).toMatchObject(manifest.titles.evaluation.calibration);
  });
});

describeNeeding(['data'], 'what the title model is trained on', () => {
  let training: TitleTraining;
  beforeAll(async () => {
    training = await readTitleTraining(sharedData!, silentProgress);
  });

  it('accounts for every row of every source', () => {
    for (const { id, rowsIn, rowsKept, excluded } of training.sources) {
      expect([id, excluded.reduce((sum, { count }) => sum + count, rowsKept)]).toEqual([id, rowsIn]);
    }
    expect(training.sources[0]).toMatchObject({ id: 'h1b-lca-title-counts', rowsIn: 619_998 });
  });

  it(`is what the shipped model was trained on (${RENEW})`, () => {
    expect(training.sources).toEqual(manifest.titles.sources);
    expect(titlePairs(training)).toHaveLength(manifest.titles.pairs);
  });

  it('has each occupation in its minor group, groups together', () => {
    const minors = training.occupations.map(({ minor }) => minor);
    expect(minors.every((minor) => /^\d\d-\d[0-9]00$/.test(minor))).toBe(true);
    expect(new Set(minors).size).toBe(minors.filter((minor, at) => minor !== minors[at - 1]).length);
    const groups = new Set(minors);
    for (const minor of ['15-1200', '31-1100', '51-5100', '29-1000']) expect(groups).toContain(minor);
  });
});
