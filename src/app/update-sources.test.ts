import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { file, inOrder, LocalServer, status } from '../../test/fetch/local-server.js';
import { silentProgress } from '../core/ports.js';
import type { Connector } from '../ingest/connector.js';
import { connectors as registered } from '../ingest/registry.js';
import type { ReviewedLists } from '../ingest/reviewed.js';
import { readManifest } from '../store/manifest.js';
import type { Manifest } from '../store/port.js';
import { locateHome } from './home.js';
import { listSources, showSource } from './list-sources.js';
import { marketDirectoryInUse } from './market-in-use.js';
import { SHIPPED_MARKET } from './paths.js';
import { removalOf, removeSource } from './remove-source.js';
import { type UpdateRequest, updateSources } from './update-sources.js';

const ADDRESS = 'https://prices.example.org/cpi.csv';
const PRICES = 'month,index\n2026-06-01,336\n2026-07-01,337\n';

let folder: string;
let server: LocalServer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'update-'));
  server = await LocalServer.start();
  server.on(ADDRESS, file(PRICES, { etag: '"one"', type: 'text/csv' }));
});

afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const home = () => locateHome({ GOINGRATE_HOME: join(folder, 'home') });

/** The connector of prices with an invented publisher, an optional source, and all others as they are. */
function connectors(lists: ReviewedLists): Connector[] {
  const others = registered(lists).filter(({ id }) => id !== 'cpi');
  const cpi = registered(lists).find(({ id }) => id === 'cpi')!;
  const path = 'prices/cpi.csv';
  const read: Connector['read'] = async ({ raw }) => {
    const rows = await raw.records(path, ['month', 'index']);
    const series = rows.map(({ month, index }) => ({ series: 'cpi-u', month: month!, value: Number(index), n: null }));
    return {
      tables: { series },
      rowsIn: rows.length,
      rowsKept: rows.length,
      excluded: [],
      newest: rows.at(-1)!.month!,
    };
  };
  const prices: Connector = {
    ...cpi,
    downloads: [{ address: ADDRESS, path, type: 'text', maxBytes: 10_000 }],
    obtain: 'Download the prices into prices.',
    read,
  };
  const wages: Connector = {
    ...prices,
    id: 'wages',
    name: 'Wages of an invented office',
    ships: false,
    downloads: [],
    obtain: 'Ask the office for wages.csv and put it into wages.',
    async read({ raw }) {
      const rows = await raw.records('wages/wages.csv', ['month', 'index']);
      const series = rows.map(({ month, index }) => ({
        series: 'wages',
        month: month!,
        value: Number(index),
        n: null,
      }));
      return { tables: { series }, rowsIn: rows.length, rowsKept: rows.length, excluded: [], newest: '2026-07-31' };
    },
  };
  const offline = others.map((connector) => ({ ...connector, downloads: [] }));
  return [...offline, prices, wages];
}

function update(id: string | null, more: Partial<UpdateRequest> = {}) {
  return updateSources({
    home: home(),
    id,
    from: null,
    dryRun: false,
    version: '1.2.3',
    progress: silentProgress,
    signal: new AbortController().signal,
    say: () => {},
    fetching: { exchange: server.exchange, wait: async () => {} },
    connectors,
    ...more,
  });
}

const removal = (id: string) => ({
  home: home(),
  id,
  progress: silentProgress,
  signal: new AbortController().signal,
  say: () => {},
  connectors,
});

const inUse = () => marketDirectoryInUse(home(), { environment: {} });
const sources = () => listSources({ home: home(), environment: {}, note: () => {}, connectors });

async function statuses(id: string | null, more: Partial<UpdateRequest> = {}) {
  const summary = await update(id, more);
  return Object.fromEntries(summary.sources.map((source) => [source.id, source.status]));
}

function changedFiles(before: Manifest, after: Manifest): string[] {
  const known = new Map(before.files.map(({ path, sha256 }) => [path, sha256]));
  return after.files.filter(({ path, sha256 }) => known.get(path) !== sha256).map(({ path }) => path);
}

describe('updating a source from its publisher', () => {
  it('makes a whole market of what changed and what did not', async () => {
    const summary = await update('cpi');
    expect(summary).toMatchObject({
      written: true,
      sources: [{ id: 'cpi', status: 'updated', after: { rows: 2, newest: '2026-07-01' } }],
    });
    expect(summary.sources[0]!.warnings[0]).toMatch(/^fell from/);
    const { directory, kind } = await inUse();
    expect({ directory, kind }).toEqual({ directory: home().updated, kind: 'updated' });
    const changed = changedFiles(await readManifest(SHIPPED_MARKET), await readManifest(directory));
    expect(changed.filter((path) => !path.startsWith('parameters/'))).toEqual(['series/cpi.parquet']);
    expect((await readdir(directory)).sort()).toEqual(
      [...new Set([...(await readdir(SHIPPED_MARKET)), 'layouts.json', 'begun-with.json'])].sort(),
    );
    expect(await readFile(join(directory, 'LICENSES.md'), 'utf8')).toContain('Consumer Price Index');
    expect((await sources()).sources.find(({ id }) => id === 'cpi')).toMatchObject({ where: 'updated', rows: 2 });
  });

  it('asks only for changes the next time, and changes nothing when there are none', async () => {
    await update('cpi');
    const before = await readFile(join(home().updated, 'manifest.json'), 'utf8');
    expect(await update('cpi')).toMatchObject({ written: false, sources: [{ status: 'unchanged' }] });
    expect(server.asked[1]!.headers['if-none-match']).toBe('"one"');
    expect(await readFile(join(home().updated, 'manifest.json'), 'utf8')).toBe(before);
  });

  it('goes on from the market updated before', async () => {
    await update('cpi');
    await mkdir(join(folder, 'wages'));
    await writeFile(join(folder, 'wages', 'wages.csv'), PRICES);
    expect((await sources()).optional.map(({ id }) => id)).toContain('wages');
    expect(await statuses('wages', { from: folder })).toEqual({ wages: 'added' });
    const after = await sources();
    expect(after.sources.filter(({ where }) => where !== 'shipped').map(({ id, where }) => [id, where])).toEqual([
      ['cpi', 'updated'],
      ['wages', 'added'],
    ]);
    expect(after.optional.map(({ id }) => id)).not.toContain('wages');
  });

  it('leaves the market alone in a dry run', async () => {
    expect(await update('cpi', { dryRun: true })).toMatchObject({ written: false, sources: [{ status: 'updated' }] });
    expect(await inUse()).toMatchObject({ kind: 'shipped' });
  });

  it('names what could not be fetched and by hand how to get it', async () => {
    server.on(ADDRESS, status(403));
    expect(await update('cpi')).toMatchObject({
      written: false,
      sources: [{ status: 'failed', failure: { code: 'FETCH_FORBIDDEN' }, obtain: 'Download the prices into prices.' }],
    });
    expect(await inUse()).toMatchObject({ kind: 'shipped' });
  });

  it('goes on with the others when one fails, and takes it the next time', async () => {
    server.on(ADDRESS, inOrder(status(404), file(PRICES)));
    const first = await statuses(null);
    expect(first).toMatchObject({
      cpi: 'failed',
      'fed-h10': 'absent',
      goingrate: expect.stringMatching(/unchanged|updated/),
    });
    expect(first).not.toHaveProperty('wages');
    expect(await statuses('cpi')).toEqual({ cpi: 'updated' });
  });

  it('calls a source failed that was named and whose publisher offers nothing', async () => {
    expect(await update('fed-h10')).toMatchObject({
      sources: [{ status: 'failed', failure: { code: 'SOURCE_MISSING' } }],
    });
  });

  it('names an unknown source and the nearest one', async () => {
    await expect(update('cpo')).rejects.toMatchObject({ code: 'UNKNOWN_SOURCE', remedy: 'Did you mean cpi?' });
    await expect(update('tech-salary-rada')).rejects.toMatchObject({ remedy: 'Did you mean tech-salary-radar?' });
    await expect(update('nothing at all')).rejects.toMatchObject({ remedy: 'See goingrate sources.' });
  });
});

describe('files given by hand', () => {
  async function given(path: string, text = PRICES): Promise<string> {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
    return join(folder, path);
  }

  it.each([
    ['a folder of source folders', 'raw/prices/cpi.csv', 'raw'],
    ['the folder of the source', 'raw/prices/cpi.csv', 'raw/prices'],
    ['the file under its own name', 'elsewhere/cpi.csv', 'elsewhere/cpi.csv'],
  ])('are taken from %s', async (_, path, from) => {
    await given(path);
    expect(await statuses('cpi', { from: join(folder, from) })).toEqual({ cpi: 'updated' });
    expect(server.asked).toEqual([]);
  });

  it('that are not of the source are refused', async () => {
    const note = await given('raw/other/note.docx', 'x');
    for (const from of [note, dirname(note), join(folder, 'raw')]) {
      await expect(update('cpi', { from })).rejects.toMatchObject({ code: 'NOT_THE_SOURCE', exitCode: 2 });
    }
    await expect(update(null, { from: note })).rejects.toMatchObject({ code: 'NOT_THE_SOURCE' });
    await expect(update('cpi', { from: join(folder, 'nowhere') })).rejects.toMatchObject({
      code: 'MISSING_RAW_FOLDER',
    });
  });

  it('with another layout are named and change nothing', async () => {
    await given('raw/prices/cpi.csv', 'month,value\n2026-07-01,1\n');
    expect(await update('cpi', { from: join(folder, 'raw') })).toMatchObject({
      written: false,
      sources: [{ status: 'failed', failure: { message: expect.stringContaining("no column 'index'") } }],
    });
  });
});

describe('going back', () => {
  it('to what ships removes the last update altogether', async () => {
    await update('cpi');
    expect(await removalOf(removal('cpi'))).toMatchObject({ kind: 'update' });
    await removeSource(removal('cpi'));
    expect(await inUse()).toMatchObject({ kind: 'shipped' });
    expect((await readdir(home().directory)).filter((name) => name.includes('updated'))).toEqual([]);
  });

  it('keeps other updates', async () => {
    await update('cpi');
    await mkdir(join(folder, 'wages'));
    await writeFile(join(folder, 'wages', 'wages.csv'), PRICES);
    await update('wages', { from: folder });
    expect(await removalOf(removal('wages'))).toMatchObject({ kind: 'added' });
    await removeSource(removal('cpi'));
    const shipped = await readManifest(SHIPPED_MARKET);
    const now = await readManifest(home().updated);
    expect(changedFiles(shipped, now).filter((path) => !path.startsWith('parameters/'))).toEqual([
      'series/wages.parquet',
    ]);
    await removeSource(removal('wages'));
    expect(await inUse()).toMatchObject({ kind: 'shipped' });
  });

  it('is refused for a source as it ships, and for an unknown one', async () => {
    await expect(removeSource(removal('cpi'))).rejects.toMatchObject({ code: 'NOT_REMOVABLE', exitCode: 2 });
    await expect(removeSource(removal('cpii'))).rejects.toMatchObject({ code: 'UNKNOWN_SOURCE' });
  });
});

describe('the market in use', () => {
  it('is the shipped one, with a note, where the updated one does not fit', async () => {
    await update('cpi');
    const path = join(home().updated, 'manifest.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace(/"textVersion": "[^"]*"/, '"textVersion": "0"'));
    expect(await inUse()).toMatchObject({ kind: 'shipped', note: expect.stringContaining('another version') });
    await writeFile(path, text.slice(0, 100));
    expect(await inUse()).toMatchObject({ kind: 'shipped', note: expect.stringContaining('damaged') });
    await writeFile(path, text.replace('goingrate.market/1', 'goingrate.market/9'));
    expect(await inUse()).toMatchObject({ kind: 'shipped', note: expect.stringContaining('another version') });
  });

  it('is made anew from the files that are here when the program ships another market', async () => {
    await update('cpi');
    const shipped = join(folder, 'shipped');
    await cp(SHIPPED_MARKET, shipped, { recursive: true });
    const manifest = await readFile(join(shipped, 'manifest.json'), 'utf8');
    await writeFile(join(shipped, 'manifest.json'), manifest.replace('"schema"', ' "schema"'));
    expect(await statuses('fed-h10', { shipped })).toMatchObject({ cpi: 'updated', 'fed-h10': 'failed' });
    expect((await readManifest(home().updated)).sources.find(({ id }) => id === 'cpi')).toMatchObject({ rowsKept: 2 });
  });

  it('is the one that GOINGRATE_MARKET names', async () => {
    await update('cpi');
    const chosen = await marketDirectoryInUse(home(), { environment: { GOINGRATE_MARKET: SHIPPED_MARKET } });
    expect(chosen).toEqual({ directory: SHIPPED_MARKET, kind: 'chosen', note: null });
  });

  it('survives a swap that was killed halfway, and the next update clears up', async () => {
    await update('cpi');
    const { rename } = await import('node:fs/promises');
    await rename(home().updated, join(home().directory, '.updated.previous'));
    await mkdir(join(home().directory, '.updated.next'));
    expect(await inUse()).toMatchObject({ kind: 'updated' });
    server.on(ADDRESS, file(`${PRICES}2026-08-01,338\n`));
    expect(await statuses('cpi')).toEqual({ cpi: 'updated' });
    expect((await readdir(home().directory)).filter((name) => name.startsWith('.updated'))).toEqual([]);
  });
});

describe('what is known of a source', () => {
  it('is shown for one in the market and for one that could be added', async () => {
    const request = { home: home(), environment: {}, note: () => {}, connectors };
    const shown = await showSource('cpi', request);
    expect(shown).toMatchObject({ kind: 'public', source: { where: 'shipped' }, about: { addresses: [ADDRESS] } });
    expect(await showSource('wages', request)).toMatchObject({ source: null, about: { ships: false } });
    await expect(showSource('cpo', request)).rejects.toMatchObject({ remedy: 'Did you mean cpi?' });
  });
});

describe('a home that cannot be written in', () => {
  it('is one line', async () => {
    await writeFile(join(folder, 'home'), 'a file');
    await expect(update('cpi')).rejects.toMatchObject({ code: 'UNWRITABLE_HOME', exitCode: 2 });
  });
});
