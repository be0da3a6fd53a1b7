/** The list of advertised ranges as a table. */

import type { Report } from '../../report/model.js';
import { PAGE_RANGES, type Ranges } from '../../report/ranges.js';
import { sourceName } from '../format/evidence-rows.js';
import { escapeMarkdown, markdownTable } from './escape.js';

export function rangesBlocks(ranges: Ranges, report: Report): string[] {
  const { title: whole, titleOnPage: title = whole, statement, rows, onPage } = ranges;
  return [
    `**${escapeMarkdown(title)}**`,
    escapeMarkdown(statement),
    markdownTable(
      ['Title', 'Range', 'Employer', 'Where', 'Level', 'Seen', 'Source'],
      rows
        .slice(0, PAGE_RANGES)
        .map((row) => [
          row.title,
          `${row.pay.label}${row.repeats > 1 ? ` (${row.repeats} times)` : ''}`,
          row.employer ?? '',
          row.place ?? '',
          row.level ?? '',
          row.seen.label,
          sourceName(row.source, report),
        ]),
    ),
    escapeMarkdown(onPage ?? ''),
  ];
}
