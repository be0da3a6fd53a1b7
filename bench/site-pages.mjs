/** Building the default site from facts, and drawing pages from models that are ready. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildReportSite } from '../dist/app/site.js';
import { readStyles } from '../dist/app/styles.js';
import { answerReport, openMarket, renderHtml } from '../dist/index.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from '../dist/site/defaults.js';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const MOST_BUILDS = 3;
/** Slow builds are not repeated beyond this. */
const LONGEST_SECONDS = 120;
const END_TO_END_HOLD = 100;
const RENDER_ROUNDS = 7;
const RENDER_HOLD = 1500;

const silent = { step: () => {}, done: () => {} };

/** @returns {Promise<import('./measurement.mjs').Measurement[]>} */
export async function measureSite() {
  const market = await openMarket();
  try {
    return [await endToEnd(market), await rendering(market)];
  } finally {
    await market.close();
  }
}

/** @param {import('../dist/index.js').Market} market */
async function endToEnd(market) {
  /** @type {number[]} */
  const rates = [];
  let pages = 0;
  const begun = performance.now();
  while (rates.length < MOST_BUILDS && performance.now() - begun < 1000 * LONGEST_SECONDS) {
    const out = await mkdtemp(join(tmpdir(), 'goingrate-bench-'));
    try {
      const started = performance.now();
      const summary = await buildReportSite(market, { out, progress: silent });
      const seconds = (performance.now() - started) / 1000;
      const index = await readFile(join(out, 'index.html'), 'utf8');
      verify(summary.written === summary.pages && index.includes('</html>'), 'every page is written and listed');
      pages = summary.pages;
      rates.push(pages / seconds);
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  }
  const spread = spreadOf(rates);
  return {
    what: `\`site build\` of the ${pages} default pages, end to end, pages a second`,
    value: spreadText(spread, 1),
    reference: 'to a fresh folder, with the catalogue page',
    hold: `at least ${END_TO_END_HOLD}`,
    met: spread.median >= END_TO_END_HOLD,
    miss: `${(END_TO_END_HOLD / spread.median).toFixed(1)} times too slow`,
  };
}

/** @param {import('../dist/index.js').Market} market */
async function rendering(market) {
  const pairs = sitePairs(DEFAULT_TITLES, DEFAULT_PLACES.slice(0, 2));
  const models = [];
  for (const pair of pairs) models.push(await answerReport(market, pair));
  const styles = await readStyles();
  const first = models
    .slice(0, 1)
    .map((model) => renderHtml(model, { styles }))
    .join('');
  verify(first.includes('Market Overview') && first.endsWith('</html>\n'), 'a page is whole');
  const rates = [];
  for (let round = 0; round < RENDER_ROUNDS; round += 1) {
    const started = performance.now();
    let characters = 0;
    for (let pass = 0; pass < 5; pass += 1) {
      for (const model of models) characters += renderHtml(model, { styles }).length;
    }
    const seconds = (performance.now() - started) / 1000;
    verify(characters > 5 * models.length * 10_000, 'every page has its text');
    rates.push((5 * models.length) / seconds);
  }
  const spread = spreadOf(rates.slice(1));
  return {
    what: `drawing prepared models as full pages, pages a second on one core (${models.length} models)`,
    value: spreadText(spread, 0),
    reference: `a page is ${(first.length / 1024).toFixed(0)} KiB; other site generators are not compared yet`,
    hold: `at least ${RENDER_HOLD} on 2 cores`,
    met: spread.median >= RENDER_HOLD,
    miss: `${(RENDER_HOLD / spread.median).toFixed(1)} times too slow on one core`,
  };
}
