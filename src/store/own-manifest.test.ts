import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  OWN_MANIFEST_FILE,
  OWN_MANIFEST_SCHEMA,
  type OwnManifest,
  readOwnManifest,
  writeOwnManifest,
} from './own-manifest.js';

const ID = '0123456789abcdef';

const MANIFEST: OwnManifest = {
  schema: OWN_MANIFEST_SCHEMA,
  textVersion: '2',
  imports: [
    {
      id: ID,
      fileName: 'offers.csv',
      kind: 'advertised',
      bytes: 10,
      sha256: 'a'.repeat(64),
      mapping: {
        'offers.csv': {
          kind: 'advertised',
          columns: { title: 'Job' },
          constants: { country: 'DE' },
          decimal: ',',
          dateOrder: null,
        },
      },
      rows: 3,
      imported: 1,
      repeated: 1,
      quarantined: 1,
      reasons: [{ reason: 'no title', count: 1 }],
      quarantine: `quarantine/${ID}.csv`,
      period: { from: '2026-01-01', to: '2026-01-31' },
    },
  ],
  files: [{ path: `pay/${ID}.parquet`, table: 'pay', source: ID, rows: 1, bytes: 5, sha256: 'b'.repeat(64) }],
};

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'goingrate-manifest-'));
});
afterEach(() => rm(directory, { recursive: true }));

describe('the manifest of own data', () => {
  it('is read as it was written, and there is none at first', async () => {
    expect(await readOwnManifest(directory)).toBe(null);
    expect(await readOwnManifest(join(directory, 'absent'))).toBe(null);
    await writeOwnManifest(directory, MANIFEST);
    expect(await readOwnManifest(directory)).toEqual(MANIFEST);
    await writeOwnManifest(directory, { ...MANIFEST, imports: [], files: [] });
    expect((await readOwnManifest(directory))?.imports).toEqual([]);
  });

  const one = MANIFEST.imports[0]!;
  it.each([
    ['cut off', (text: string) => text.slice(0, 300), 'OWN_MARKET_DAMAGED', 'is not JSON'],
    ['empty', () => '', 'OWN_MARKET_DAMAGED', 'is not JSON'],
    ['a list', () => '[]', 'OWN_MARKET_DAMAGED', 'must be an object'],
    ['of another version', (text: string) => text.replace('own/1', 'own/2'), 'OWN_MARKET_VERSION', 'goingrate.own/2'],
    ['pointing outside', (text: string) => text.replace(`pay/${ID}`, '../x'), 'OWN_MARKET_DAMAGED', 'files[0].path'],
    [
      'with a negative count',
      (text: string) => text.replace('"rows": 3', '"rows": -3'),
      'OWN_MARKET_DAMAGED',
      'imports[0].rows',
    ],
    [
      'with an odd period',
      (text: string) => text.replace('2026-01-31', 'May'),
      'OWN_MARKET_DAMAGED',
      'imports[0].period',
    ],
    [
      'with an odd mapping',
      (text: string) => text.replace('"decimal": ","', '"decimal": ";"'),
      'OWN_MARKET_DAMAGED',
      'mapping',
    ],
    [
      'with something unknown',
      (text: string) => text.replace('"bytes": 10', '"bytes": 10, "extra": 1'),
      'OWN_MARKET_DAMAGED',
      'extra',
    ],
  ])('is refused when it is %s', async (_, change, code, message) => {
    await writeOwnManifest(directory, MANIFEST);
    const path = join(directory, OWN_MANIFEST_FILE);
    const text = await readFile(path, 'utf8');
    expect(change(text)).not.toBe(text);
    await writeFile(path, change(text));
    await expect(readOwnManifest(directory)).rejects.toMatchObject({
      name: 'MarketError',
      code,
      message: expect.stringContaining(message),
      remedy: expect.stringMatching(/import your files again/),
    });
  });

  it('is never written wrong', async () => {
    const wrong = { ...MANIFEST, imports: [{ ...one, id: '../../x' }] };
    await expect(writeOwnManifest(directory, wrong)).rejects.toMatchObject({ code: 'INVALID_MANIFEST' });
    expect(await readOwnManifest(directory)).toBe(null);
  });
});
