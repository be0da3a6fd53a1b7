import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readLayouts, writeLayouts } from './layouts.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'layouts-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('layouts', () => {
  it('come back as they were written, in the order of the ids', async () => {
    await writeLayouts(
      folder,
      new Map([
        ['b', ['x', '"quoted" \u001b']],
        ['a', ['y']],
      ]),
    );
    expect([...(await readLayouts(folder))]).toEqual([
      ['a', ['y']],
      ['b', ['x', '"quoted" \u001b']],
    ]);
    expect((await readFile(join(folder, 'layouts.json'), 'utf8')).split('\n')).toHaveLength(5);
  });

  it.each([['{"half'], ['null'], ['{"a": 7, "b": ["x"], "c": [1]}']])(
    'that are damaged count as unknown: %s',
    async (text) => {
      await writeFile(join(folder, 'layouts.json'), text);
      expect((await readLayouts(folder)).has('a')).toBe(false);
    },
  );

  it('are none where there is no file', async () => {
    expect((await readLayouts(folder)).size).toBe(0);
  });
});
