/** The site: from facts to files, drawing alone, and other generators with the same pages. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildingMarket } from '../dist/app/building-market.js';
import { sitePageFiles } from '../dist/app/page-files.js';
import { buildReportSite } from '../dist/app/site.js';
import { answerReport, openMarket } from '../dist/index.js';
import { siteFrame } from '../dist/render/html/frame.js';
import { reportPath } from '../dist/render/html/page-path.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from '../dist/site/defaults.js';
import { verify } from './measurement.mjs';
import { measureDrawing } from './site-drawing.mjs';
import { measurePeers } from './site-peers.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const MOST_BUILDS = 3;
/** Slow builds are not repeated beyond this. */
const LONGEST_SECONDS = 120;
const END_TO_END_HOLD = 100;
/** States of a site that is larger than the default one. */
const MORE_PLACES = 50;
/** Pages drawn from prepared models. */
const PREPARED_PLACES = 2;

const silent = { step: () => {}, done: () => {} };

/**
 * @param {string} root
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureSite(root) {
  const market = await openMarket();
  try {
    const states = market.places.filter(({ kind }) => kind === 'state').map(({ place }) => place);
    const builds = [
      await endToEnd(market, {
        name: 'pages of the default site',
        places: DEFAULT_PLACES,
        builds: MOST_BUILDS,
        hold: END_TO_END_HOLD,
      }),
      await endToEnd(market, {
        name: `pages of a larger site (the default titles in ${MORE_PLACES} states)`,
        places: [...new Set(states)].sort().slice(0, MORE_PLACES),
        builds: 1,
        hold: null,
      }),
    ];
    const pages = await preparedPages(market);
    return [...builds, ...(await measureDrawing(pages)), ...measurePeers(root, pages)];
  } finally {
    await market.close();
  }
}

/**
 * @param {import('../dist/index.js').Market} market
 * @param {{ name: string, places: readonly string[], builds: number, hold: number | null }} site
 * @returns {Promise<import('./measurement.mjs').Measurement>}
 */
async function endToEnd(market, { name, places, builds, hold }) {
  /** @type {number[]} */
  const rates = [];
  const cpu = [];
  let [pages, bytes] = [0, 0];
  const begun = performance.now();
  while (rates.length < builds && performance.now() - begun < 1000 * LONGEST_SECONDS) {
    const out = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
    try {
      const started = performance.now();
      const used = process.cpuUsage();
      const summary = await buildReportSite(market, { out, places, progress: silent });
      const seconds = (performance.now() - started) / 1000;
      const { user, system } = process.cpuUsage(used);
      const index = readFileSync(join(out, 'index.html'), 'utf8');
      verify(
        summary.written === summary.pages && index.includes('</html>'),
        'every page is written, and the first one',
      );
      pages = summary.pages;
      bytes = summary.bytes;
      rates.push(pages / seconds);
      cpu.push((user + system) / 1e3 / pages);
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
  const spread = spreadOf(rates);
  const each = `${spreadOf(cpu).median.toFixed(0)} ms of processor time and ${(bytes / pages / 1024).toFixed(0)} KiB in all its files a page`;
  return {
    what: `\`site build\` of the ${pages} ${name}, end to end, pages a second`,
    value: spreadText(spread, 1),
    reference: `to a fresh folder, with downloads and indexes, ${availableParallelism()} threads; ${each}`,
    hold: hold === null ? '' : `at least ${hold}`,
    met: hold === null ? null : spread.median >= hold,
    miss: hold === null ? '' : `${(hold / spread.median).toFixed(1)} times too slow`,
  };
}

/**
 * @param {import('../dist/index.js').Market} market
 * @returns {Promise<import('./site-drawing.mjs').PreparedPage[]>}
 */
async function preparedPages(market) {
  const building = buildingMarket(market);
  const frames = { shared: (await sitePageFiles()).shared, address: null, live: false };
  const pages = [];
  for (const { title, place } of sitePairs(DEFAULT_TITLES, DEFAULT_PLACES.slice(0, PREPARED_PLACES))) {
    const report = await answerReport(building, { title, place });
    const path = reportPath(title, report.question.place.id);
    pages.push({ path, report, frame: siteFrame(frames, `${path}/`) });
  }
  return pages;
}
