/** How a report is cited: a line to copy, and the same for reference managers. */
import { formatDate } from '../../core/format.js';
import type { Report } from '../../report/model.js';
import type { PageFrame } from './frame.js';
import { domId, html, type Markup } from './markup.js';
import { publicDigest } from './page-data.js';
import { encodePath } from './page-path.js';

/** The full address of a page; null where it is not known. */
export function pageAddress(frame: PageFrame): string | null {
  return frame.kind === 'site' && frame.address !== null && frame.path !== ''
    ? `${frame.address}${encodePath(frame.path)}`
    : null;
}

export function citationBlock(report: Report, frame: PageFrame): Markup {
  const { question, method } = report;
  const address = pageAddress(frame);
  const digest = publicDigest(report);
  const link = address === null ? null : html` <a href="${address}">${address}</a>.`;
  return html`<div class="citation"><p><cite id="citation">Going Rate (${question.asOf.slice(0, 4)}). ${question.text}: the going rate. As of ${formatDate(question.asOf)}, method version ${method.version}.${link}</cite></p>${digest && html`<p class="small quiet">Digest of report.json: <code class="digest">${digest}</code></p>`}<details class="aside"><summary>BibTeX</summary><pre>${bibTex(report, address)}</pre></details></div>`;
}

/** Characters with a meaning of their own in BibTeX, and what would end its line. */
const SPECIAL = /[{}\\"#$%&_~^]/g;

function bibTex(report: Report, address: string | null): Markup {
  const { question, method } = report;
  const digest = publicDigest(report);
  const key = domId('goingrate', `${question.place.id} ${question.title}`);
  const title = `${question.text}: the going rate`.replace(SPECIAL, '\\$&');
  const note = html`As of ${question.asOf}, method version ${method.version}${digest && html`, <code class="digest">${digest}</code>`}`;
  const url = address === null ? null : html`,\n  url = {${address}}`;
  return html`@misc{${key},\n  author = {{Going Rate}},\n  title = {${title}},\n  year = {${question.asOf.slice(0, 4)}},\n  note = {${note}}${url}\n}`;
}
