/** The HTTP API: `/api/v1/...` and its own description, `/openapi.json`. */
import { type Context, Hono } from 'hono';
import type { Comparison } from '../../report/comparison-model.js';
import type { Report } from '../../report/model.js';
import { type AnswerBenchmark, benchmarkRoute } from './api-benchmark.js';
import { apiFaultOf, faultJson, NO_ENDPOINT, notAllowed } from './api-faults.js';
import { readComparedQuestions } from './compared-questions.js';
import { isTooLarge } from './limits.js';
import { type ReportQuestion, readQuestion } from './question.js';

export interface ApiLists {
  readonly asOf: string;
  readonly roles: readonly {
    readonly id: string;
    readonly name: string;
    readonly family: string;
    readonly familyName: string;
  }[];
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly country: string;
    readonly currency: string;
  }[];
  readonly sources: readonly {
    readonly id: string;
    readonly name: string;
    readonly publisher: string;
    readonly address: string;
    readonly vintage: string;
    readonly licence: string;
    readonly attribution: string | null;
  }[];
}

export interface ApiOptions {
  readonly answer: (question: ReportQuestion) => Promise<Report>;
  /** Sends a report where its bytes are kept ready; made from `answer` when left out. */
  readonly sendReport?: (c: Context, question: ReportQuestion) => Promise<Response>;
  readonly compare: (questions: readonly ReportQuestion[]) => Promise<Comparison>;
  readonly benchmark: AnswerBenchmark;
  readonly lists: ApiLists;
  /** Told of every failure that is not the caller's. */
  readonly onFailure?: (error: unknown) => void;
}

const FRESH = 'public, max-age=300';
const READING = 'GET, HEAD';

/**
 * Adds the routes of the API. Call it before anything that refuses methods other than GET: it answers 405 for its own
 * addresses, and takes POST at `/api/v1/benchmark` alone. Other addresses below `/api/` are left to the caller.
 */
export function mountApi(app: Hono, options: ApiOptions): void {
  const { answer, compare, benchmark, lists, onFailure = () => {} } = options;
  const api = new Hono();
  api.onError((error, c) => {
    const fault = apiFaultOf(error);
    // What ends because its caller has gone is nobody's failure.
    if (fault.status === 500 && !c.req.raw.signal.aborted) onFailure(error);
    return faultJson(c, fault);
  });
  const sendReport = options.sendReport ?? reportSender(answer);
  api.get('/api/v1/report', (c) => sendReport(c, readQuestion(queryOf(c))));
  api.get('/api/v1/compare', async (c) => json(c, await compare(readComparedQuestions(queryOf(c)))));
  api.get('/api/v1/roles', (c) => json(c, { roles: lists.roles }));
  api.get('/api/v1/places', (c) => json(c, { places: lists.places }));
  api.get('/api/v1/sources', (c) => json(c, { asOf: lists.asOf, sources: lists.sources }));
  api.get('/openapi.json', async (c) => json(c, (await import('./openapi.js')).openApiDocument()));
  api.post('/api/v1/benchmark', benchmarkRoute(benchmark));
  for (const path of READ_PATHS) api.all(path, (c) => refuse(c, READING));
  api.all('/api/v1/benchmark', (c) => refuse(c, 'POST'));
  app.route('/', api);
}

/** Addresses that are only read. */
export const READ_PATHS = [
  '/api/v1/report',
  '/api/v1/compare',
  '/api/v1/roles',
  '/api/v1/places',
  '/api/v1/sources',
  '/openapi.json',
] as const;

/** For addresses below `/api/` that nobody answers. */
export function noEndpoint(c: Context): Response {
  return faultJson(c, NO_ENDPOINT);
}

/** A body beyond the limit is refused as such, whatever the method. */
async function refuse(c: Context, allow: string): Promise<Response> {
  return faultJson(c, (await isTooLarge(c.req.raw)) ? TOO_LARGE : notAllowed(allow));
}

const TOO_LARGE = {
  status: 413,
  code: 'TOO_LARGE',
  message: 'The request brings more than can be read.',
  remedy: 'Send at most one megabyte.',
} as const;

function queryOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function json(c: Context, model: object): Response {
  return c.json(model, 200, { 'Cache-Control': FRESH });
}

/** An answer to an offer is nobody else's to keep. */
function reportSender(answer: ApiOptions['answer']): NonNullable<ApiOptions['sendReport']> {
  return async (c, question) =>
    c.json(await answer(question), 200, {
      'Cache-Control': question.offer === undefined ? FRESH : 'private, no-store',
    });
}
