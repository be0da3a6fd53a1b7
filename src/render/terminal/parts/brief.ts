/** The report on one screen of 80 by 24. */
import { formatDate } from '../../../core/format.js';
import type { Report } from '../../../report/model.js';
import { compactPayBand } from '../charts/pay-band.js';
import { BLANK, hang, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { wrap, wrapItems } from '../wrap.js';
import { evidenceCounts, gradeWords, ownMark } from './evidence.js';
import { statusMark } from './finding.js';
import { openingFigure } from './opening.js';
import { paragraph } from './prose.js';

type Finding = Report['headline'];

/** Lines of the screen, one kept for the prompt. */
const SCREEN = 23;
const FINDINGS = 3;
const HANG = 3;
const REST = 'The whole report: without --brief. All evidence: --format json.';

/** Forecast, official context and negotiation first, then what else could be said. */
function usefulFindings(report: Report): Finding[] {
  const all = Object.values(report.sections).flatMap((section) => section.findings);
  const said = all.filter(
    (finding) => finding.status !== 'insufficient' && finding.statement !== report.headline.statement,
  );
  const wanted = [
    said.find((finding) => /forecast/i.test(finding.id)),
    said.find(
      (finding) => finding.evidence.basis === 'official' && report.sections.overview.findings.includes(finding),
    ),
    report.sections.negotiation.findings.find((finding) => said.includes(finding)),
  ];
  return [...new Set([...wanted.filter((finding) => finding !== undefined), ...said])];
}

function gradeLines(report: Report, page: Page): Line[] {
  const { evidence } = report.headline;
  const grade = gradeWords(evidence);
  const items = [...ownMark(evidence, page), ...evidenceCounts(evidence), `as of ${formatDate(report.question.asOf)}`];
  return [
    ...(grade === '' ? [] : wrap(`Grade ${grade}`, page.width).map((text) => line(text, 'strong'))),
    ...wrapItems(items, page.glyphs.separator, page.width).map((text) => line(text, 'dim')),
  ];
}

/** As many of the findings as fit in `room` lines, at most three, the most useful first. */
function findingLines(report: Report, page: Page, room: number): Line[] {
  const lines: Line[] = [];
  let taken = 0;
  for (const finding of usefulFindings(report)) {
    const words = wrap(finding.statement, page.width - HANG).map((text) => line(text));
    if (taken === FINDINGS || lines.length + words.length > room) continue;
    lines.push(...hang(statusMark(finding.status, page), words, HANG));
    taken += 1;
  }
  return lines;
}

/** Title, answer, band, grade, as many of the most useful findings as fit, and how to get the rest. */
export function briefLines(report: Report, page: Page): Line[] {
  const figure = openingFigure(report);
  const { headline, question } = report;
  const title = paragraph(question.text, page, 'strong');
  const body = [
    ...paragraph(headline.statement, page),
    ...(headline.missing === undefined ? [] : paragraph(headline.missing, page, 'dim')),
    BLANK,
    ...(figure?.kind === 'pay-band' ? [...compactPayBand(figure, page), BLANK] : []),
    ...gradeLines(report, page),
    BLANK,
  ];
  const rest = paragraph(REST, page, 'dim');
  const room = SCREEN - title.length - body.length - rest.length;
  const findings = findingLines(report, page, room);
  const spare = room - findings.length;
  return [
    ...title,
    ...(spare >= 2 ? [BLANK] : []),
    ...body,
    ...findings,
    ...(spare >= 1 && findings.length > 0 ? [BLANK] : []),
    ...rest,
  ];
}
