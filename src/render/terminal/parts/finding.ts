/** One finding: its statement, what limits it, and its evidence. */
import { hasOwnSource } from '../../../core/own-data.js';
import type { Report } from '../../../report/model.js';
import { hang, type Line, line, type Span, span } from '../line.js';
import type { Page } from '../page.js';
import { wrap, wrapItems } from '../wrap.js';
import { evidenceItems, OWN_WORDS } from './evidence.js';

type Finding = Report['headline'];

/** Cells of the status mark and the space after it. */
export const STATUS_COLUMN = 3;

/** The mark of the status; colour repeats what its shape says. */
export function statusMark(status: Finding['status'], page: Page): Span {
  const { glyphs } = page;
  if (status === 'supported') return span(glyphs.supported, 'accent');
  if (status === 'modelled') return span(glyphs.modelled, 'accent');
  return span(glyphs.insufficient, 'dim');
}

/** What the marks mean, for the foot of the opening. */
export function statusLegend(report: Report, { glyphs }: Page): string[] {
  return [
    `${glyphs.supported} supported`,
    `${glyphs.modelled} modelled`,
    `${glyphs.insufficient} not enough evidence`,
    ...(hasOwnSource(report.sources) ? [`${glyphs.own} ${OWN_WORDS}`] : []),
  ];
}

/** A finding that leads: statement, what is needed, evidence in one quiet line, limits; the status in the margin. */
export function findingLines(finding: Finding, report: Report, page: Page): Line[] {
  const room = page.width - STATUS_COLUMN;
  const quiet = finding.status === 'insufficient';
  const dim = (text: string): Line[] => wrap(text, room).map((words) => line(words, 'dim'));
  const body = [
    ...wrap(finding.statement, room).map((words) => line(words, quiet ? 'dim' : 'plain')),
    ...(finding.missing === undefined ? [] : dim(finding.missing)),
    ...wrapItems(evidenceItems(finding, report, page), page.glyphs.separator, room).map((words) => line(words, 'dim')),
    ...finding.caveats.flatMap((caveat) => dim(`Note: ${caveat}`)),
  ];
  return hang(statusMark(finding.status, page), body, STATUS_COLUMN);
}
