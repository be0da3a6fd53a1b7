// Draws prepared models as pages and writes them to a folder, over all processors; what other generators are compared with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { renderHtml } from '../dist/render/html/report.js';

const threads = availableParallelism();
/** @type {{ models: string, out: string, thread: number }} */
const { models, out, thread } = isMainThread
  ? { models: process.argv[2], out: process.argv[3], thread: 0 }
  : workerData;
if (isMainThread) {
  for (let other = 1; other < threads; other += 1) {
    new Worker(new URL(import.meta.url), { workerData: { models, out, thread: other } }).on('error', (failure) => {
      throw failure;
    });
  }
}
// One model a line: each thread reads those it draws.
const lines = readFileSync(models, 'utf8').trimEnd().split('\n');
for (let at = thread; at < lines.length; at += threads) {
  const { path, report, frame } = JSON.parse(lines[at] ?? '');
  mkdirSync(join(out, path), { recursive: true });
  writeFileSync(join(out, path, 'index.html'), renderHtml(report, { frame }));
}
