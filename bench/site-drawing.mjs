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
/** Rounds that are not counted: the engine compiles what it runs. */
const WARMING = 3;
const CORES = 2;
const HOLD = 1500;

/** @typedef {{ path: string, report: import('../dist/index.js').Report, frame: import('../dist/render/html/frame.js').SiteFrame }} PreparedPage */

/**
 * @param {readonly PreparedPage[]} pages
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureDrawing(pages) {
  const [first = ''] = pages.slice(0, 1).map(({ report, frame }) => renderHtml(report, { frame }));
  verify(first.includes('Market Overview') && first.endsWith('</html>\n'), 'a page is whole');
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const both = await drawn(pages, folder, CORES);
    const one = await drawn(pages, folder, 1);
    const written = spreadOf(writingRates(pages, folder));
    const rate = spreadOf(both.digested);
    return [
      {
        what: `drawing prepared models as full pages, to bytes, pages a second on ${CORES} cores (${pages.length} models)`,
        value: spreadText(rate, 0),
        reference: `a page is ${both.kib.toFixed(0)} KiB; one core: ${spreadText(spreadOf(one.digested), 0)}; every model new to the program but its \`report.json\` and digest made before, as the downloads need them; making these too: ${spreadText(spreadOf(both.fresh), 0)}; after ${WARMING * PASSES * pages.length} pages to warm up; writing the same bytes to files instead, one core: ${spreadText(written, 0)}`,
        hold: `at least ${HOLD}`,
        met: rate.median >= HOLD,
        miss: `${(HOLD / rate.median).toFixed(1)} times too slow`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
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
  return Array.from({ length: ROUNDS }, () => {
    rmSync(target, { recursive: true, force: true });
    mkdirSync(target);
    const started = performance.now();
    for (const [at, text] of texts.entries()) writeFileSync(join(target, `${at}.html`), text);
    return (1000 * texts.length) / (performance.now() - started);
  }).slice(1);
}

/**
 * Pages a second of as many threads as are asked for, which draw at the same time.
 *
 * @param {readonly PreparedPage[]} pages
 * @param {string} folder
 * @param {number} threads
 */
async function drawn(pages, folder, threads) {
  const models = join(folder, 'models.jsonl');
  writeFileSync(models, pages.map(({ report }) => JSON.stringify(report)).join('\n'));
  const start = { workerData: { models, frame: pages[0]?.frame } };
  const workers = Array.from(
    { length: threads },
    () => new Worker(new URL('./draw-worker.mjs', import.meta.url), start),
  );
  try {
    let kib = 0;
    const round = async (/** @type {boolean} */ digested) => {
      const answers = await Promise.all(workers.map((worker) => asked(worker, { passes: PASSES, digested })));
      const [{ bytes, pages: count }] = /** @type {[import('./draw-worker.mjs').Drawn]} */ (answers);
      verify(
        answers.every((answer) => answer.bytes === bytes),
        'every thread draws the same pages',
      );
      kib = bytes / count / 1024;
      return answers.reduce((sum, answer) => sum + answer.pages / answer.seconds, 0);
    };
    for (let at = 0; at < WARMING; at += 1) await round(at % 2 === 0);
    /** @type {{ digested: number[], fresh: number[] }} */
    const rates = { digested: [], fresh: [] };
    for (let at = 0; at < ROUNDS; at += 1) {
      rates.digested.push(await round(true));
      rates.fresh.push(await round(false));
    }
    return { ...rates, kib };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * @param {Worker} worker
 * @param {{ passes: number, digested: boolean }} order
 * @returns {Promise<import('./draw-worker.mjs').Drawn>}
 */
function asked(worker, order) {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (answer) => {
      worker.off('error', reject);
      resolve(answer);
    });
    worker.postMessage(order);
  });
}
