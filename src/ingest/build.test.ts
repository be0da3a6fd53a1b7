import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentProgress } from '../core/ports.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import { buildMarket } from './build.js';

const REVIEWED = resolve(import.meta.dirname, '..', '..', 'reviewed');

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'build-'));
  await mkdir(join(folder, 'market'));
  await writeFile(join(folder, 'market', 'manifest.json'), 'old');
  await mkdir(join(folder, 'raw', 'bls-oews-national'), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function build(reviewed = REVIEWED) {
  const workshop = await openWorkshop({ threads: 1 });
  const [from, out] = [join(folder, 'raw'), join(folder, 'market')];
  try {
    return await buildMarket({
      from,
      out,
      shipped: out,
      reviewed,
      workshop,
      progress: silentProgress,
      seal: async (_, manifest) => manifest,
    });
  } finally {
    await workshop.close();
  }
}

async function expectOldMarket() {
  expect((await readdir(folder)).sort()).toEqual(['market', 'raw']);
  expect(await readFile(join(folder, 'market', 'manifest.json'), 'utf8')).toBe('old');
}

describe('buildMarket', () => {
  it('names the raw folder that is missing and leaves the old market as it was', async () => {
    await expect(build()).rejects.toMatchObject({
      code: 'SOURCE_MISSING',
      message: expect.stringContaining('bls-oews-national'),
    });
    await expectOldMarket();
  });

  it('names the column that is missing and leaves the old market as it was', async () => {
    for (let year = 2017; year <= 2025; year++) {
      const file = join(folder, 'raw', 'bls-oews-national', `national_M${year}_dl.csv`);
      await writeFile(file, 'OCC_CODE,JOBS\n00-0000,1\n');
    }
    await expect(build()).rejects.toMatchObject({ exitCode: 1, message: expect.stringContaining("'TOT_EMP'") });
    await expectOldMarket();
  });

  it('names the reviewed list that is missing', async () => {
    await expect(build(join(folder, 'raw'))).rejects.toMatchObject({ code: 'REVIEWED_MISSING' });
    await expectOldMarket();
  });
});
