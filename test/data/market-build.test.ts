import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildMarketFrom } from '../../src/app/build-market.js';
import { silentProgress } from '../../src/core/ports.js';
import { fingerprint, RawReader } from '../../src/ingest/raw-reader.js';
import { parseSalaries } from '../../src/ingest/sources/ai-jobs/parse.js';
import { advertisedRanges } from '../../src/ingest/sources/ai-jobs/ranges.js';
import { parseFilings } from '../../src/ingest/sources/h1b-lca/parse.js';
import { openWorkshop } from '../../src/store/duckdb/workshop.js';
import type { Manifest } from '../../src/store/port.js';
import { describeNeeding, sharedData } from '../capabilities.js';

const ROOT = resolve(import.meta.dirname, '..', '..');
/** Milliseconds a few builds may take on a busy machine: a guard against hanging, not a target. */
const BUILDING = 900_000;
/** Larger than this, the market is too heavy to ship. */
const MOST_BYTES = 25_000_000;

function build(out: string, threads: number): Promise<Manifest> {
  return buildMarketFrom({ from: sharedData!, out, threads, progress: silentProgress });
}

/** Checksum of every file below a directory, by path. */
async function fingerprints(directory: string): Promise<Record<string, string>> {
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const sums = await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(directory.length + 1).replaceAll('\\', '/'), (await fingerprint(path)).sha256] as const;
    }),
  );
  return Object.fromEntries(sums.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describeNeeding(['data'], 'a market built from the raw sources', () => {
  let folder: string;
  let first: string;
  let manifest: Manifest;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'market-'));
    first = join(folder, 'first');
    manifest = await build(first, 2);
  }, BUILDING);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const source = (id: string) => manifest.sources.find((entry) => entry.id === id)!;
  const rows = (path: string) => manifest.files.find((file) => file.path === path)!.rows;

  async function read<const C extends string>(path: string, columns: readonly C[]) {
    const workshop = await openWorkshop({ threads: 1 });
    try {
      return await workshop.readRaw([join(first, path)], columns, { format: 'parquet' });
    } finally {
      await workshop.close();
    }
  }

  async function withRaw<T>(use: (raw: RawReader) => Promise<T>): Promise<T> {
    const workshop = await openWorkshop({ threads: 2 });
    try {
      return await use(new RawReader(sharedData!, workshop));
    } finally {
      await workshop.close();
    }
  }

  it(
    'has the same bytes three times, whatever the number of threads',
    async () => {
      const sums = await fingerprints(first);
      for (const threads of [1, 3]) {
        const again = join(folder, `threads-${threads}`);
        await build(again, threads);
        expect(await fingerprints(again)).toEqual(sums);
      }
    },
    BUILDING,
  );

  it('is the market that ships', async () => {
    expect(await fingerprints(join(ROOT, 'market'))).toEqual(await fingerprints(first));
  });

  it('is light enough to ship', () => {
    expect(manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_BYTES);
  });

  it('lists every file it holds, and no other', async () => {
    const listed = [...manifest.files.map(({ path }) => path), 'LICENSES.md', 'layouts.json', 'manifest.json'].sort();
    const found = Object.keys(await fingerprints(first)).sort();
    expect(found.filter((path) => !path.startsWith('models/'))).toEqual(listed);
    expect(JSON.parse(await readFile(join(first, 'manifest.json'), 'utf8'))).toEqual(manifest);
  });

  it('accounts for every row of every source', () => {
    for (const { id, rowsIn, rowsKept, excluded } of manifest.sources) {
      expect([id, excluded.reduce((sum, { count }) => sum + count, rowsKept)]).toEqual([id, rowsIn]);
    }
  });

  it.each([
    ['ai-jobs', 151_445],
    ['h1b-lca', 87_003],
    ['tech-salary-radar', 16_626],
    ['ashby-boards', 11_557],
    ['uber-careers', 1_464],
    ['usajobs', 2_215],
    ['oflc-wages', 449_440],
    ['indeed-postings', 1_007_279],
    ['ons-ashe', 110_343],
    ['world-earnings', 116_769],
    ['eci', 39],
    ['oews-state', 70_650],
    ['oews-national', 12_431],
    ['bls-projections', 832],
    ['oflc-areas', 3_275],
    ['gpts-are-gpts', 923],
    ['microsoft-ai-applicability', 785],
    ['cpi', 1_360],
    ['indeed-wages', 2_640],
    ['fed-h10', 17_237],
  ])('reads as many rows of %s as its publisher gives', (id, rowsIn) => {
    expect(source(id).rowsIn).toBe(rowsIn);
  });

  it('speaks as of the newest posting', () => {
    expect(manifest.asOf).toBe('2026-08-08');
  });

  it('finds the known ranges and single figures of the salary index', async () => {
    const ranges = advertisedRanges((await withRaw(parseSalaries)).rows);
    const pairs = source('ai-jobs').excluded.find(({ reason }) => reason.startsWith('second row'))!.count;
    expect([pairs, ranges.length - pairs]).toEqual([75_187, 1_071]);
  });

  it('holds the twelve rows of "Machine Learning Lead" in the United States as six ranges, four of them distinct', async () => {
    const pay = await read('pay/ai-jobs.parquet', ['title', 'country', 'low_minor', 'high_minor', 'repeats', 'level']);
    const lead = pay.filter(({ title, country }) => title === 'machine learning lead' && country === 'US');
    const ends = lead.flatMap((row) =>
      Array(Number(row.repeats)).fill([Number(row.low_minor), Number(row.high_minor)]),
    );
    expect(ends).toHaveLength(6);
    expect(new Set(ends.map(String)).size).toBe(4);
    expect(ends.flat().reduce((sum: number, minor: number) => sum + minor, 0) / 12 / 100).toBeCloseTo(156_401.33, 2);
    expect(new Set(lead.map(({ level }) => level))).toEqual(new Set(['lead']));
  });

  it('reproduces the filings of senior machine-learning titles', async () => {
    const wages = (await withRaw(parseFilings)).filings
      .filter(({ title }) => /machine learning|\bml\b/i.test(title))
      .filter(({ title }) => /\b(lead|leader|principal|staff|manager|director|head)\b/i.test(title))
      .map(({ wage, unit }) => wage * (unit === 'Hour' ? 2080 : 1))
      .sort((a, b) => a - b);
    expect(wages).toHaveLength(67);
    expect(wages[33]).toBe(195_000);
  });

  it('keeps every certified filing, and no name of a filer', async () => {
    const pay = await read('pay/h1b-lca.parquet', ['repeats', 'employer']);
    expect(pay.reduce((sum, { repeats }) => sum + Number(repeats), 0)).toBe(87_003);
    expect(pay.every(({ employer }) => /^\d+$/.test(employer ?? ''))).toBe(true);
    expect(manifest.files.filter(({ table }) => table === 'employers').map(({ source: id }) => id)).toEqual([
      'ashby-boards',
      'tech-salary-radar',
      'uber-careers',
      'usajobs',
    ]);
  });

  it('holds the official figures of data scientists, May 2025', async () => {
    const official = await read('official/oews-national.parquet', [
      'soc',
      'year',
      'jobs',
      'mean',
      'p50',
      'capped_from',
    ]);
    const found = official.find(({ soc, year }) => soc === '15-2051' && year === '2025');
    expect(found).toMatchObject({ jobs: '262440', mean: '126800', p50: '120230', capped_from: null });
  });

  it('gives every stated occupation an official figure or a name', async () => {
    const known = new Set((await read('occupations/soc.parquet', ['soc'])).map(({ soc }) => soc));
    for (const path of ['software/onet.parquet', 'pay/h1b-lca.parquet']) {
      const unknown = (await read(path, ['soc'])).filter(({ soc }) => soc !== null && !known.has(soc));
      expect([path, unknown]).toEqual([path, []]);
    }
    expect(rows('occupations/soc.parquet')).toBe(known.size);
  });

  it('states every posted and filed offer as a range in order', async () => {
    for (const id of ['ai-jobs', 'h1b-lca', 'tech-salary-radar']) {
      const pay = await read(`pay/${id}.parquet`, ['annual_low', 'annual_high', 'seen_from', 'seen_to']);
      const wrong = pay.filter(
        (row) => Number(row.annual_low) > Number(row.annual_high) || row.seen_from! > row.seen_to!,
      );
      expect([id, wrong]).toEqual([id, []]);
    }
  });
});
