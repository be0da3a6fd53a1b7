/** The first screen: question, answer, pay band, grade, evidence. */
import { formatDate } from '../../../core/format.js';
import type { Figure, Report } from '../../../report/model.js';
import { sourceName } from '../../format/evidence-rows.js';
import { BLANK, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { wrapItems } from '../wrap.js';
import { askedWords, evidenceCounts, gradeWords, ownMark } from './evidence.js';
import { figureLines } from './figure.js';
import { statusLegend } from './finding.js';
import { paragraph, type Term, termList } from './prose.js';

/** The figure the report opens with, which the section it belongs to does not repeat. */
export function openingFigure(report: Report): Figure | undefined {
  const first = report.sections.overview.figures[0];
  return first?.kind === 'pay-band' || first?.kind === 'empty' ? first : undefined;
}

/** Grade, as-of date, n, employers, scope, sources, and the limits. */
function provenance(report: Report, page: Page): Term[] {
  const { headline, question } = report;
  const { evidence } = headline;
  const names = evidence.sources.map((id) => sourceName(id, report));
  const asked = evidence.asked === undefined ? [] : [`${askedWords(evidence.asked)} in the very cell asked about`];
  return [
    { name: 'Grade', values: [gradeWords(evidence)], tone: 'strong' },
    { name: 'As of', values: [formatDate(question.asOf)] },
    {
      name: 'Evidence',
      values: [evidenceCounts(evidence).join(page.glyphs.separator), ...asked, ...ownMark(evidence, page)],
    },
    { name: 'Scope', values: [evidence.scope] },
    { name: 'Sources', values: [names.join('; ')] },
    { name: 'Read as', values: question.notes, marked: true },
    { name: 'Limits', values: headline.caveats, marked: true },
  ];
}

/** Question, answer, its figure, and what it rests on. */
export function opening(report: Report, page: Page): Line[] {
  const figure = openingFigure(report);
  const { headline, question } = report;
  return [
    BLANK,
    ...paragraph(question.text, page, 'strong'),
    BLANK,
    ...(question.doubt === undefined ? [] : [...paragraph(question.doubt, page, 'warning'), BLANK]),
    ...paragraph(headline.statement, page),
    ...(headline.missing === undefined ? [] : paragraph(headline.missing, page, 'dim')),
    BLANK,
    ...(figure === undefined ? [] : [...figureLines(figure, page), BLANK]),
    ...termList(provenance(report, page), page),
    BLANK,
    ...wrapItems(statusLegend(report, page), '   ', page.width).map((text) => line(text, 'dim')),
  ];
}
