// Draws the pages of `site-view.mjs` and writes them as `site build` writes its own; what other generators are compared with.
import { readFileSync } from 'node:fs';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { openSiteFiles } from '../dist/site/files.js';
import { drawView } from './site-template.mjs';

/** @type {{ input: string, out: string, thread: number, threads: number }} */
const { input, out, thread, threads } = isMainThread
  ? { input: process.argv[2], out: process.argv[3], thread: 0, threads: Number(process.argv[4]) }
  : workerData;
if (isMainThread) {
  for (let other = 1; other < threads; other += 1) {
    const start = { input, out, thread: other, threads };
    new Worker(new URL(import.meta.url), { workerData: start }).on('error', (failure) => {
      throw failure;
    });
  }
}
/** @type {import('./site-peers.mjs').SiteInput} */
const { pages, views } = JSON.parse(readFileSync(input, 'utf8'));
const files = openSiteFiles(out);
for (let at = thread; at < pages.length; at += threads) {
  const { path, view } = pages[at] ?? { path: '', view: 0 };
  files.write(`${path}/index.html`, drawView(/** @type {import('./site-view.mjs').PageView} */ (views[view])));
}
