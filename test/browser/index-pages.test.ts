import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SiteFrames } from '../../src/render/html/frame.js';
import { homePage } from '../../src/render/html/home.js';
import { type IndexEntry, indexEntry } from '../../src/render/html/index-entry.js';
import { placePages } from '../../src/render/html/place-index.js';
import { placesPages } from '../../src/render/html/places-page.js';
import { rolePages } from '../../src/render/html/role-index.js';
import { rolesPages } from '../../src/render/html/roles-page.js';
import { describeNeeding } from '../capabilities.js';
import { hostileReport, sampleReport, thinReport } from '../golden/sample-report.js';
import { frame, launchBrowser } from './browser.js';
import { type FileServer, serveFolder } from './file-server.js';
import { accessibilityFaults, sidewaysScroll, visit } from './visit.js';

const frames: SiteFrames = {
  shared: { styles: 'assets/site.css', script: 'assets/site.js' },
  address: null,
  live: true,
};

const [sample, thin, hostile] = [sampleReport, thinReport, hostileReport].map((report, at) =>
  indexEntry(report, `us/page-${at}`),
) as [IndexEntry, IndexEntry, IndexEntry];
const LONG = 'Coordinadora-de-Operaciones-Internacionales-y-Desarrollo '.repeat(3);
const entries = [sample, thin, hostile, { ...sample, title: LONG, path: 'us/long' }];
const places = [sample.place, { id: 'US-35620', name: 'New York-Newark-Jersey City, NY-NJ', kind: 'metro' }];

/** Estimates that lie close to each other, at an end of the scale that a wide interval makes, or alone. */
const priced = (values: readonly number[], high: number): IndexEntry[] =>
  values.map((value, at) => {
    const quantity = {
      ...sample.headline.quantity!,
      value,
      interval: { level: 90, low: value - 5_000, high } as const,
    };
    const headline = { ...sample.headline, quantity: { ...quantity, percentiles: {} } };
    return { ...sample, title: `Job ${at}`, path: `us/job-${at}`, headline };
  });
const SCALES = [
  priced([100_000, 101_000, 104_000], 110_000),
  priced([100_000, 101_000], 400_000),
  priced([100_000, 390_000, 395_000], 400_000),
  priced([380_000, 400_000], 400_000),
  priced([1_250_000], 1_260_000),
];

const PAGES = [
  homePage({ frames, examples: entries, titles: entries.map(({ title }) => title), places }),
  ...placePages({ frames, place: sample.place, folder: 'us', entries, further: [{ name: LONG, path: 'us/x' }] }),
  ...rolePages({ frames, title: sample.title, entries: [sample, thin, { ...hostile, currency: 'GBP' }] }),
  ...rolesPages({ frames, roles: entries }),
  ...placesPages({ frames, places }),
];

const BOXES = `[...document.querySelectorAll('.index-scale text')].map((text) => {
  const { left, right } = text.getBoundingClientRect();
  return { left, right };
})`;

const TALLEST_VALUE = `Math.max(...[...document.querySelectorAll('.index-value')]
  .map((value) => { const range = document.createRange(); range.selectNodeContents(value); return range.getBoundingClientRect().height; }))`;

describeNeeding(['chromium'], 'front page and indexes in a browser', () => {
  let browser: Browser;
  let server: FileServer;
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-indexes-'));
  beforeAll(async () => {
    const files = [
      ...PAGES.map(({ path, html }) => [path, html]),
      ['assets/site.css', frame.styles],
      ['assets/site.js', ''],
    ];
    for (const [path, text] of files as [string, string][]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    [browser, server] = await Promise.all([launchBrowser(), serveFolder(folder, '/below/')]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all([browser?.close(), server?.close()]);
    rmSync(folder, { recursive: true });
  });

  it.each(SCALES.map((scale, at) => [at, scale] as const))(
    'amounts on the scale of index %d do not touch, and every value stands on one line',
    async (_at, scale) => {
      const [page] = placePages({ frames, place: sample.place, folder: 'us', entries: scale });
      writeFileSync(join(folder, 'scale.html'), page!.html.replaceAll('../', ''));
      const opened = await visit(browser, server.address, { width: 320, scheme: 'light' });
      await opened.page.goto(`${server.address}scale.html`);
      for (const width of [320, 390, 768, 1280]) {
        await opened.page.setViewportSize({ width, height: 800 });
        const boxes = (await opened.page.evaluate(BOXES)) as { left: number; right: number }[];
        expect(boxes.length).toBeGreaterThan(0);
        for (const { left, right } of boxes) expect(left >= 0 && right <= width, `${width} px`).toBe(true);
        const [first, second] = boxes.sort((a, b) => a.left - b.left);
        if (second) expect(first!.right, `${width} px`).toBeLessThan(second.left);
        expect(Number(await opened.page.evaluate(TALLEST_VALUE)), `${width} px`).toBeLessThan(30);
      }
      await opened.page.emulateMedia({ media: 'print' });
      expect(await opened.page.locator('form:visible').count()).toBe(0);
      await opened.end();
    },
    60_000,
  );

  it.each(PAGES.map(({ path }) => path))(
    '%s asks for nothing else, fits every width and has no serious accessibility fault',
    async (path) => {
      const { page, incidents, end } = await visit(browser, server.address, { width: 320, scheme: 'light' });
      await page.goto(server.address + path);
      for (const width of [320, 390, 768, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        expect(await sidewaysScroll(page), `${width} px`).toBe(0);
      }
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await accessibilityFaults(page), colorScheme).toEqual([]);
      }
      expect(incidents).toEqual([]);
      await end();
    },
    120_000,
  );
});
