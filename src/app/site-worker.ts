/** A thread that makes pages of a site: opens the market itself, and writes what it makes itself. */
import { parentPort, workerData } from 'node:worker_threads';
import type { SiteFrames } from '../render/html/frame.js';
import { openSiteFiles } from '../site/files.js';
import { type MadePage, makePage, type PlannedPage } from '../site/make-page.js';
import { type CarriedFailure, carriedFailure } from './carried-failure.js';
import { openMarket } from './market.js';
import { siteMaking } from './site-making.js';

/** What a thread is started with. */
export interface WorkerStart {
  readonly marketDirectory: string;
  readonly out: string;
  readonly frames: SiteFrames;
  readonly shareImages: boolean;
}

/** Pages to make; null when there are no more. */
export type WorkerOrder = readonly PlannedPage[] | null;

export type WorkerReport =
  | { readonly made: MadePage }
  /** All pages of one order are made. */
  | { readonly done: true }
  | { readonly failure: CarriedFailure };

const port = parentPort;
if (port !== null) {
  const { marketDirectory, out, frames, shareImages } = workerData as WorkerStart;
  const say = (report: WorkerReport): void => port.postMessage(report);
  const opened = openMarket(marketDirectory).then(async (market) => ({
    market,
    options: await siteMaking(market, { frames, files: openSiteFiles(out), shareImages }),
  }));
  let queue: Promise<void> = opened.then(() => {});
  const fail = (failure: unknown): void => {
    say({ failure: carriedFailure(failure) });
    port.close();
  };
  queue.catch(() => {});
  port.on('message', (pages: WorkerOrder) => {
    queue = queue.then(async () => {
      const { market, options } = await opened;
      if (pages === null) {
        await market.close();
        port.close();
        return;
      }
      for (const page of pages) say({ made: await makePage(page, options) });
      say({ done: true });
    });
    queue.catch(fail);
  });
}
