import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSiteFiles } from '../site/files.js';
import type { MadePage } from '../site/make-page.js';
import { planPages } from '../site/plan.js';
import { findPlace } from '../text/places/find.js';
import { type Market, openMarket } from './market.js';
import { sitePageFiles } from './page-files.js';
import { type SiteWorkersOptions, siteWorkers } from './site-workers.js';

const TITLES = ['Senior Data Engineer', 'Registered Nurse', 'Project Manager'];

let market: Market;
let frames: SiteWorkersOptions['frames'];
let out: string;
beforeAll(async () => {
  market = await openMarket();
  frames = { shared: (await sitePageFiles()).shared, address: null, live: false };
});
afterAll(() => market.close());
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'site-workers-'));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const planOf = (titles: readonly string[], places: readonly string[]) =>
  planPages(
    titles.flatMap((title) => places.map((place) => ({ title, place }))),
    { placeOf: (place) => findPlace(place, market.places).place },
  ).pages;
const workers = (jobs: number, changes: Partial<SiteWorkersOptions> = {}) =>
  siteWorkers(market, {
    frames,
    files: openSiteFiles(out),
    out,
    jobs,
    shareImages: false,
    fewestPages: 2,
    ...changes,
  });
const contents = () =>
  new Map(
    readdirSync(out, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(out.length), readFileSync(path).toString('base64')]),
  );

describe('siteWorkers', () => {
  it('writes the same files whatever the number of threads, and tells of each page once', {
    timeout: 120_000,
  }, async () => {
    const pages = planOf(TITLES, ['US-CA', 'GB']);
    const built: { files: Map<string, string>; entries: MadePage['entry'][] }[] = [];
    for (const jobs of [1, 2]) {
      const made: MadePage[] = [];
      await workers(jobs)(pages, (page) => made.push(page));
      made.sort((a, b) => a.index - b.index);
      expect(made.map(({ index }) => index)).toEqual(pages.map(({ index }) => index));
      expect(made.every(({ written }) => written)).toBe(true);
      built.push({ files: contents(), entries: made.map(({ entry }) => entry) });
      rmSync(out, { recursive: true });
    }
    expect(built[0]?.files.size).toBeGreaterThanOrEqual(6 * 5);
    expect(built[1]?.entries).toEqual(built[0]?.entries);
    expect([...(built[1]?.files ?? [])].filter(([path, text]) => built[0]?.files.get(path) !== text)).toEqual([]);
    expect(built[1]?.files.size).toBe(built[0]?.files.size);
  });

  it('throws the failure of another thread as it was', { timeout: 60_000 }, async () => {
    const pages = planOf(TITLES, ['US', 'US-TX']);
    // A title no answer can be given to; which thread meets it does not matter.
    const broken = pages.map((page) => ({ ...page, title: page.title === 'Registered Nurse' ? ' ' : page.title }));
    for (const jobs of [1, 2]) {
      await expect(workers(jobs)(broken, () => {})).rejects.toMatchObject({
        name: 'UsageError',
        code: 'EMPTY_TITLE',
        exitCode: 2,
      });
    }
  });

  it('ends where a thread dies, and where it cannot start', { timeout: 60_000 }, async () => {
    const pages = planOf(['Registered Nurse', 'Project Manager'], ['US', 'US-TX']);
    const dying = join(out, 'dying.mjs');
    writeFileSync(dying, 'process.exit(3);');
    await expect(workers(2, { worker: dying })(pages, () => {})).rejects.toThrow('ended with code 3');
    await expect(workers(2, { worker: join(out, 'none.mjs') })(pages, () => {})).rejects.toThrow();
  });

  it('starts no thread for a few pages', async () => {
    const pages = planOf(['Registered Nurse'], ['US']);
    const made: MadePage[] = [];
    await workers(8, { worker: join(out, 'none.mjs') })(pages, (page) => made.push(page));
    expect(made).toHaveLength(1);
  });
});
