/** A comparison as text for a terminal. */
import { formatDate } from '../../core/format.js';
import type { Comparison } from '../../report/comparison-model.js';
import { METHOD_HEADING, SOURCES_HEADING } from '../../report/model.js';
import { asciiText } from '../format/ascii-text.js';
import { harmlessText, mapTexts } from '../format/harmless-text.js';
import { comparedRows } from './comparison/chart.js';
import { differenceLines } from './comparison/differences.js';
import { measureLines } from './comparison/measures.js';
import { BLANK, encodeLines, hang, indent, type Line, line, span } from './line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from './page.js';
import { heading, paragraph } from './parts/prose.js';
import { wrap, wrapItems } from './wrap.js';

/**
 * Two to four questions side by side, in at least 60 columns; no text of theirs steers the terminal.
 *
 * @example renderComparisonText(comparison, { columns: 80, colour: false, unicode: true, brief: false })
 */
export function renderComparisonText(comparison: Comparison, options: TerminalOptions): string {
  const page = pageFor(options);
  const printable = (text: string): string => (options.unicode ? harmlessText(text) : asciiText(harmlessText(text)));
  return encodeLines(indent(linesOf(mapTexts(comparison, printable), page), MARGIN), options.colour);
}

function linesOf(comparison: Comparison, page: Page): Line[] {
  const { title, statement, notes, caveats, asOf, figures, questions } = comparison;
  return [
    ...paragraph(title, page, 'strong'),
    BLANK,
    ...paragraph(statement, page),
    ...notes.flatMap((note) => paragraph(note, page, 'dim')),
    ...caveats.flatMap((caveat) => paragraph(caveat, page, 'dim')),
    line(`As of ${formatDate(asOf)}`, 'dim'),
    ...figures.flatMap((figure) => [BLANK, ...comparedRows(figure, page)]),
    ...heading('Side by side', page),
    BLANK,
    ...measureLines(comparison, page),
    ...heading('Differences', page),
    ...differenceLines(comparison, page),
    ...heading('The questions', page),
    ...questions.flatMap(({ number, label, notes: read, headline }) => [
      BLANK,
      ...paragraph(`${number}. ${label}`, page, 'strong'),
      ...paragraph(headline.statement, page),
      ...(headline.missing === undefined ? [] : paragraph(headline.missing, page, 'dim')),
      ...read.flatMap((note) => paragraph(note, page, 'dim')),
    ]),
    ...closing(comparison, page),
  ];
}

function closing({ sources, method, schema }: Comparison, page: Page): Line[] {
  const room = page.width - HANG;
  const marked = (text: string) =>
    hang(
      span(page.glyphs.leader, 'dim'),
      wrap(text, room).map((words) => line(words)),
      HANG,
    );
  return [
    ...heading(SOURCES_HEADING, page),
    BLANK,
    ...sources.flatMap(({ name, vintage, licence, publisher }) =>
      wrapItems([name, publisher, vintage, licence], page.glyphs.separator, page.width).map((text) => line(text)),
    ),
    ...(sources.length === 0 ? [line('No source holds observations for these questions.', 'dim')] : []),
    ...heading(METHOD_HEADING, page),
    BLANK,
    ...method.steps.flatMap(marked),
    line(`Version ${method.version}, ${schema}`, 'dim'),
  ];
}

const HANG = 3;
