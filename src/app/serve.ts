/** Serves the pages of an open market: those of a site, made when they are asked for. */
import { documentPage } from '../render/html/document.js';
import type { SitePageFiles } from '../render/html/frame.js';
import { sourcesPage } from '../render/html/sources-page.js';
import { createSite } from '../serve/http/app.js';
import type { ServedDocument } from '../serve/http/file-routes.js';
import type { ReportQuestion } from '../serve/http/question.js';
import { type RunningServer, startServer } from '../serve/http/server.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from '../site/defaults.js';
import { SERVED_ROBOTS } from '../site/sitemap.js';
import { apiServices } from './api-services.js';
import { type Market, requirePublic } from './market.js';
import { sitePageFiles } from './page-files.js';
import { rememberingStore } from './remembering-store.js';
import { answerReport } from './report.js';
import { openMarketSearch } from './search.js';
import { siteCatalogue } from './site-catalogue.js';
import { readSiteDocuments, readSiteSources } from './site-documents.js';

/** Reads kept for the next visitors; each is at most some megabytes. */
const REMEMBERED_READS = 64;

/** What the front page shows as examples. */
const EXAMPLES: readonly ReportQuestion[] = [
  { title: 'Machine Learning Engineer', place: 'US' },
  { title: 'Registered Nurse', place: 'US-CA' },
  { title: 'Accountant', place: 'US-NY' },
  { title: 'Software Engineer', place: 'GB' },
];

export interface ServeRequest {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  readonly onFailure: (error: unknown) => void;
  /** Whether the usual questions are answered while nobody asks; they are when left out. */
  readonly warmUp?: boolean;
}

export type { RunningServer } from '../serve/http/server.js';

/** @throws {UsageError} CANNOT_LISTEN | PRIVATE_DATA */
export async function serveReports(market: Market, request: ServeRequest): Promise<RunningServer> {
  requirePublic(market);
  const remembering = { ...market, store: rememberingStore(market.store, REMEMBERED_READS) };
  const [pageFiles, catalogue] = await Promise.all([sitePageFiles(), siteCatalogue(market)]);
  const services = apiServices(remembering);
  const search = openMarketSearch(market);
  // Whoever searches first hears of a failure.
  search.catch(() => {});
  const site = createSite({
    answer: (question) => answerReport(remembering, question),
    pageFiles,
    catalogue,
    search: async (query, options) => (await search)(query, options),
    ...services,
    // It hands on the very questions it is given.
    compare: (answer, questions) => services.compare((asked) => answer(asked as ReportQuestion), questions),
    documents: await servedDocuments(market, pageFiles),
    examples: EXAMPLES,
    onFailure: request.onFailure,
  });
  const server = await startServer({ app: site.app, host: request.host, port: request.port });
  if (request.warmUp === false) return server;
  const usual = sitePairs(DEFAULT_TITLES, DEFAULT_PLACES);
  const stop = site.warmUp([...EXAMPLES, ...usual]);
  void server.closed.then(stop);
  return server;
}

/** Methods, scoreboard, sources and licences, as a site has them. */
async function servedDocuments(market: Market, { shared }: SitePageFiles): Promise<ServedDocument[]> {
  const frames = { shared, address: null, live: true };
  const [documents, sources] = await Promise.all([readSiteDocuments(), readSiteSources(market)]);
  const pages = [
    ...documents.map((document) => documentPage(document, { frames, documents })),
    sourcesPage({ ...sources, frames }),
  ];
  return [
    ...pages.map(({ path, html }) => ({ path, type: 'text/html; charset=utf-8', content: html })),
    ...sources.licences.map(({ name, text }) => ({
      path: `sources/${name}`,
      type: 'text/plain; charset=utf-8',
      content: text,
    })),
    { path: 'robots.txt', type: 'text/plain; charset=utf-8', content: SERVED_ROBOTS },
  ];
}
