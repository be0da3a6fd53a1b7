/** What an export did, for a terminal. */
import { formatCount, formatCounted } from '../../../core/format.js';
import type { ExportSummary } from '../../../report/publication.js';
import { reasonLines, sentence } from '../import/preview.js';
import { BLANK, encodeLines, indent, type Line, line } from '../line.js';
import { MARGIN, pageFor, type TerminalOptions } from '../page.js';

/** Where the figures are, and why groups and records are not in them. */
export function renderExportSummary(summary: ExportSummary, options: TerminalOptions): string {
  const page = pageFor(options);
  const { file, groups, records, suppressed, leftOut } = summary;
  const reasons = (title: string, counts: ExportSummary['suppressed']): Line[] =>
    counts.length === 0 ? [] : [BLANK, line(title, 'accent-strong'), ...reasonLines(counts, page)];
  const opening =
    file === null
      ? 'Nothing may be published: no group of your own pay records is large enough. No file was written.'
      : `Wrote ${formatCounted(groups.published, 'groups')} of ${formatCounted(records, 'own pay records')}.`;
  const repeated =
    groups.repeated === 0
      ? []
      : sentence(
          `${formatCount(groups.repeated)} of them as at an earlier export: too few of their records have changed since.`,
          page,
          'plain',
        );
  const lines: Line[] = [
    BLANK,
    ...sentence(opening, page, 'strong'),
    ...(file === null ? [] : [line(file.replace(/\p{C}/gu, '\uFFFD'))]),
    ...repeated,
    ...reasons('Groups that are not published', suppressed),
    ...reasons('Records that do not count', leftOut),
    ...(file === null
      ? []
      : [BLANK, ...sentence('Good practice, not a legal safe harbour: docs/privacy.md.', page, 'dim')]),
  ];
  return encodeLines(indent(lines, MARGIN), options.colour);
}
