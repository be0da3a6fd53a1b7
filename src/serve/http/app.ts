/** The web site and the HTTP API, without a socket. */
import { type Context, Hono } from 'hono';
import type { SiteFrames, SitePageFiles } from '../../render/html/frame.js';
import { reportPath } from '../../render/html/page-path.js';
import type { Comparison } from '../../report/comparison-model.js';
import type { Report } from '../../report/model.js';
import { type ApiLists, mountApi, noEndpoint } from './api.js';
import type { AnswerBenchmark } from './api-benchmark.js';
import { byteCache } from './byte-cache.js';
import { mountCompare } from './compare-page.js';
import { type Fault, faultOf, NO_PAGE, NOT_ALLOWED, TOO_LARGE } from './faults.js';
import { mountFiles, type ServedDocument } from './file-routes.js';
import { mountHealth } from './health-routes.js';
import { readingOnly, safeHeaders } from './limits.js';
import { mountLists } from './list-routes.js';
import { type LiveAnswers, liveAnswers } from './live-answers.js';
import { liveIndexPage } from './live-index.js';
import { type Prepared, preparedSize } from './prepared.js';
import type { ReportQuestion } from './question.js';
import { modelSender, mountReports } from './report-routes.js';
import { faultResponse } from './responses.js';
import { mountSearch, type SearchAnswer } from './search-route.js';
import { lookUp, type SiteCatalogue } from './site-catalogue.js';
import { warmUp } from './warm-up.js';

export interface AppOptions {
  readonly answer: (question: ReportQuestion) => Promise<Report>;
  /** Style, script and fonts of the pages. */
  readonly pageFiles: SitePageFiles;
  readonly catalogue: SiteCatalogue;
  readonly search: SearchAnswer;
  /** Compares what the first argument answers. */
  readonly compare: (answer: LiveAnswers['answer'], questions: readonly ReportQuestion[]) => Promise<Comparison>;
  readonly benchmark: AnswerBenchmark;
  readonly lists: ApiLists;
  readonly documents?: readonly ServedDocument[];
  /** Questions whose answers the front page shows. */
  readonly examples?: readonly ReportQuestion[];
  /** Whether questions can be answered now; always, when not given. */
  readonly ready?: () => Promise<boolean>;
  /** Told of every failure that is not the visitor's; visitors only learn that there was one. */
  readonly onFailure?: (error: unknown) => void;
  /** Bytes of prepared answers, and of reports, kept in memory. */
  readonly pageBytes?: number;
  readonly keptBytes?: number;
  /** Questions answered at once, and waiting. */
  readonly atOnce?: number;
  readonly waiting?: number;
}

export interface Site {
  readonly app: Hono;
  /** Answers questions while nobody asks. @returns stops it */
  warmUp(questions: readonly ReportQuestion[]): () => void;
}

const PAGE_BYTES = 64_000_000;
/** Milliseconds without a request after which a server has time for other things. */
const QUIET_MS = 1_000;

/**
 * The routes: those of a site (front page, lists, reports and what stands beside them, documents, assets), `/report`,
 * `/api/v1/...`, `/healthz`, `/readyz`.
 *
 * Keeps no state but the last answers, and none that was asked with an offer.
 */
export function createSite(options: AppOptions): Site {
  const { pageFiles, catalogue, onFailure = () => {} } = options;
  const frames: SiteFrames = { shared: pageFiles.shared, address: null, live: true };
  const known = lookUp(catalogue);
  const answers = liveAnswers({ ...options, lists: known.lists });
  const app = new Hono();
  const fail = (c: Context, fault: Fault) => faultResponse(c, fault, frames);
  let latest = Number.NEGATIVE_INFINITY;

  app.use(safeHeaders());
  app.use(async (_, next) => {
    latest = performance.now();
    await next();
  });
  const pages = byteCache<Prepared | null>(options.pageBytes ?? PAGE_BYTES, (page) =>
    page === null ? 0 : preparedSize(page),
  );
  const compare = (questions: readonly ReportQuestion[]) => options.compare(answers.answer, questions);
  mountApi(app, { ...options, answer: answers.answer, sendReport: modelSender(answers, pages), compare });
  app.use(readingOnly((c, status) => fail(c, status === 413 ? TOO_LARGE : NOT_ALLOWED)));
  app.onError((error, c) => {
    const fault = faultOf(error);
    if (fault.status === 500) onFailure(error);
    return fail(c, fault);
  });
  app.notFound((c) => (c.req.path.startsWith('/api/') ? noEndpoint(c) : fail(c, NO_PAGE)));

  mountHealth(app, options.ready);
  mountSearch(app, options.search);
  mountFiles(app, pageFiles.files, options.documents ?? []);
  mountReports(app, { answers, frames, titleAt: known.titleAt, pages });
  mountCompare(app, { frames, compare, titleAt: known.titleAt });
  const examples = (options.examples ?? []).map(({ title, place }) => reportPath(title, place));
  const index = { frames, catalogue, known, headlines: answers.headlines, examples };
  mountLists(app, { pageAt: (path) => liveIndexPage(path, index), version: answers.version, pages, fail });
  return {
    app,
    warmUp: (questions) =>
      warmUp({
        questions,
        answer: (question) => answers.answer(question),
        quiet: () => answers.idle() && performance.now() - latest > QUIET_MS,
      }),
  };
}
