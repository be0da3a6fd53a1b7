import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepModels } from './trained-models.js';

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'models-'));
  target = join(folder, 'target');
  await mkdir(target);
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function market(name: string, model: string | null): Promise<string> {
  const place = join(folder, name);
  await mkdir(place);
  if (model !== null) {
    await mkdir(join(place, 'models'));
    await writeFile(join(place, 'models', 'titles.bin'), model);
  }
  return place;
}

describe('keepModels', () => {
  it('takes those of the market that is replaced', async () => {
    await keepModels([await market('replaced', 'own'), await market('shipped', 'shipped')], target);
    expect(await readFile(join(target, 'models', 'titles.bin'), 'utf8')).toBe('own');
  });

  it('takes the shipped ones where nothing is replaced, or a market without models', async () => {
    const shipped = await market('shipped', 'shipped');
    await keepModels([join(folder, 'absent'), await market('bare', null), shipped], target);
    expect(await readFile(join(target, 'models', 'titles.bin'), 'utf8')).toBe('shipped');
  });

  it('leaves the target alone where there are none', async () => {
    await keepModels([join(folder, 'absent')], target);
    expect(await readdir(target)).toEqual([]);
  });
});
