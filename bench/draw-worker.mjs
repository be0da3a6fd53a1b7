// A thread that draws prepared models: each pass parses them anew, makes what a build makes of them anyway, then draws.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { renderHtml } from '../dist/render/html/report.js';
import { reportDigest } from '../dist/render/json/report-digest.js';

/** @typedef {{ pages: number, bytes: number, seconds: number }} Drawn */

const { models: file, frame } = workerData;
const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
parentPort?.on('message', (/** @type {{ passes: number, digested: boolean }} */ { passes, digested }) => {
  let [bytes, seconds] = [0, 0];
  for (let pass = 0; pass < passes; pass += 1) {
    const models = lines.map((line) => JSON.parse(line));
    if (digested) for (const model of models) reportDigest(model);
    const started = performance.now();
    for (const model of models) bytes += Buffer.from(renderHtml(model, { frame })).length;
    seconds += (performance.now() - started) / 1000;
  }
  parentPort?.postMessage({ pages: passes * lines.length, bytes, seconds });
});
