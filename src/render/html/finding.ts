/**
 * A finding: its statement, its status in word and shape, and its evidence, which opens in place.
 *
 * Elements that HTML ends by itself (`p`, `li`, `dt`, `dd`) are left to it: a report has sixty of these blocks.
 */
import type { Report } from '../../report/model.js';
import { evidenceDetails } from './evidence.js';
import { html, type Markup } from './markup.js';
import { shareMark } from './share-mark.js';
import { findingId, statementMarkup } from './statement.js';

type Finding = Report['headline'];

export { statusMark } from './evidence.js';
export { findingId } from './statement.js';

/** One finding of a section. */
export function findingBlock(finding: Finding, report: Report): Markup {
  return html`<div class="finding ${finding.status}" id="${findingId(finding.id)}" data-finding="${finding.id}"${value(finding)}>${shareMark(finding)}<p class="statement">${statementMarkup(finding, report)}</p>${missing(finding)}${evidenceDetails(finding, report)}</div>\n`;
}

/** The figure for machines: a correction file states it. */
function value({ quantity }: Finding): Markup | null {
  return quantity === null ? null : html` data-value="${quantity.value}" data-unit="${quantity.unit}"`;
}

/** What would be needed, when there is not enough. */
export function missing(finding: Finding): Markup | null {
  return finding.missing === undefined || finding.missing === ''
    ? null
    : html`<p class="missing"><b>Needed:</b> ${finding.missing}</p>`;
}
