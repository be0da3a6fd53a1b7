/** Serves the report pages of an open market. */
import { createApp } from '../serve/http/app.js';
import { type RunningServer, startServer } from '../serve/http/server.js';
import { DEFAULT_PLACES, DEFAULT_TITLES } from '../site/defaults.js';
import { type Market, requirePublic } from './market.js';
import { rememberingStore } from './remembering-store.js';
import { answerReport } from './report.js';
import { readStyles } from './styles.js';

/** Reads kept for the next visitors; each is at most some megabytes. */
const REMEMBERED_READS = 64;

export interface ServeRequest {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly onFailure: (error: unknown) => void;
}

export type { RunningServer } from '../serve/http/server.js';

/** @throws {UsageError} CANNOT_LISTEN | PRIVATE_DATA */
export async function serveReports(market: Market, request: ServeRequest): Promise<RunningServer> {
  requirePublic(market);
  const names = new Map(market.places.map((row) => [row.place, row.name]));
  const remembering = { ...market, store: rememberingStore(market.store, REMEMBERED_READS) };
  const app = createApp({
    answer: (question) => answerReport(remembering, question),
    styles: await readStyles(),
    defaults: { titles: DEFAULT_TITLES, places: DEFAULT_PLACES.map((id) => ({ id, name: names.get(id) ?? id })) },
    onFailure: request.onFailure,
  });
  return startServer({ app, host: request.host, port: request.port });
}
