/** What the script of a report page may know of its report: what is on the page anyway, and nothing private. */
import { hasOwnSource } from '../../core/own-data.js';
import type { Report } from '../../report/model.js';
import type { PageData } from '../../report/page-data.js';
import { reportDigest } from '../json/report-digest.js';
import { embeddedJson } from './embedded-json.js';
import type { Markup } from './markup.js';

/** The digest of a report without own data and without an offer, which could be guessed from it. */
export function publicDigest(report: Report): string | null {
  return report.question.offer !== null || hasOwnSource(report.sources) ? null : reportDigest(report);
}

/** The offer that was asked about stays out: it is the reader's own. */
export function pageData(report: Report): PageData {
  const { text, title, role, level, place, asOf, currency, basis } = report.question;
  const { id, statement, status, quantity, evidence } = report.headline;
  return {
    schema: 'goingrate.page/1',
    question: { text, title, role, level, place, asOf, currency, basis },
    method: report.method.version,
    headline: { id, statement, status, quantity, evidence },
    digest: publicDigest(report),
  };
}

export function pageDataElement(report: Report): Markup {
  return embeddedJson('application/json', pageData(report), 'page-data');
}
