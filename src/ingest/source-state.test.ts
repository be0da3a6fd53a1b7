import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Download } from './connector.js';
import { fingerprint } from './raw-reader.js';
import { stateOf } from './source-state.js';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'state-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

const locate = (path: string) => join(folder, path);

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(locate(path)), { recursive: true });
  await writeFile(locate(path), text);
}

async function entryOf(...paths: string[]) {
  return { inputs: await Promise.all(paths.map(async (path) => ({ path, ...(await fingerprint(locate(path))) }))) };
}

const download = (path: string): Download => ({ address: 'https://x.example.org/', path, type: 'text', maxBytes: 1 });
const none = { downloads: [] };

describe('stateOf', () => {
  it('is unchanged while all files have their checksums', async () => {
    await put('pay/pay_2024.csv', 'a\n1\n');
    await put('pay/PROVENANCE.md', 'not read');
    expect(await stateOf(none, await entryOf('pay/pay_2024.csv'), locate)).toBe('unchanged');
  });

  it.each<[string, () => Promise<void>]>([
    ['a file of the same size with other content', () => put('pay/pay_2024.csv', 'a\n2\n')],
    ['a further year', () => put('pay/pay_2025.csv', 'a\n1\n')],
    ['a file that stands where a download belongs', () => put('pay/pay.xlsx', 'PK')],
    ['one of its files missing', () => rm(locate('pay/areas.csv'))],
  ])('is changed by %s', async (_, change) => {
    await put('pay/pay_2024.csv', 'a\n1\n');
    await put('pay/areas.csv', 'a\n');
    const entry = await entryOf('pay/pay_2024.csv', 'pay/areas.csv');
    await change();
    expect(await stateOf({ downloads: [download('pay/pay.xlsx')] }, entry, locate)).toBe('changed');
  });

  it('sees a further day in a folder of its own', async () => {
    await put('radar/jobs/dt=2026-08-01/part.parquet', 'x');
    const entry = await entryOf('radar/jobs/dt=2026-08-01/part.parquet');
    expect(await stateOf(none, entry, locate)).toBe('unchanged');
    await put('radar/jobs/dt=2026-08-02/part.parquet', 'y');
    expect(await stateOf(none, entry, locate)).toBe('changed');
  });

  it('is absent where nothing of it is here', async () => {
    await put('pay/pay.csv', 'a\n');
    const entry = await entryOf('pay/pay.csv');
    await rm(locate('pay'), { recursive: true });
    expect(await stateOf({ downloads: [download('pay/pay.xlsx')] }, entry, locate)).toBe('absent');
  });

  it('of a source that the market does not hold is for its connector to find out', async () => {
    expect(await stateOf({ downloads: [download('pay/pay.csv')] }, null, locate)).toBe('changed');
  });
});
