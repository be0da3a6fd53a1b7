/** Sources and method, after the nine sections. */
import { formatCount, formatPercent } from '../../../core/format.js';
import { METHOD_HEADING, type Report, SOURCES_HEADING } from '../../../report/model.js';
import { countOf } from '../../format/evidence-rows.js';
import { BLANK, hang, indent, type Line, line, span } from '../line.js';
import type { Page } from '../page.js';
import { wrap, wrapItems } from '../wrap.js';
import { heading, termList } from './prose.js';

const INSET = 3;

function sourceLines(source: Report['sources'][number], page: Page): Line[] {
  const room = page.width - INSET;
  const counts = [
    countOf(source.observations, 'observation'),
    ...(source.employers === null ? [] : [countOf(source.employers, 'employer')]),
    source.vintage,
    source.licence,
  ];
  const body = [
    ...wrapItems([source.publisher, source.id], page.glyphs.separator, room),
    ...wrap(source.role, room),
    ...wrapItems(counts, page.glyphs.separator, room),
    ...(source.address === '' ? [] : wrap(source.address, room)),
    ...(source.attribution === null ? [] : wrap(source.attribution, room)),
  ];
  return [
    BLANK,
    ...wrap(source.name, page.width).map((text) => line(text, 'strong')),
    ...indent(
      body.map((text) => line(text, 'dim')),
      INSET,
    ),
  ];
}

export function sourcesSection(report: Report, page: Page): Line[] {
  return [
    ...heading(SOURCES_HEADING, page),
    ...report.sources.flatMap((source) => sourceLines(source, page)),
    ...(report.sources.length === 0 ? [BLANK, line('No source had an observation for this question.', 'dim')] : []),
  ];
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
  return [
    ...heading(METHOD_HEADING, page),
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
}
