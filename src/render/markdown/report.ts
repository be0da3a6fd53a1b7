/** The report as Markdown: the same order and content as the page, tables in place of pictures. */
import { formatCount, formatDate, formatPercent } from '../../core/format.js';
import { hasOwnSource } from '../../core/own-data.js';
import {
  type Figure,
  METHOD_HEADING,
  type Report,
  SECTION_HEADINGS,
  SECTION_ORDER,
  type SectionId,
  SOURCES_HEADING,
} from '../../report/model.js';
import { dataTable } from '../charts/data-table.js';
import { countOf, evidenceRows, observations, STATUS_WORDS, sourceName } from '../format/evidence-rows.js';
import { safeAddress } from '../html/sources.js';
import { markdownTable, escapeMarkdown as text } from './escape.js';
import { rangesBlocks } from './ranges.js';

type Finding = Report['headline'];

/**
 * Writes a report as Markdown (CommonMark with tables).
 *
 * Nothing that comes from data can become HTML, a link or a heading.
 */
export function renderMarkdown(report: Report): string {
  const blocks = [
    ...answer(report),
    ...SECTION_ORDER.flatMap((id) => section(id, report)),
    ...sources(report),
    ...method(report),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function answer(report: Report): string[] {
  const { question, headline } = report;
  const { evidence } = headline;
  const names = evidence.sources.map((id) => sourceName(id, report));
  const grade =
    evidence.grade === undefined
      ? `Evidence: ${STATUS_WORDS[headline.status].toLowerCase()}`
      : `Evidence grade ${evidence.grade}: ${text(evidence.gradeReason ?? '')}`;
  const facts = [
    grade,
    `As of ${formatDate(question.asOf)}`,
    observations(evidence),
    `Sources: ${names.length === 0 ? 'none' : names.map(text).join('; ')}`,
  ];
  return [
    `# ${text(question.text)}`,
    text(question.doubt ?? ''),
    `**${text(headline.statement)}**`,
    text(headline.missing ?? ''),
    facts.map((fact) => `- ${fact}`).join('\n'),
    evidenceTable(headline, report),
    bullets(headline.caveats),
    bullets(question.notes),
  ];
}

function section(id: SectionId, report: Report): string[] {
  const { findings, figures, ranges } = report.sections[id];
  const own = findings.filter((finding) => finding.id !== report.headline.id);
  const nothing = own.length === 0 && figures.length === 0;
  return [
    `## ${SECTION_HEADINGS[id]}`,
    ...own.flatMap((finding) => findingBlocks(finding, report)),
    ...figures.flatMap(figureBlocks),
    ...(ranges === undefined ? [] : rangesBlocks(ranges, report)),
    nothing ? 'Nothing can be said here from the data at hand.' : '',
  ];
}

function findingBlocks(finding: Finding, report: Report): string[] {
  const { evidence, status } = finding;
  const names = evidence.sources.map((id) => text(sourceName(id, report))).join('; ');
  const own = hasOwnSource(evidence.sources) ? '**Your own data**' : '';
  const parts = [own, STATUS_WORDS[status], observations(evidence), names, evidence.basis ?? '', text(evidence.method)];
  return [
    text(finding.statement),
    text(finding.missing ?? ''),
    `*${parts.filter((part) => part !== '').join('; ')}*`,
    bullets(finding.caveats),
  ];
}

function evidenceTable(finding: Finding, report: Report): string {
  return markdownTable(
    ['Evidence', ''],
    evidenceRows(finding, report).map((row) => [row.term, row.text]),
  );
}

function figureBlocks(figure: Figure): string[] {
  const table = dataTable(figure);
  return [
    `**${text(figure.title)}**`,
    text(figure.subtitle),
    table === null ? text(figure.alt) : markdownTable(table.columns, table.rows),
    `*${text(figure.sourceLine)}*`,
  ];
}

function sources(report: Report): string[] {
  const items = report.sources.map((source) => {
    const address = safeAddress(source.address);
    const name = text(source.name);
    const from = source.employers === null ? '' : ` from ${countOf(source.employers, 'employer')}`;
    const facts = [
      source.publisher,
      source.vintage,
      `n ${formatCount(source.observations)}${from}`,
      source.licence,
      source.attribution ?? '',
    ];
    const linked = address === null ? name : `[${name}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)`;
    return `- ${linked}: ${text(source.role)}. ${facts
      .filter((fact) => fact !== '')
      .map(text)
      .join('; ')}`;
  });
  return [`## ${SOURCES_HEADING}`, items.join('\n') || 'No source holds observations for this question.'];
}

function method({ method: { steps, version }, question, exclusions }: Report): string[] {
  const shares = question.occupations.map(
    ({ soc, title, share }) => `${title} (${soc}): ${formatPercent(share * 100)} of the title`,
  );
  return [
    `## ${METHOD_HEADING}`,
    steps.map((step) => `1. ${text(step)}`).join('\n'),
    bullets(shares),
    exclusions.length === 0
      ? ''
      : markdownTable(
          ['Left out', 'Observations'],
          exclusions.map(({ reason, count }) => [reason, formatCount(count)]),
        ),
    `Method version ${text(version)}.`,
  ];
}

function bullets(texts: readonly string[]): string {
  return texts.map((item) => `- ${text(item)}`).join('\n');
}
