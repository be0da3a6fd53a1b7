/** One finding: its statement, what limits it, and its evidence. */
import { hasOwnSource } from '../../../core/own-data.js';
import type { Report } from '../../../report/model.js';
import { hang, type Line, line, type Span, span } from '../line.js';
import type { Page } from '../page.js';
import { wrap, wrapItems } from '../wrap.js';
import { evidenceItems, OWN_WORDS } from './evidence.js';

type Finding = Report['headline'];

const HANG = 3;

/** The mark of the status; colour repeats what its shape says. */
export function statusMark(status: Finding['status'], page: Page): Span {
  const { glyphs } = page;
  if (status === 'supported') return span(glyphs.supported, 'accent');
  if (status === 'modelled') return span(glyphs.modelled, 'accent');
  return span(glyphs.insufficient, 'dim');
}

/** What the marks mean, for the foot of the opening. */
export function statusLegend(report: Report, page: Page): string {
  const { glyphs } = page;
  const own = hasOwnSource(report.sources) ? `   ${glyphs.own} ${OWN_WORDS}` : '';
  return `${glyphs.supported} supported   ${glyphs.modelled} modelled   ${glyphs.insufficient} not enough evidence${own}`;
}

/** Notes of a finding: what is needed, and its caveats. */
export function limits(finding: Finding): string[] {
  return [
    ...(finding.missing === undefined ? [] : [finding.missing]),
    ...finding.caveats.map((caveat) => `Note: ${caveat}`),
  ];
}

/** Statement, limits and evidence, the status hung in the margin. */
export function findingLines(finding: Finding, report: Report, page: Page): Line[] {
  const room = page.width - HANG;
  const quiet = finding.status === 'insufficient';
  const body = [
    ...wrap(finding.statement, room).map((text) => line(text, quiet ? 'dim' : 'plain')),
    ...limits(finding).flatMap((limit) => wrap(limit, room).map((text) => line(text, quiet ? 'dim' : 'plain'))),
    ...wrapItems(evidenceItems(finding.evidence, report, page), page.glyphs.separator, room).map((text) =>
      line(text, 'dim'),
    ),
  ];
  return hang(statusMark(finding.status, page), body, HANG);
}
