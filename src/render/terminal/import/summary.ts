/** What an import did, for a terminal. */
import { formatCount } from '../../../core/format.js';
import type { ImportSummaryModel } from '../../../report/import-summary.js';
import { BLANK, encodeLines, indent, type Line, line, span } from '../line.js';
import { MARGIN, type Page, pageFor, type TerminalOptions } from '../page.js';
import { printable } from '../text/printable.js';
import { padStart } from '../wrap.js';
import { leftOutLines, reasonLines, sentence } from './preview.js';

/** What the reader may do next. */
export interface NextSteps {
  /** Ids of the imports that were made, for their removal. */
  readonly ids: readonly string[];
}

/** Counts, reasons, where the rows set aside are, and the next step. */
export function renderImportSummary(answer: ImportSummaryModel, next: NextSteps, options: TerminalOptions): string {
  const page = pageFor(options);
  const { summary, reasons, quarantine, files = [] } = answer;
  const failed = files.flatMap(({ file, error }) => (error === null ? [] : [{ file, reason: error }]));
  const lines: Line[] = [
    BLANK,
    line(opening(summary), 'strong'),
    ...countLines(summary),
    ...(reasons.length === 0
      ? []
      : [BLANK, line('Set aside because of', 'accent-strong'), ...reasonLines(reasons, page)]),
    ...(quarantine === null
      ? []
      : [BLANK, line('Rows set aside, with row number, reason and text:'), ...path(quarantine)]),
    ...fileLines(files, page),
    ...leftOutLines(failed, page),
    BLANK,
    ...nextLines(summary, next, page),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}

type Counts = ImportSummaryModel['summary'];

function opening({ rows, imported }: Counts): string {
  if (rows === 0) return 'There were no rows.';
  return imported === 0
    ? 'Nothing new was imported.'
    : `Imported ${formatCount(imported)} of ${formatCount(rows)} rows.`;
}

function countLines({ repeated, quarantined, rows }: Counts): Line[] {
  const cells = formatCount(rows).length + 2;
  const count = (value: number, words: string): Line[] =>
    value === 0 ? [] : [[span(padStart(formatCount(value), cells)), span(`  ${words}`)]];
  return [
    ...count(repeated, 'are in your data already, or repeat another row'),
    ...count(quarantined, 'could not be used and were set aside'),
  ];
}

/** A path is never cut: it is to be copied. */
function path(text: string): Line[] {
  return [line(text.replace(/\p{C}/gu, '\uFFFD'))];
}

function fileLines(files: NonNullable<ImportSummaryModel['files']>, page: Page): Line[] {
  const loaded = files.filter(({ summary }) => summary !== null);
  if (loaded.length < 2) return [];
  const cells = Math.max(...loaded.map(({ summary }) => formatCount(summary!.imported).length)) + 2;
  return [
    BLANK,
    line('Rows imported by file', 'accent-strong'),
    ...loaded.map(
      ({ file, summary }): Line => [
        span(`${padStart(formatCount(summary!.imported), cells)}  `),
        span(printable(file, page.width - cells - 2, page)),
      ],
    ),
  ];
}

function nextLines({ imported, rows, quarantined }: Counts, { ids }: NextSteps, page: Page): Line[] {
  if (rows > 0 && quarantined === rows)
    return sentence('Look at the reasons: --map and --set mend a wrong mapping.', page, 'plain');
  if (imported === 0) return sentence('Nothing has changed.', page, 'dim');
  const shown = ids.slice(0, 5);
  return [
    line('See what it says:'),
    line('  goingrate report "Job Title" --in PLACE --only mine'),
    ...(shown.length === 0 ? [] : [line('Take it out again:')]),
    ...shown.map((id) => line(`  goingrate sources remove ${id}`)),
  ];
}
