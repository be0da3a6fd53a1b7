/** A comparison as Markdown: tables in place of pictures. */
import { formatDate } from '../../core/format.js';
import type { Comparison } from '../../report/comparison-model.js';
import { METHOD_HEADING, SOURCES_HEADING } from '../../report/model.js';
import { observations, STATUS_WORDS } from '../format/evidence-rows.js';
import { saidOnce, withoutRepeats } from '../format/said-once.js';
import { markdownTable, escapeMarkdown as text } from './escape.js';

/** CommonMark with tables; nothing that comes from data can become HTML, a link or a heading. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const { title, statement, notes, caveats, asOf, questions, measures, sources, method } = comparison;
  const differences = withoutRepeats(comparison.differences);
  const said = saidOnce(differences.map(({ finding }) => finding.caveats));
  const blocks = [
    `# ${text(title)}`,
    `**${text(statement)}**`,
    bullets([...notes, ...caveats, `As of ${formatDate(asOf)}`]),
    '## Side by side',
    markdownTable(
      ['', ...questions.map(({ name }) => name)],
      measures.map(({ name, cells }) => [
        name,
        ...cells.map(({ text: words, interval }) => (interval === null ? words : `${words} (${interval})`)),
      ]),
    ),
    '## Differences',
    ...differences.flatMap(({ finding }, at) => [
      text(finding.statement),
      text(finding.missing ?? ''),
      finding.status === 'insufficient'
        ? `*${STATUS_WORDS.insufficient}*`
        : `*${STATUS_WORDS[finding.status]}; ${observations(finding.evidence)}; ${text(finding.evidence.method)}*`,
      bullets(said[at]!),
    ]),
    '## The questions',
    ...questions.flatMap(({ label, headline, notes: read }) => [
      `**${text(label)}**`,
      text(headline.statement),
      text(headline.missing ?? ''),
      bullets([...headline.caveats, ...read]),
    ]),
    `## ${SOURCES_HEADING}`,
    bullets(sources.map(({ name, publisher, vintage, licence }) => [name, publisher, vintage, licence].join('; '))) ||
      'No source holds observations for these questions.',
    `## ${METHOD_HEADING}`,
    method.steps.map((step) => `1. ${text(step)}`).join('\n'),
    `Method version ${text(method.version)}.`,
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function bullets(texts: readonly string[]): string {
  return texts.map((item) => `- ${text(item)}`).join('\n');
}
