/** Reports by question and by address, and the files beside them. */
import type { Context, Hono } from 'hono';
import type { SiteFrames } from '../../render/html/frame.js';
import { renderHtml } from '../../render/html/report.js';
import { reportJson } from '../../render/json/report-digest.js';
import { PACKAGE_PATHS } from '../../render/package/package-contents.js';
import { reportPackageFile } from '../../render/package/report-package.js';
import type { ByteCache } from './byte-cache.js';
import type { LiveAnswers } from './live-answers.js';
import { type Prepared, prepared, send } from './prepared.js';
import { type ReportQuestion, readQuestion } from './question.js';
import { cacheRule, FRESH, frameOf, HTML, headersOf, PLACE, queryOf, withSlash } from './responses.js';

export interface ReportRoutes {
  readonly answers: LiveAnswers;
  readonly frames: SiteFrames;
  readonly titleAt: (part: string) => string;
  readonly pages: ByteCache<Prepared | null>;
}

const JSON_TYPE = 'application/json';

/** Sends the model of a report, its bytes kept ready where nobody's offer is in them. */
export function modelSender(
  answers: LiveAnswers,
  pages: ByteCache<Prepared | null>,
): (c: Context, question: ReportQuestion) => Promise<Response> {
  return async (c, question) => {
    const make = async () => prepared(JSON_TYPE, reportJson(await answers.answer(question)));
    const key = `model\n${JSON.stringify(question)}`;
    const answer = question.offer === undefined ? await keptIn(pages, key, make) : await make();
    return send(c, answer, { 'Cache-Control': cacheRule(question) });
  };
}

async function keptIn(
  pages: ByteCache<Prepared | null>,
  key: string,
  make: () => Promise<Prepared>,
): Promise<Prepared> {
  return (await pages.get(key, make)) ?? make();
}

const FILE = `:file{${PACKAGE_PATHS.map((path) => path.replace('.', '\\.')).join('|')}}`;

/** `/report?title=&in=`, `/<place>/<role>/`, and below it `report.json` and the like. */
export function mountReports(app: Hono, { answers, frames, titleAt, pages }: ReportRoutes): void {
  const page = async (c: Context, question: ReportQuestion): Promise<Response> => {
    const frame = frameOf(c, frames);
    const make = async () => prepared(HTML, renderHtml(await answers.answer(question), { frame }));
    // Someone's offer is nobody else's to keep.
    const kept = question.offer === undefined;
    const answer = kept ? await keptIn(pages, `${frame.path}\n${JSON.stringify(question)}`, make) : await make();
    return send(c, answer, { ...headersOf(HTML), 'Cache-Control': cacheRule(question) });
  };
  /** The question behind an address of the site: `/us-ca/data-engineer/`. */
  const questionAt = (c: Context): ReportQuestion => {
    const place = (c.req.param('place') ?? '').toUpperCase();
    return readQuestion(new URLSearchParams({ title: titleAt(c.req.param('role') ?? ''), in: place }));
  };
  app.get('/report', (c) => page(c, readQuestion(queryOf(c))));
  for (const path of [`/${PLACE}/:role/`, `/${PLACE}/:role/index.html`]) app.get(path, (c) => page(c, questionAt(c)));
  app.get(`/${PLACE}/:role/${FILE}`, async (c, next) => {
    const name = c.req.param('file') ?? '';
    // That a report has no such file is kept too.
    const answer = await pages.get(c.req.path, async () => {
      const file = reportPackageFile(await answers.answer(questionAt(c)), name);
      return file === null ? null : prepared(file.type, file.content);
    });
    return answer === null ? next() : send(c, answer, { 'Cache-Control': FRESH });
  });
  app.get(`/${PLACE}/:role{[^./]+}`, withSlash);
}
