/** The report as text for a terminal. */
import { type Report, SECTION_ORDER } from '../../report/model.js';
import { asciiText } from '../format/ascii-text.js';
import { harmlessText, mapTexts } from '../format/harmless-text.js';
import { encodeLines, indent, type Line } from './line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from './page.js';
import { briefLines } from './parts/brief.js';
import { methodSection, sourcesSection } from './parts/closing.js';
import { opening } from './parts/opening.js';
import { sectionLines } from './parts/section.js';

export type { TerminalOptions } from './page.js';

/** Columns of the narrowest terminal a report is fitted to. */
const NARROWEST = 40;

function fullLines(report: Report, page: Page): Line[] {
  return [
    ...indent(opening(report, page), MARGIN),
    ...SECTION_ORDER.flatMap((id) => sectionLines(id, report, page)),
    ...sourcesSection(report, page),
    ...methodSection(report, page),
  ];
}

/**
 * The report for a terminal: the answer and its pay band, the nine sections, sources and method.
 * No line is wider than `columns` (at least 40), no character of the report's texts steers the terminal,
 * and what colour says is also said without it.
 *
 * @example renderTerminal(report, { columns: 80, colour: false, unicode: true, brief: true })
 */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const page = pageFor(options, NARROWEST);
  const printable = (text: string): string => (options.unicode ? harmlessText(text) : asciiText(harmlessText(text)));
  const safe = mapTexts(report, printable);
  return encodeLines(options.brief ? indent(briefLines(safe, page), MARGIN) : fullLines(safe, page), options.colour);
}
