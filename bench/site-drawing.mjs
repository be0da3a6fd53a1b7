/** Drawing pages from models that are ready: on one core, on two, and against writing the same bytes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { renderHtml } from '../dist/index.js';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const ROUNDS = 7;
const PASSES = 5;
const CORES = 2;
const HOLD = 1500;

/** @typedef {{ path: string, report: import('../dist/index.js').Report, frame: import('../dist/render/html/frame.js').SiteFrame }} PreparedPage */

/**
 * @param {readonly PreparedPage[]} pages
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureDrawing(pages) {
  const [first] = pages.slice(0, 1).map(({ report, frame }) => renderHtml(report, { frame }));
  verify((first ?? '').includes('Market Overview') && (first ?? '').endsWith('</html>\n'), 'a page is whole');
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const one = spreadOf(rounds(() => drawAll(pages)));
    const both = spreadOf(await drawnTogether(pages, folder));
    const written = spreadOf(writingRates(pages, folder));
    const size = `a page is ${((first ?? '').length / 1024).toFixed(0)} KiB`;
    return [
      {
        what: `drawing prepared models as full pages, pages a second on ${CORES} cores (${pages.length} models)`,
        value: spreadText(both, 0),
        reference: `${size}; one core: ${spreadText(one, 0)}; writing the same bytes to files instead: ${spreadText(written, 0)}`,
        hold: `at least ${HOLD}`,
        met: both.median >= HOLD,
        miss: `${(HOLD / both.median).toFixed(1)} times too slow`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Pages a second in each round; the first warms up.
 *
 * @param {() => number} work returns the pages of one round
 */
function rounds(work) {
  const rates = Array.from({ length: ROUNDS }, () => {
    const started = performance.now();
    const pages = work();
    return (1000 * pages) / (performance.now() - started);
  });
  return rates.slice(1);
}

/** @param {readonly PreparedPage[]} pages */
function drawAll(pages) {
  let characters = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const { report, frame } of pages) characters += renderHtml(report, { frame }).length;
  }
  verify(characters > PASSES * pages.length * 10_000, 'every page has its text');
  return PASSES * pages.length;
}

/**
 * Writing pages that are drawn already.
 *
 * @param {readonly PreparedPage[]} pages
 * @param {string} folder
 */
function writingRates(pages, folder) {
  const texts = pages.map(({ report, frame }) => Buffer.from(renderHtml(report, { frame })));
  const target = join(folder, 'written');
  return rounds(() => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
    for (const [at, text] of texts.entries()) writeFileSync(join(target, `${at}.html`), text);
    return texts.length;
  });
}

/** @param {readonly PreparedPage[]} pages @param {string} folder */
async function drawnTogether(pages, folder) {
  const models = join(folder, 'models.json');
  writeFileSync(models, JSON.stringify(pages.map(({ report }) => report)));
  const workers = Array.from(
    { length: CORES },
    () => new Worker(new URL('./draw-worker.mjs', import.meta.url), { workerData: { models, frame: pages[0]?.frame } }),
  );
  const round = () =>
    Promise.all(
      workers.map(
        (worker) =>
          new Promise((resolve, reject) => {
            worker.once('message', resolve);
            worker.once('error', reject);
            worker.postMessage(PASSES);
          }),
      ),
    );
  /** @type {number[]} */
  const rates = [];
  for (let at = 0; at < ROUNDS; at += 1) {
    const started = performance.now();
    const drawn = await round();
    const total = drawn.reduce((sum, { pages: count }) => sum + count, 0);
    verify(
      drawn.every(({ characters }) => characters === drawn[0].characters),
      'every thread draws the same pages',
    );
    rates.push((1000 * total) / (performance.now() - started));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return rates.slice(1);
}
