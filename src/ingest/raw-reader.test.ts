import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkshop } from '../store/duckdb/workshop.js';
import type { Workshop } from '../store/port.js';
import { RawReader } from './raw-reader.js';

let root: string;
let workshop: Workshop;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'raw-'));
  await mkdir(join(root, 'wages'));
  await writeFile(join(root, 'wages', 'wages.csv'), 'code,mean\n15-2051,120000\n');
  workshop = await openWorkshop({ threads: 1 });
});

afterAll(async () => {
  await workshop.close();
  await rm(root, { recursive: true });
});

describe('RawReader', () => {
  it('reads columns as text and accounts for the file once', async () => {
    const raw = new RawReader(root, workshop);
    expect(await raw.records('wages/wages.csv', ['mean'])).toEqual([{ mean: '120000' }]);
    expect(await raw.takeInputs()).toEqual([
      {
        path: 'wages/wages.csv',
        bytes: 25,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
    expect(await raw.takeInputs()).toEqual([]);
  });

  it('names a missing folder', async () => {
    const raw = new RawReader(root, workshop);
    await expect(raw.records('prices/cpi.csv', ['Date'])).rejects.toMatchObject({
      code: 'SOURCE_MISSING',
      exitCode: 1,
      remedy: expect.stringContaining("'prices'"),
    });
    await expect(raw.list('prices')).rejects.toMatchObject({ code: 'SOURCE_MISSING' });
  });

  it('names a renamed column', async () => {
    const raw = new RawReader(root, workshop);
    await expect(raw.records('wages/wages.csv', ['average'])).rejects.toThrow(/'average'/);
  });
});
