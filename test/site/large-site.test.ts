/** A site of some thousand pages: all there, all led to, nothing kept in memory but small entries. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MakerContext, SiteSummary } from '../../src/site/build.js';
import { sitePairs } from '../../src/site/defaults.js';
import type { PageMaker } from '../../src/site/make-page.js';
import { pageEntry } from '../../src/site/page-entry.js';
import { brokenLinks } from './broken-links.js';
import { buildCase, sampleAnswer, siteFilesIn } from './site-case.js';

const TITLES = Array.from({ length: 100 }, (_, at) => `Job number ${at}`);
const PLACES = Array.from({ length: 30 }, (_, at) => (at === 7 ? 'US-WY' : `US-${10000 + at}`));
const PAGES = TITLES.length * PLACES.length;
/** Much less than all pages together, much more than their entries. */
const MOST_GROWTH_MB = 40;
const PAGE_BYTES = 40_000;

let folder: string;
let summary: SiteSummary;
let growthMegabytes: number;

beforeAll(async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = () => {
    collect();
    return process.memoryUsage().heapUsed / 1e6;
  };
  folder = mkdtempSync(join(tmpdir(), 'large-site-'));
  const before = held();
  summary = await buildCase(folder, {
    pairs: sitePairs(TITLES, PLACES),
    baseUrl: 'https://example.org/',
    openMaker: (context) =>
      plainPages(context, (index) => {
        if (index === PAGES - 1) growthMegabytes = held() - before;
      }),
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Pages without charts, quickly made, each as large as a real one's text. */
function plainPages({ files }: MakerContext, onPage: (index: number) => void): PageMaker {
  return async (pages, onMade) => {
    for (const { index, title, place, path } of pages) {
      const report = await sampleAnswer(title, place);
      const text = `<!doctype html><h1>${title}</h1><a href="../../index.html">Home</a>${'.'.repeat(PAGE_BYTES)}`;
      const { mark, changed } = files.write(`${path}/index.html`, text);
      onMade({ index, entry: pageEntry(report, path), files: [mark], written: changed });
      onPage(index);
    }
  };
}

it('has every page once, in the site map unless it is thin', () => {
  expect(summary).toMatchObject({ pages: PAGES, written: PAGES, thin: TITLES.length, skipped: 0 });
  const reports = siteFilesIn(folder).filter((file) => /^us-[^/]+\/job-number-\d+\/index\.html$/.test(file));
  expect(reports).toHaveLength(PAGES);
  const map = readFileSync(join(folder, 'sitemap.xml'), 'utf8');
  expect(map.match(/<loc>[^<]*\/job-number-\d+\/<\/loc><lastmod>/g)).toHaveLength(PAGES - TITLES.length);
});

it('leads from the front page to every page', () => {
  const { broken, checked } = brokenLinks(folder);
  expect(broken).toEqual([]);
  expect(checked).toBeGreaterThan(2 * PAGES);
  const linked = new Set<string>();
  for (const file of siteFilesIn(folder).filter((path) => /^us-[^/]+\/(?:in\/.*)?index\.html$/.test(path))) {
    for (const [, title] of readFileSync(join(folder, file), 'utf8').matchAll(
      /href="(?:\.\.\/)+([^"]*job-number-\d+)\/index\.html"/g,
    )) {
      if (!title?.startsWith('roles/')) linked.add(title as string);
    }
  }
  expect(linked.size).toBe(PAGES);
});

it('keeps no page in memory', () => {
  expect((PAGES * PAGE_BYTES) / 1e6).toBeGreaterThan(2 * MOST_GROWTH_MB);
  expect(growthMegabytes).toBeLessThan(MOST_GROWTH_MB);
});

it('leaves nothing beside its pages but its record', () => {
  expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual(['.goingrate-site.jsonl']);
});
