/** Sources and method, after the nine sections. */
import { formatCount, formatPercent } from '../../../core/format.js';
import { METHOD_HEADING, type Report, SOURCES_HEADING } from '../../../report/model.js';
import { countOf } from '../../format/evidence-rows.js';
import { BLANK, hang, indent, type Line, line, span } from '../line.js';
import type { Page } from '../page.js';
import { wrap, wrapItems } from '../wrap.js';
import { paragraph, termList, titledPart } from './prose.js';

const INSET = 3;

/** Name and id, then in one run who publishes it, how much of it is used and under which licence. */
function sourceLines(source: Report['sources'][number], page: Page): Line[] {
  const room = page.width - INSET;
  const { name, id, publisher, vintage, licence, role, address, attribution, observations, employers } = source;
  const facts = [
    publisher,
    vintage,
    countOf(observations, 'observation'),
    ...(employers === null ? [] : [countOf(employers, 'employer')]),
    licence,
  ];
  const body = [
    ...wrap(`For ${role}`, room),
    ...wrapItems(facts, page.glyphs.separator, room),
    ...wrap(address, room),
    ...wrap(attribution ?? '', room),
  ];
  return [
    ...wrapItems([name, id], page.glyphs.separator, page.width).map((text) => line(text, 'strong')),
    ...indent(
      body.map((text) => line(text, 'dim')),
      INSET,
    ),
  ];
}

export function sourcesSection(report: Report, page: Page): Line[] {
  const none = paragraph('No source had an observation for this question.', page, 'dim');
  const body = report.sources.length === 0 ? none : report.sources.flatMap((source) => sourceLines(source, page));
  return titledPart(SOURCES_HEADING, [BLANK, ...body], page);
}

export function methodSection(report: Report, page: Page): Line[] {
  const { question, method, exclusions } = report;
  const role = [question.role.name, ...(question.level === null ? [] : [question.level.name])].join(', ');
  const steps = method.steps.flatMap((step) =>
    hang(
      span(page.glyphs.leader, 'dim'),
      wrap(step, page.width - INSET).map((text) => line(text)),
      INSET,
    ),
  );
  const occupations = question.occupations.map(
    (occupation) => `${occupation.soc} ${occupation.title} ${formatPercent(occupation.share * 100)}`,
  );
  const left = exclusions.map((exclusion) => `${exclusion.reason}: ${formatCount(exclusion.count)}`);
  const body = [
    BLANK,
    ...steps,
    ...(steps.length === 0 ? [] : [BLANK]),
    ...termList(
      [
        { name: 'Role', values: [role] },
        { name: 'Occupations', values: occupations },
        { name: 'Left out', values: left },
        { name: 'Version', values: [`${method.version}, ${report.schema}`] },
      ],
      page,
    ),
  ];
  return titledPart(METHOD_HEADING, body, page);
}
