/** Makes the pages of a site in several threads at once. */
import { Worker } from 'node:worker_threads';
import { type MadePage, makePage, type PageMaker } from '../site/make-page.js';
import { recogniseTitle } from '../text/titles/index.js';
import { revivedFailure } from './carried-failure.js';
import type { Market } from './market.js';
import { type PageQueue, pageQueue } from './page-queue.js';
import { SITE_WORKER } from './paths.js';
import { type SiteMaking, siteMaking } from './site-making.js';
import type { WorkerOrder, WorkerReport, WorkerStart } from './site-worker.js';

export interface SiteWorkersOptions extends SiteMaking {
  readonly out: string;
  /** Threads that make pages, this one included. */
  readonly jobs: number;
  /** File that a thread runs, compiled; the program's own unless said. */
  readonly worker?: string;
  /** Pages from which another thread pays for its start. */
  readonly fewestPages?: number;
}

/** A thread takes half a second to start and as long to become fast: it must have enough to do. */
const FEWEST_PAGES_A_THREAD = 20;
/** Orders a thread has at once, so that it never waits for this one. */
const ORDERS_AHEAD = 2;
/** Reports are short-lived: with too little room for them V8 copies them about. */
const YOUNG_MEGABYTES = 64;

/**
 * A maker of pages that shares them out between this thread and others. What it writes does not depend on `jobs`; the
 * order in which pages are made does. The first failure ends all threads and is thrown as it was.
 */
export function siteWorkers(market: Market, options: SiteWorkersOptions): PageMaker {
  const { out, jobs, worker = SITE_WORKER, fewestPages = FEWEST_PAGES_A_THREAD, ...making } = options;
  return async (pages, onMade) => {
    const queue = pageQueue(pages, (title) => familyOf(market, title));
    const threads = Math.max(1, Math.min(jobs, Math.floor(pages.length / fewestPages)));
    const { frames, shareImages } = making;
    const start: WorkerStart = { marketDirectory: market.directory, out, frames, shareImages };
    const others = Array.from({ length: threads - 1 }, (_, at) =>
      startThread(start, { worker, index: at + 1, queue, onMade }),
    );
    // A failure of another thread ends the work of this one too.
    let failure: unknown;
    for (const other of others) {
      other.ended.catch((cause: unknown) => {
        failure ??= cause;
      });
    }
    try {
      const make = await siteMaking(market, making);
      for (let batch = queue.next(0); batch !== null; batch = queue.next(0)) {
        for (const page of batch) {
          onMade(await makePage(page, make));
          // Lets the reports of the others in between two pages.
          if (others.length > 0) await new Promise((resolve) => setImmediate(resolve));
          if (failure !== undefined) throw failure;
        }
      }
      await Promise.all(others.map(({ ended }) => ended));
    } finally {
      await Promise.all(others.map(({ stop }) => stop()));
    }
  };
}

interface Thread {
  /** Resolves when the thread has made all it was given and there is no more; rejects with its failure. */
  readonly ended: Promise<void>;
  /** Ends the thread wherever it is; nothing happens if it has ended. */
  stop(): Promise<unknown>;
}

interface Work {
  readonly worker: string;
  readonly index: number;
  readonly queue: PageQueue;
  readonly onMade: (page: MadePage) => void;
}

function startThread(workerData: WorkerStart, { worker: file, index, queue, onMade }: Work): Thread {
  const worker = new Worker(file, { workerData, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEGABYTES } });
  let isDone = false;
  const order = (): void => {
    if (isDone) return;
    const pages: WorkerOrder = queue.next(index);
    isDone = pages === null;
    worker.postMessage(pages);
  };
  for (let ahead = 0; ahead < ORDERS_AHEAD; ahead += 1) order();
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (report: WorkerReport) => {
      try {
        if ('made' in report) onMade(report.made);
        else if ('done' in report) order();
        else reject(revivedFailure(report.failure));
      } catch (failure) {
        reject(failure);
      }
    });
    worker.on('error', reject);
    worker.on('exit', (code) => {
      if (isDone && code === 0) resolve();
      else reject(new Error(`A thread that makes pages ended with code ${code} before its work was done.`));
    });
  });
  return { ended, stop: () => worker.terminate() };
}

/** Titles of one family of roles are answered from the same rows. */
function familyOf({ catalogue }: Market, title: string): string {
  const { role } = recogniseTitle(title, catalogue);
  return catalogue.roles.find(({ id }) => id === role?.id)?.family ?? title;
}
