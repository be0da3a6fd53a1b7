import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { payRow } from '../../test/fixtures/market-rows.js';
import { silentProgress } from '../core/ports.js';
import { select } from '../query/plan.js';
import { openStore } from '../store/duckdb/store.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import { readManifest, writeManifest } from '../store/manifest.js';
import type { Manifest, Workshop } from '../store/port.js';
import { assembleMarket } from './assemble-market.js';
import type { Connector, DraftRow, ReadContext } from './connector.js';
import { FetchFailure } from './fetch/fetch-failure.js';
import { requiredNumber, requiredText } from './fields.js';
import { layoutsOf, readLayouts } from './layouts.js';
import { type RereadRequest, rereadSources } from './reread.js';
import { readReviewedLists } from './reviewed.js';

const REVIEWED = resolve(import.meta.dirname, '..', '..', 'reviewed');

let folder: string;
let workshop: Workshop;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reread-'));
  workshop = await openWorkshop({ threads: 1 });
  await writeEmptyMarket();
  await put('occ/occ_2024.csv', 'soc,title\n11-1011,Chiefs\n15-1252,Developers\n');
  await put('filed/filed.csv', 'employer,soc,pay\nAcme,11-1011,200000\nHidden,15-1252,150000\n');
  await put('boards/boards.csv', 'employer,pay\nAcme,210000\nBeta,120000\n');
  await update(['names', 'occ', 'filed', 'boards']);
});

afterEach(async () => {
  await workshop.close();
  await rm(folder, { recursive: true, force: true });
});

const market = () => join(folder, 'market');

async function writeEmptyMarket(): Promise<void> {
  await mkdir(market());
  const empty = { schema: 'goingrate.market/1', textVersion: 'x', asOf: '2026-01-01', sources: [], files: [] } as const;
  await writeManifest(market(), empty);
}

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, 'raw', path)), { recursive: true });
  await writeFile(join(folder, 'raw', path), text);
}

function source(
  id: string,
  read: (context: ReadContext) => Promise<Partial<Record<string, unknown>>>,
  more: Partial<Connector> = {},
) {
  const count = (tables: object) => Object.values(tables).reduce((sum: number, rows) => sum + (rows as []).length, 0);
  return {
    id,
    name: `The ${id}`,
    publisher: 'Office',
    address: 'https://www.example.org/',
    licence: 'Public domain',
    attribution: null,
    modifications: 'None.',
    vintage: '2026',
    ships: true,
    cadence: 'yearly',
    downloads: [],
    obtain: 'Ask.',
    async read(context) {
      const tables = await read(context);
      return { tables, rowsIn: count(tables), rowsKept: count(tables), excluded: [], newest: '2026-05-31' };
    },
    ...more,
  } as Connector;
}

const offer = (employer: string, pay: string | null, soc: string | null): DraftRow<'pay'> => {
  const { source: _, ...row } = payRow({
    soc,
    annualLow: requiredNumber(pay, 'pay'),
    annualHigh: requiredNumber(pay, 'pay'),
  });
  return { ...row, employer };
};

const CONNECTORS: readonly Connector[] = [
  source('names', async () => ({ roles: [] })),
  source('occ', async ({ raw }) => {
    const files = (await raw.list('occ')).map((name) => `occ/${name}`);
    const rows = await raw.records(files, ['soc', 'title']);
    return {
      occupations: rows.map(({ soc, title }) => ({
        soc: requiredText(soc, 'soc'),
        title: requiredText(title, 'title'),
        major: '11-0000',
        majorTitle: 'm',
        broad: '11-1010',
        broadTitle: 'b',
        jobZone: null,
      })),
    };
  }),
  source(
    'filed',
    async ({ raw, readers, gathered }) => {
      const known = new Set(gathered('occupations').map(({ soc }) => soc));
      const rows = await raw.records('filed/filed.csv', ['employer', 'soc', 'pay']);
      const kept = rows.filter(({ soc }) => known.has(soc!));
      return { pay: kept.map(({ employer, soc, pay }) => offer(readers.employerKey(employer!), pay, soc)) };
    },
    { after: ['occ'] },
  ),
  source('boards', async ({ raw, readers }) => {
    const rows = await raw.records('boards/boards.csv', ['employer', 'pay']);
    const key = (name: string | null) => readers.employerKey(requiredText(name, 'employer'));
    return {
      pay: rows.map(({ employer, pay }) => offer(key(employer), pay, null)),
      employers: rows.map(({ employer }) => ({ employer: key(employer), name: employer })),
    };
  }),
  source(
    'extra',
    async ({ raw }) => ({
      employers: (await raw.records('extra/e.csv', ['a'])).map(() => ({ employer: 'acme', name: 'Acme' })),
    }),
    {
      ships: false,
      after: ['never'],
    },
  ),
];

async function reread(ids: readonly string[], more: Partial<RereadRequest> = {}) {
  const store = await openStore(market());
  try {
    return await rereadSources({
      store,
      layouts: await readLayouts(market()),
      connectors: CONNECTORS,
      lists: await readReviewedLists(REVIEWED),
      reviewed: REVIEWED,
      ids: new Set(ids),
      missed: new Map(),
      locate: (path) => join(folder, 'raw', path),
      workshop,
      progress: silentProgress,
      signal: new AbortController().signal,
      ...more,
    });
  } finally {
    await store.close();
  }
}

/** Rereads and puts the market together; what became of each source. */
async function update(
  ids: readonly string[],
  more: Partial<RereadRequest> = {},
  signal = new AbortController().signal,
) {
  const { read, outcomes, employers } = await reread(ids, more);
  const before = await readManifest(market());
  const fresh = new Set(read.map(({ connector }) => connector.id));
  if (read.length > 0) {
    await assembleMarket({
      out: market(),
      kept: before.sources
        .filter(({ id }) => !fresh.has(id))
        .map((kept) => ({
          source: kept,
          files: before.files.filter((file) => file.source === kept.id),
          directory: market(),
        })),
      read,
      employers,
      connectors: CONNECTORS,
      layouts: new Map([...(await readLayouts(market())), ...layoutsOf(read)]),
      models: [market()],
      workshop,
      progress: silentProgress,
      signal,
      seal: async (directory: string, manifest: Manifest) => {
        await writeManifest(directory, manifest);
        return manifest;
      },
      beforeCommit: async () => {},
    });
  }
  return Object.fromEntries(outcomes.map(({ id, status }) => [id, status]));
}

async function checksums(): Promise<Record<string, string>> {
  const { files } = await readManifest(market());
  return Object.fromEntries(files.map(({ path, sha256 }) => [path, sha256]));
}

async function employersOf(sourceId: string): Promise<(number | null)[]> {
  const store = await openStore(market());
  const rows = await store.read(select('pay', ['employer', 'annualLow'], [{ column: 'source', is: sourceId }]));
  await store.close();
  return [...rows].sort((a, b) => a.annualLow - b.annualLow).map(({ employer }) => employer);
}

const ALL = ['names', 'occ', 'filed', 'boards'];

describe('rereading a market', () => {
  it('leaves sources alone whose files are as they were', async () => {
    expect(await update(ALL)).toEqual({
      names: 'unchanged',
      occ: 'unchanged',
      filed: 'unchanged',
      boards: 'unchanged',
    });
  });

  it('reads what changed and keeps every other table byte for byte', async () => {
    const before = await checksums();
    await put('boards/boards.csv', 'employer,pay\nAcme,210000\nGamma,130000\n');
    expect(await update(ALL)).toMatchObject({ boards: 'updated', occ: 'unchanged', filed: 'unchanged' });
    const { 'pay/boards.parquet': pay, 'employers/boards.parquet': names, ...others } = await checksums();
    expect(before).toMatchObject(others);
    expect([pay, names]).not.toContain(before['pay/boards.parquet']);
    expect((await readManifest(market())).sources.map(({ id }) => id)).toEqual(ALL);
  });

  it('gives named employers their ids, and new ones ids above the largest', async () => {
    const [beta, acme] = await employersOf('boards');
    await put('boards/boards.csv', 'employer,pay\nAcme,210000\nBeta,120000\nGamma,130000\n');
    await update(['boards']);
    expect(await employersOf('boards')).toEqual([beta, 4, acme]);
    expect((await employersOf('filed'))[1]).toBe(acme);
  });

  it('gives an employer that no table names a new id when its source is read anew', async () => {
    const [hidden, acme] = await employersOf('filed');
    await put('filed/filed.csv', 'employer,soc,pay\nAcme,11-1011,200000\nHidden,15-1252,150001\n');
    await update(['filed']);
    expect(await employersOf('filed')).toEqual([4, acme]);
    expect(hidden).toBeLessThan(4);
  });

  it('reads sources that rest on a changed one, with rows of unchanged ones from the market', async () => {
    await put('occ/occ_2024.csv', 'soc,title\n11-1011,Chiefs\n');
    expect(await update(['occ'])).toEqual({ occ: 'updated', filed: 'updated' });
    expect(await employersOf('filed')).toHaveLength(1);
    await put('filed/filed.csv', 'employer,soc,pay\nAcme,11-1011,200000\nAcme,11-1011,100000\nNobody,15-1252,1\n');
    expect(await update(['filed'])).toEqual({ filed: 'updated' });
    expect(await employersOf('filed')).toHaveLength(2);
  });

  it('keeps a source that rests on a changed one when its own files are not here', async () => {
    await put('occ/occ_2024.csv', 'soc,title\n11-1011,Chiefs\n');
    await rm(join(folder, 'raw', 'filed'), { recursive: true });
    expect(await update(['occ'])).toEqual({ occ: 'updated', filed: 'dependent' });
    expect(await employersOf('filed')).toHaveLength(2);
  });

  it('takes a further vintage', async () => {
    await put('occ/occ_2025.csv', 'soc,title\n15-2051,Data scientists\n');
    expect(await update(['occ'])).toMatchObject({ occ: 'updated' });
    expect((await reread(['occ'])).outcomes[0]).toMatchObject({ status: 'unchanged', before: { rows: 3 } });
  });

  it('goes on when one source fails, which keeps its rows', async () => {
    const before = await checksums();
    await put('occ/occ_2024.csv', 'soc,name\n11-1011,Chiefs\n');
    await put('boards/boards.csv', 'employer,pay\nAcme,1\n');
    const { outcomes } = await reread(ALL);
    expect(outcomes.find(({ id }) => id === 'occ')).toMatchObject({
      status: 'failed',
      failure: { code: 'SOURCE_COLUMN_MISSING', message: expect.stringContaining("'name' is new") },
    });
    expect(await update(ALL)).toMatchObject({ occ: 'failed', filed: 'unchanged', boards: 'updated' });
    expect((await checksums())['occupations/occ.parquet']).toBe(before['occupations/occ.parquet']);
  });

  it('does not read a source whose files could not be fetched', async () => {
    await put('boards/boards.csv', 'employer,pay\nAcme,1\n');
    const failure = new FetchFailure('FETCH_GONE', 'Nothing there.', 'Look elsewhere.');
    expect(await update(ALL, { missed: new Map([['boards', failure]]) })).toMatchObject({ boards: 'failed' });
  });

  it('says that no file of a source is here', async () => {
    await rm(join(folder, 'raw', 'boards'), { recursive: true });
    expect(await update(ALL)).toMatchObject({ boards: 'absent' });
  });

  it('warns of rows that fell, older data and new columns', async () => {
    await put('boards/boards.csv', 'employer,pay,bonus\nAcme,210000,1\n');
    const shrunk = await reread(['boards']);
    expect(shrunk.outcomes[0]!.warnings).toEqual(["has new columns, which are not read: 'bonus'"]);
    await put('boards/boards.csv', `employer,pay\n${'Acme,210000\n'.repeat(5)}`);
    await update(['boards']);
    await put('boards/boards.csv', 'employer,pay\nAcme,210000\n');
    expect((await reread(['boards'])).outcomes[0]!.warnings[0]).toContain('fell from 10 to 2');
  });

  it('refuses a source that rests on one the market does not hold', async () => {
    await put('extra/e.csv', 'a\n1\n');
    const { outcomes } = await reread(['extra']);
    expect(outcomes).toMatchObject([{ status: 'failed', failure: { code: 'SOURCE_NEEDED' } }]);
  });

  it('gives the same bytes as reading everything together', async () => {
    await put('occ/occ_2024.csv', 'soc,title\n15-1252,Developers\n11-1011,Chiefs\n15-2051,Data scientists\n');
    await update(ALL);
    const [step, files] = [await checksums(), await readdir(market())];
    await rm(market(), { recursive: true });
    await writeEmptyMarket();
    await update(ALL);
    expect((await checksums())['occupations/occ.parquet']).toBe(step['occupations/occ.parquet']);
    expect(await readdir(market())).toEqual(files);
  });

  it('leaves the market as it was when it is stopped', async () => {
    const before = await readFile(join(market(), 'manifest.json'), 'utf8');
    await put('boards/boards.csv', 'employer,pay\nAcme,1\n');
    await expect(update(ALL, {}, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(await readFile(join(market(), 'manifest.json'), 'utf8')).toBe(before);
    expect((await readdir(folder)).sort()).toEqual(['market', 'raw']);
    await expect(reread(ALL, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
