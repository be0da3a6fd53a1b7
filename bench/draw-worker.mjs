// A thread that draws prepared models again and again: as many passes as it is told, then says how many pages those were.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { renderHtml } from '../dist/render/html/report.js';

const { models: file, frame } = workerData;
const models = JSON.parse(readFileSync(file, 'utf8'));
parentPort?.on('message', (/** @type {number} */ passes) => {
  let characters = 0;
  for (let pass = 0; pass < passes; pass += 1) {
    for (const model of models) characters += renderHtml(model, { frame }).length;
  }
  parentPort?.postMessage({ pages: passes * models.length, characters });
});
