import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readManifest, writeManifest } from './manifest.js';
import type { Manifest } from './port.js';

const SHA = 'a'.repeat(64);
const MANIFEST: Manifest = {
  files: [{ sha256: SHA, path: 'exchange-rates/a.parquet', table: 'exchangeRates', source: 'a', rows: 1, bytes: 2 }],
  schema: 'goingrate.market/1',
  asOf: '2025-05-31',
  textVersion: '1',
  sources: [
    {
      id: 'a',
      name: 'A "survey"',
      publisher: 'P',
      address: 'https://example.org/a',
      licence: 'CC0',
      attribution: null,
      vintage: 'May 2025',
      newest: '2025-05-31',
      rowsIn: 3,
      rowsKept: 1,
      excluded: [{ reason: 'no pay', count: 2 }],
      inputs: [{ path: 'a/b.csv', bytes: 1, sha256: SHA }],
    },
  ],
};

describe('manifest', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'goingrate-manifest-'));
  });
  afterAll(() => rm(directory, { recursive: true }));

  it('is read as it was written, with keys in the order of the schema', async () => {
    await writeManifest(directory, MANIFEST);
    const text = await readFile(join(directory, 'manifest.json'), 'utf8');
    expect(
      text.startsWith('{\n  "schema": "goingrate.market/1",\n  "textVersion": "1",\n  "asOf": "2025-05-31",'),
    ).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
    expect(await readManifest(directory)).toEqual(MANIFEST);
    await writeManifest(directory, await readManifest(directory));
    expect(await readFile(join(directory, 'manifest.json'), 'utf8')).toBe(text);
    expect(await readdir(directory)).toEqual(['manifest.json']);
  });

  const source = MANIFEST.sources[0]!;
  it.each([
    ['sources[0].newest must be a date', { ...MANIFEST, sources: [{ ...source, newest: 'May' }] }],
    [
      'sources[0].excluded[0].count must be a count',
      { ...MANIFEST, sources: [{ ...source, excluded: [{ reason: 'x', count: -1 }] }] },
    ],
    ['sources[0].attribution must be text or null', { ...MANIFEST, sources: [{ ...source, attribution: 3 }] }],
    ['made is not known', { ...MANIFEST, made: '2025-06-01' }],
    ['files must be a list', { ...MANIFEST, files: {} }],
  ])('is not written when %s', async (message, manifest) => {
    await expect(writeManifest(directory, manifest as never)).rejects.toMatchObject({
      code: 'INVALID_MANIFEST',
      message: expect.stringContaining(message),
    });
  });
});
