import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
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
  await writeFile(join(root, 'wages', 'wages.json.gz'), gzipSync('{"mean": 120000}'));
  await writeFile(join(root, 'wages', 'rows.jsonl'), '{"mean": 1}\r\n\n{"mean": 2}');
  await writeFile(join(root, 'wages', 'broken.jsonl.gz'), gzipSync('{"mean": 1}\n{"mean": '));
  workshop = await openWorkshop({ threads: 1 });
});

afterAll(async () => {
  await workshop.close();
  await rm(root, { recursive: true });
});

async function collected(values: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const value of values) all.push(value);
  return all;
}

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

  it('reads JSON and JSON lines, plain and gzip, and accounts for them', async () => {
    const raw = new RawReader(root, workshop);
    expect(await raw.json('wages/wages.json.gz')).toEqual({ mean: 120000 });
    expect(await collected(raw.jsonLines('wages/rows.jsonl'))).toEqual([{ mean: 1 }, { mean: 2 }]);
    expect((await raw.takeInputs()).map(({ path }) => path)).toEqual(['wages/rows.jsonl', 'wages/wages.json.gz']);
  });

  it('names the file, and the line, that is not JSON', async () => {
    const raw = new RawReader(root, workshop);
    await expect(raw.json('wages/wages.csv')).rejects.toMatchObject({
      code: 'SOURCE_UNREADABLE',
      message: 'wages/wages.csv cannot be read: it is not JSON.',
    });
    await expect(collected(raw.jsonLines('wages/broken.jsonl.gz'))).rejects.toThrow(/line 2 is not JSON/);
  });

  it('takes the first of several files that is there', async () => {
    const raw = new RawReader(root, workshop);
    expect(await raw.has('wages/wages.xlsx')).toBe(false);
    expect(await raw.firstOf('wages/wages.xlsx', 'wages/wages.csv')).toBe('wages/wages.csv');
    await expect(raw.firstOf('prices/a.xlsx', 'prices/a.csv')).rejects.toThrow(/prices\/a\.xlsx/);
  });
});
