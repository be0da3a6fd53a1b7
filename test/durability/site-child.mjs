// One build of a site in a process of its own, to be killed. Arguments: folder of the built program, a JSON request.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist = '', request = ''] = process.argv.slice(2);
const { out, titles, places, reportFile } = JSON.parse(request);
// With a report every page shows that one; without, the shipped market answers, in two threads as a publisher has them.
const isInvented = reportFile !== undefined;
const load = (/** @type {string} */ module) => import(pathToFileURL(join(dist, module)).href);
const { buildSite } = await load('site/build.js');
const { makeInTurn } = await load('site/make-page.js');
const { planPages } = await load('site/plan.js');
const { sitePairs } = await load('site/defaults.js');

const { openMarket } = await load('app/market.js');
const { siteWorkers } = await load('app/site-workers.js');
const { findPlace } = await load('text/places/find.js');

const market = isInvented ? null : await openMarket();
const report = isInvented ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
/** @param {string} title @param {string} place */
const answer = async (title, place) => {
  // Lets the timers of the lock and the record run.
  await new Promise((resolve) => setImmediate(resolve));
  return { ...report, question: { ...report.question, title, place: { id: place, name: place, kind: 'country' } } };
};
/** @param {string} place */
const placeOf = (place) => (isInvented ? { id: place, name: place } : findPlace(place, market.places).place);
let steps = 0;
const summary = await buildSite({
  pages: planPages(sitePairs(titles, places), { placeOf }).pages,
  openMaker: (/** @type {object} */ context) =>
    isInvented
      ? makeInTurn({ ...context, answer })
      : siteWorkers(market, { ...context, out, jobs: 2, fewestPages: 2, shareImages: false }),
  madeFrom: 'the same',
  out,
  pageFiles: { shared: { styles: 'assets/site.css', script: 'assets/site.js' }, files: [] },
  parts: { documents: [], sources: { asOf: '2026-08-08', sources: [], licences: [] } },
  baseUrl: 'https://example.org/',
  progress: { step: () => process.stdout.write(`${JSON.stringify({ step: ++steps })}\n`), done: () => {} },
});
await market?.close();
process.stdout.write(`${JSON.stringify({ summary })}\n`);
