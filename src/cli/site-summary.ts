/** What `goingrate site build` says when it is done. */
import type { ReportSiteSummary } from '../app/site.js';
import { formatCount } from '../core/format.js';
import { harmlessText } from '../render/format/harmless-text.js';

/** Titles named in a note; of more there is the number. */
const MOST_NAMED = 5;

/** One line of JSON; `repeated` lists all titles left out. */
export function siteSummaryJson(summary: ReportSiteSummary): string {
  const { pages, written, seconds, bytes, skipped, thin, orphans, repeated } = summary;
  return `${JSON.stringify({ pages, written, seconds, bytes, skipped, thin, orphans, repeated })}\n`;
}

export function siteSummaryText(
  { pages, written, skipped, thin, seconds, bytes }: ReportSiteSummary,
  out: string,
): string {
  const unchanged = pages - written;
  const parts = [
    `${formatCount(pages)} pages in ${out}: ${formatCount(written)} written, ${formatCount(unchanged)} unchanged${skipped > 0 ? ` (${formatCount(skipped)} not made again)` : ''}`,
    ...(thin > 0 ? [`${formatCount(thin)} without enough evidence for a figure`] : []),
    `${(bytes / 1_000_000).toFixed(1)} MB, ${seconds.toFixed(1)} s`,
  ];
  return `${parts.join('; ')}.\n`;
}

/** What a publisher may have to act on, one line each; empty where there is nothing. */
export function siteNotes(summary: Pick<ReportSiteSummary, 'orphans' | 'repeated'>): string {
  return [...repeatedNote(summary.repeated), ...orphanNote(summary.orphans)]
    .map((note) => `goingrate: ${note}\n`)
    .join('');
}

function repeatedNote(repeated: readonly string[]): string[] {
  if (repeated.length === 0) return [];
  const named = repeated.slice(0, MOST_NAMED).map((title) => `"${harmlessText(title)}"`);
  const more = repeated.length - named.length;
  const [titles, share] = repeated.length === 1 ? ['title was', 'it shares its'] : ['titles were', 'they share their'];
  const list = `${named.join(', ')}${more > 0 ? ` and ${formatCount(more)} more` : ''}`;
  return [`${formatCount(repeated.length)} ${titles} left out because ${share} address with an earlier one: ${list}.`];
}

function orphanNote(orphans: number): string[] {
  if (orphans === 0) return [];
  const [are, they] = orphans === 1 ? ['page is', 'it'] : ['pages are', 'them'];
  return [`${formatCount(orphans)} earlier ${are} not in this build; --prune removes ${they}.`];
}
