/** One of the nine sections: what leads, the figures, then the further findings as rows. */
import type { Report, Section, SectionId } from '../../../report/model.js';
import { planSection } from '../../html/finding-groups.js';
import { BLANK, type Line } from '../line.js';
import type { Page } from '../page.js';
import { figureLines } from './figure.js';
import { findingLines } from './finding.js';
import { findingRows, Notes } from './finding-rows.js';
import { openingFigure } from './opening.js';
import { paragraph, titledPart } from './prose.js';
import { rangesLines } from './ranges.js';

/** The headline and its figure are in the opening and not repeated. */
export function sectionLines(id: SectionId, report: Report, page: Page): Line[] {
  const section: Section = report.sections[id];
  const opened = openingFigure(report);
  const figures = section.figures.filter((figure) => figure !== opened);
  const findings = section.findings.filter((finding) => finding.id !== report.headline.id);
  const { leading, further } = planSection(id, findings);
  const notes = new Notes(report.headline.caveats);
  const nothing = findings.length === 0 && figures.length === 0;
  const body = [
    ...leading.flatMap((finding) => [BLANK, ...findingLines(finding, report, page)]),
    ...figures.flatMap((figure) => [BLANK, ...figureLines(figure, page)]),
    ...further.flatMap((group) => [
      ...(group.heading === null ? [] : [BLANK]),
      ...findingRows(group, notes, report, page),
    ]),
    ...(section.ranges === undefined ? [] : [BLANK, ...rangesLines(section.ranges, report, page)]),
    ...(nothing ? [BLANK, ...paragraph('Nothing can be said here from the data at hand.', page, 'dim')] : []),
  ];
  return titledPart(section.heading, body, page);
}
