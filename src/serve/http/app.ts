/** The web site and the HTTP API, without a socket. */
import { type Context, Hono } from 'hono';
import { UsageError } from '../../core/errors.js';
import { recent } from '../../core/recent.js';
import { renderFront, renderMessage } from '../../render/html/front.js';
import { documentPolicy } from '../../render/html/page.js';
import { addressPart, encodePath, reportPath } from '../../render/html/page-path.js';
import { renderHtml } from '../../render/html/report.js';
import type { Report } from '../../report/model.js';
import { readingOnly, safeHeaders } from './limits.js';
import { type ReportQuestion, readQuestion } from './question.js';

export interface ServeDefaults {
  /** Titles offered in the form; the first ones are the examples. */
  readonly titles: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

export interface AppOptions {
  readonly answer: (question: ReportQuestion) => Promise<Report>;
  readonly styles: string;
  readonly defaults: ServeDefaults;
  /** Whether questions can be answered now; always, when not given. */
  readonly ready?: () => Promise<boolean>;
  /** Told of every failure that is not the visitor's; visitors only learn that there was one. */
  readonly onFailure?: (error: unknown) => void;
  /** Reports kept in memory. */
  readonly cacheSize?: number;
}

type Status = 400 | 404 | 405 | 413 | 500;

interface Fault {
  readonly status: Status;
  readonly code: string;
  readonly heading: string;
  readonly message: string;
  readonly remedy: string;
}

const HOME = { home: '/' } as const;
const FRESH_SECONDS = 300;

/** A place id as it stands in an address: us, us-ca, us-35620. */
const PLACE = ':place{[a-z]{2}(?:-[a-z0-9]+)?}';

/**
 * The routes: `/`, `/report`, `/<place>/<role>/`, `/api/v1/report`, `/healthz`, `/readyz`.
 *
 * Keeps no state but the last reports, and none that was asked with an offer.
 */
export function createApp(options: AppOptions): Hono {
  const { styles, defaults, ready = async () => true, onFailure = () => {} } = options;
  const answer = cachedAnswer(options);
  const app = new Hono();
  const fail = (c: Context, fault: Fault) => faultResponse(c, fault, styles);

  app.use(safeHeaders());
  app.use(readingOnly((c, status) => fail(c, status === 413 ? TOO_LARGE : NOT_ALLOWED)));
  app.onError((error, c) => {
    const fault = faultOf(error);
    if (fault.status === 500) onFailure(error);
    return fail(c, fault);
  });
  app.notFound((c) => fail(c, NO_PAGE));

  app.get('/', (c) => page(c, frontPage(styles, defaults), styles));
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) =>
    (await ready()) ? c.json({ status: 'ready' }) : c.json({ status: 'not ready' }, 503),
  );
  app.get('/report', async (c) => reportPage(c, readQuestion(searchOf(c)), { answer, styles }));
  app.get('/api/v1/report', async (c) => {
    const question = readQuestion(searchOf(c));
    const report = await answer(question);
    c.header('Cache-Control', cacheRule(question));
    return c.json(report);
  });
  app.get(`/${PLACE}/:role`, (c) =>
    c.redirect(`${encodePath(`/${c.req.param('place')}/${c.req.param('role')}`)}/`, 301),
  );
  for (const path of [`/${PLACE}/:role/`, `/${PLACE}/:role/index.html`]) {
    app.get(path, (c) => reportPage(c, sitePage(c, defaults), { answer, styles }));
  }
  return app;
}

type Answer = AppOptions['answer'];

function cachedAnswer({ answer, cacheSize = 64 }: AppOptions): Answer {
  const kept = recent<Report>(cacheSize);
  return (question) =>
    question.offer === undefined ? kept.get(JSON.stringify(question), () => answer(question)) : answer(question);
}

async function reportPage(
  c: Context,
  question: ReportQuestion,
  { answer, styles }: { answer: Answer; styles: string },
): Promise<Response> {
  const report = await answer(question);
  c.header('Cache-Control', cacheRule(question));
  return page(c, renderHtml(report, { styles, links: HOME }), styles);
}

/** The question behind an address of the site: `/us-ca/data-engineer/`. */
function sitePage(c: Context, { titles }: ServeDefaults): ReportQuestion {
  const role = c.req.param('role') ?? '';
  const title = titles.find((known) => addressPart(known) === role) ?? role.replace(/-+/g, ' ');
  return readQuestion(new URLSearchParams({ title, in: (c.req.param('place') ?? '').toUpperCase() }));
}

function searchOf(c: Context): URLSearchParams {
  return new URL(c.req.url).searchParams;
}

function frontPage(styles: string, { titles, places }: ServeDefaults): string {
  const examples = places
    .slice(0, 2)
    .flatMap(({ id, name }) =>
      titles.slice(0, 5).map((title) => ({ href: `/${encodePath(reportPath(title, id))}/`, title, place: name })),
    );
  return renderFront({ styles, titles, places, examples });
}

/** Someone's offer is nobody else's to keep. */
function cacheRule({ offer }: ReportQuestion): string {
  return offer === undefined ? `public, max-age=${FRESH_SECONDS}` : 'private, no-store';
}

function page(c: Context, text: string, styles: string, status: 200 | Status = 200): Response {
  c.header('Content-Security-Policy', `${documentPolicy(styles)}; frame-ancestors 'none'`);
  return c.html(text, status);
}

function faultResponse(c: Context, { status, code, heading, message, remedy }: Fault, styles: string): Response {
  c.header('Cache-Control', 'no-store');
  if (c.req.path.startsWith('/api/')) return c.json({ error: { code, message, remedy } }, status);
  return page(c, renderMessage({ styles, heading, message, remedy, links: HOME }), styles, status);
}

const NO_PAGE: Fault = {
  status: 404,
  code: 'NO_PAGE',
  heading: 'No page here',
  message: 'There is nothing at this address.',
  remedy: 'Ask for a job and a place on the front page.',
};

const NOT_ALLOWED: Fault = {
  status: 405,
  code: 'NOT_ALLOWED',
  heading: 'Not allowed',
  message: 'This address can only be read.',
  remedy: 'Use GET or HEAD.',
};

const TOO_LARGE: Fault = {
  status: 413,
  code: 'TOO_LARGE',
  heading: 'Too large',
  message: 'The request brings more than can be read.',
  remedy: 'Send at most one megabyte.',
};

function faultOf(error: unknown): Fault {
  if (error instanceof UsageError) {
    const { code, message, remedy } = error;
    const unknown = code === 'UNKNOWN_PLACE';
    return {
      status: unknown ? 404 : 400,
      code,
      heading: unknown ? 'Unknown place' : 'Not a question',
      message,
      remedy,
    };
  }
  return {
    status: 500,
    code: 'FAILED',
    heading: 'Something failed here',
    message: 'The answer could not be made.',
    remedy: 'Please try again later.',
  };
}
