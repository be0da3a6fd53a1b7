/** One of the nine sections. */
import type { Report, Section } from '../../../report/model.js';
import { chart } from '../charts/chart.js';
import { BLANK, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { findingLines } from './finding.js';
import { openingFigure } from './opening.js';
import { heading } from './prose.js';
import { rangesLines } from './ranges.js';

/** Heading, findings, then figures; the headline and its figure are in the opening and not repeated. */
export function sectionLines(section: Section, report: Report, page: Page): Line[] {
  const opened = openingFigure(report);
  const figures = section.figures.filter((figure) => figure !== opened);
  const findings = section.findings.filter((finding) => finding.id !== report.headline.id);
  const nothing = findings.length === 0 && figures.length === 0;
  return [
    ...heading(section.heading, page),
    ...findings.flatMap((finding) => [BLANK, ...findingLines(finding, report, page)]),
    ...figures.flatMap((figure) => [BLANK, BLANK, ...chart(figure, page)]),
    ...(section.ranges === undefined ? [] : [BLANK, BLANK, ...rangesLines(section.ranges, report, page)]),
    ...(nothing ? [BLANK, line('Nothing can be said here from the data at hand.', 'dim')] : []),
  ];
}
