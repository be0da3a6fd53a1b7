// One build of a site in a process of its own, to be killed. Arguments: folder of the built program, a JSON request.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [dist = '', request = ''] = process.argv.slice(2);
const { out, titles, places, reportFile } = JSON.parse(request);
const load = (/** @type {string} */ module) => import(pathToFileURL(join(dist, module)).href);
const { buildSite } = await load('site/build.js');
const { makeInTurn } = await load('site/make-page.js');
const { planPages } = await load('site/plan.js');
const { sitePairs } = await load('site/defaults.js');

const report = JSON.parse(readFileSync(reportFile, 'utf8'));
/** @param {string} title @param {string} place */
const answer = async (title, place) => {
  // Lets the timers of the lock and the record run.
  await new Promise((resolve) => setImmediate(resolve));
  return { ...report, question: { ...report.question, title, place: { id: place, name: place, kind: 'country' } } };
};
let steps = 0;
const summary = await buildSite({
  pages: planPages(sitePairs(titles, places), { placeOf: (/** @type {string} */ id) => ({ id, name: id }) }).pages,
  openMaker: (/** @type {object} */ context) => makeInTurn({ ...context, answer }),
  madeFrom: 'the same',
  out,
  pageFiles: { shared: { styles: 'assets/site.css', script: 'assets/site.js' }, files: [] },
  parts: { documents: [], sources: { asOf: '2026-08-08', sources: [], licences: [] } },
  baseUrl: 'https://example.org/',
  progress: { step: () => process.stdout.write(`${JSON.stringify({ step: ++steps })}\n`), done: () => {} },
});
process.stdout.write(`${JSON.stringify({ summary })}\n`);
