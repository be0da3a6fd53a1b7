/** The page that compares two to four questions: its form, its answer, or what is wrong with what was asked. */
import type { Context, Hono } from 'hono';
import { UsageError } from '../../core/errors.js';
import { renderComparePage, renderComparison } from '../../render/html/comparison-page.js';
import { type SiteFrames, siteFrame } from '../../render/html/frame.js';
import { SITE_POLICY } from '../../render/html/page.js';
import { addressPart } from '../../render/html/page-path.js';
import type { Comparison } from '../../report/comparison-model.js';
import { type AskedFields, askedFields, readComparedQuestions } from './compared-questions.js';
import type { ReportQuestion } from './question.js';

export interface ComparePageOptions {
  readonly frames: SiteFrames;
  readonly compare: (questions: readonly ReportQuestion[]) => Promise<Comparison>;
  /** The title that a part of an address stands for; reports put aside are named by the addresses of their pages. */
  readonly titleAt: (part: string) => string;
}

const FRESH = 'public, max-age=300';

/** `/compare/`, `/compare/index.html` and `/compare`, which leads to the first. */
export function mountCompare(app: Hono, options: ComparePageOptions): void {
  app.get('/compare', (c) => c.redirect(`/compare/${new URL(c.req.url).search}`, 301));
  for (const path of ['/compare/', '/compare/index.html']) app.get(path, (c) => comparePage(c, options));
}

async function comparePage(c: Context, { frames, compare, titleAt }: ComparePageOptions): Promise<Response> {
  const frame = siteFrame(frames, 'compare/');
  const query = withTitles(new URL(c.req.url).searchParams, titleAt);
  const asked = askedFields(query).map(withDefaults);
  c.header('Content-Security-Policy', `${SITE_POLICY}; frame-ancestors 'none'`);
  try {
    if (asked.length >= 2) {
      const comparison = await compare(readComparedQuestions(query));
      c.header('Cache-Control', FRESH);
      return c.html(renderComparison(comparison, frame, asked));
    }
    c.header('Cache-Control', FRESH);
    return c.html(renderComparePage({ frame, asked }));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    c.header('Cache-Control', 'no-store');
    const fault = { message: error.message, remedy: error.remedy };
    return c.html(renderComparePage({ frame, asked, fault }), error.code === 'UNKNOWN_PLACE' ? 404 : 400);
  }
}

/** Titles that are no more than the words of an address as the pages of those addresses write them. */
function withTitles(given: URLSearchParams, titleAt: ComparePageOptions['titleAt']): URLSearchParams {
  const query = new URLSearchParams(given);
  for (const [name, text] of given) {
    if (!/^title\d$/.test(name)) continue;
    const part = addressPart(text);
    if (part.replaceAll('-', ' ') === text) query.set(name, titleAt(part));
  }
  return query;
}

/** A title beyond what is read fills no form. */
const LONGEST = 300;

function withDefaults({ title, place, level }: AskedFields): AskedFields {
  return { title: title.slice(0, LONGEST), place: place.slice(0, LONGEST), level };
}
