/** The evidence of a finding in few words. */
import { formatCount, formatMonth } from '../../../core/format.js';
import { hasOwnSource, OWN_SOURCE } from '../../../core/own-data.js';
import type { Report } from '../../../report/model.js';
import { countedWords, countOf } from '../../format/evidence-rows.js';
import type { Page } from '../page.js';

type Evidence = Report['headline']['evidence'];

/** `May to August 2026`; the one month or year when both ends are in it. */
export function periodWords(period: NonNullable<Evidence['period']>): string {
  const [from, to] = [formatMonth(period.from), formatMonth(period.to)];
  if (from === to) return from;
  const [month, year] = from.split(' ');
  return year !== undefined && to.endsWith(` ${year}`) ? `${month} to ${to}` : `${from} to ${to}`;
}

/** `n 43`, `17 employers`, `posted`, `May to August 2026`: how many, from whom, of what kind, when. */
export function evidenceCounts(evidence: Evidence): string[] {
  return [
    `n ${countedWords(evidence)}`,
    ...(evidence.employers === null ? [] : [countOf(evidence.employers, 'employer')]),
    ...(evidence.basis === null ? [] : [evidence.basis]),
    ...(evidence.period === null ? [] : [periodWords(evidence.period)]),
  ];
}

/** `n 6, 4 employers` of the very cell asked about. */
export function askedWords(asked: NonNullable<Evidence['asked']>): string {
  const employers = asked.employers === null || asked.n === 0 ? '' : `, ${countOf(asked.employers, 'employer')}`;
  return `n ${formatCount(asked.n)}${employers}`;
}

/** `◆ your own data` where they are among the sources. */
export function ownMark(evidence: Evidence, page: Page): string[] {
  return hasOwnSource(evidence.sources) ? [`${page.glyphs.own} ${OWN_WORDS}`] : [];
}

/** What the mark says. */
export const OWN_WORDS = 'your own data';

/** What the observations are of: in one word where it is what the answer is about, else in full. */
function scopeWords(evidence: Evidence, report: Report): string {
  const { headline, question } = report;
  const sameCell = evidence.scope === headline.evidence.scope && evidence.place === question.place.id;
  return sameCell ? question.place.name : evidence.scope;
}

/** Everything the reader needs to judge a finding, as items of one line. */
export function evidenceItems(evidence: Evidence, report: Report, page: Page): string[] {
  const publicSources = evidence.sources.filter((id) => id !== OWN_SOURCE.id);
  return [
    ...ownMark(evidence, page),
    ...evidenceCounts(evidence),
    scopeWords(evidence, report),
    ...(evidence.asked === undefined ? [] : [`the cell asked about: ${askedWords(evidence.asked)}`]),
    ...(evidence.grade === undefined ? [] : [`grade ${evidence.grade}`]),
    ...(publicSources.length === 0 ? [] : [publicSources.join(', ')]),
  ];
}

/** `C: sources disagree, few employers`; empty when there is no grade. */
export function gradeWords(evidence: Evidence): string {
  if (evidence.grade === undefined) return '';
  return evidence.gradeReason === undefined ? evidence.grade : `${evidence.grade}: ${evidence.gradeReason}`;
}
