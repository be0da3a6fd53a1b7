import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { prepareSwap } from './directory-swap.js';

let folder: string;
let target: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'swap-'));
  target = join(folder, 'market');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function oldMarket(): Promise<void> {
  await mkdir(target);
  await writeFile(join(target, 'manifest.json'), 'old');
}

describe('prepareSwap', () => {
  it('puts the finished directory in place and leaves nothing beside it', async () => {
    await oldMarket();
    const building = await prepareSwap(target, 'manifest.json');
    await writeFile(join(building.directory, 'manifest.json'), 'new');
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe('old');
    await building.commit();
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe('new');
    expect(await readdir(folder)).toEqual(['market']);
  });

  it('leaves the old directory alone when a build is abandoned', async () => {
    await oldMarket();
    const building = await prepareSwap(target, 'manifest.json');
    await writeFile(join(building.directory, 'manifest.json'), 'half');
    await building.abandon();
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe('old');
    expect(await readdir(folder)).toEqual(['market']);
  });

  it('clears what a build killed while writing left behind', async () => {
    await oldMarket();
    const killed = await prepareSwap(target, 'manifest.json');
    await writeFile(join(killed.directory, 'pay'), 'half');
    const building = await prepareSwap(target, 'manifest.json');
    expect(await readdir(building.directory)).toEqual([]);
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe('old');
  });

  it('restores the old directory of a build killed between its two renames', async () => {
    await oldMarket();
    await rename(target, join(folder, '.market.previous'));
    await prepareSwap(target, 'manifest.json');
    expect(await readFile(join(target, 'manifest.json'), 'utf8')).toBe('old');
  });

  it('refuses to replace a directory that holds something else', async () => {
    await mkdir(target);
    await writeFile(join(target, 'thesis.txt'), 'years of work');
    await expect(prepareSwap(target, 'manifest.json')).rejects.toMatchObject({ code: 'NOT_REPLACEABLE', exitCode: 2 });
    expect(await readdir(target)).toEqual(['thesis.txt']);
  });

  it('takes an empty directory or none', async () => {
    await mkdir(target);
    await (await prepareSwap(target, 'manifest.json')).commit();
    expect(await readdir(folder)).toEqual(['market']);
  });
});
