/** The evidence of a finding in few words. */
import { formatCount, formatMonth, formatMonthShort } from '../../../core/format.js';
import { hasOwnSource, OWN_SOURCE } from '../../../core/own-data.js';
import type { Report } from '../../../report/model.js';
import { countedWords, countOf, employersWords } from '../../format/evidence-rows.js';
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
    ...known(employersWords(evidence)),
    ...(evidence.basis === null ? [] : [evidence.basis]),
    ...(evidence.period === null ? [] : [periodWords(evidence.period)]),
  ];
}

const known = (words: string | null): string[] => (words === null ? [] : [words]);

/** The same with short months and the number of sources: for one screen. */
export function shortEvidence(evidence: Evidence): string[] {
  const { basis, period, sources, asked } = evidence;
  const named = sources.map((id) => (id === OWN_SOURCE.id ? OWN_SOURCE.name : id));
  return [
    `n ${countedWords(evidence)}`,
    ...known(employersWords(evidence)),
    ...(asked === undefined ? [] : [`the cell asked about: ${askedWords(asked)}`]),
    ...(basis === null ? [] : [basis]),
    ...(period === null ? [] : [shortPeriod(period)]),
    ...(named.length === 0 ? [] : [`sources ${named.join(', ')}`]),
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

type Finding = Report['headline'];

/** What a reader needs to judge a finding, in reading order; n itself stands apart. */
export type EvidencePart =
  | 'own'
  | 'counts'
  | 'employers'
  | 'basis'
  | 'period'
  | 'scope'
  | 'asked'
  | 'grade'
  | 'sources';

export type EvidenceParts = ReadonlyMap<EvidencePart, string>;

/** The parts that a finding has; what its statement says already is not said again. */
export function evidenceParts({ evidence, statement }: Finding, report: Report, page: Page): EvidenceParts {
  const { headline, question } = report;
  const { counts, basis, period, scope, place, asked, grade } = evidence;
  const publicSources = evidence.sources.filter((id) => id !== OWN_SOURCE.id);
  const sameCell = scope === headline.evidence.scope && place === question.place.id;
  const restsOnHeadline = evidence !== headline.evidence && isSameEvidence(evidence, headline.evidence);
  if (restsOnHeadline) return new Map([['scope', AS_THE_ANSWER]]);
  const parts: [EvidencePart, string | null | undefined][] = [
    ['own', ownMark(evidence, page)[0]],
    ['counts', counts === undefined || statement.includes(counts) ? null : counts],
    ['employers', employersWords(evidence)],
    ['basis', basis],
    ['period', period === null ? null : shortPeriod(period)],
    ['scope', sameCell ? null : unsaid(scope, statement)],
    ['asked', asked === undefined ? null : `the cell asked about: ${askedWords(asked)}`],
    ['grade', grade === undefined ? null : `grade ${grade}`],
    ['sources', publicSources.join(', ') || null],
  ];
  return new Map(parts.flatMap(([part, text]) => (text === null || text === undefined ? [] : [[part, text]])));
}

/** Where a finding rests on what the answer rests on, which stands above. */
const AS_THE_ANSWER = 'the evidence of the answer';

function isSameEvidence(one: Evidence, other: Evidence): boolean {
  return (
    one.n === other.n &&
    one.employers === other.employers &&
    one.basis === other.basis &&
    one.scope === other.scope &&
    one.sources.join() === other.sources.join()
  );
}

/** What a statement does not say of a scope: of `Data Scientists, all levels` the levels, where it names the work. */
function unsaid(scope: string, statement: string): string | null {
  if (statement.includes(scope)) return null;
  const [, work, rest] = /^(.+), (all levels.*)$/.exec(scope) ?? [];
  return work !== undefined && rest !== undefined && statement.includes(work) ? rest : scope;
}

/** `n 43 advertised ranges`, `17 employers`, `posted`, ...: the evidence as items of one line. */
export function evidenceItems(finding: Finding, report: Report, page: Page): string[] {
  const parts = [...evidenceParts(finding, report, page)].filter(([part]) => part !== 'counts');
  const own = parts.filter(([part]) => part === 'own').map(([, text]) => text);
  const others = parts.filter(([part]) => part !== 'own').map(([, text]) => text);
  return [...own, `n ${countedWords(finding.evidence)}`, ...others];
}

/** `May to Aug 2026`, `2021 to 2025`. */
function shortPeriod({ from, to }: NonNullable<Evidence['period']>): string {
  const [first, last] = [formatMonthShort(from), formatMonthShort(to)];
  if (first === last) return first;
  const [month, year] = first.split(' ');
  return year !== undefined && last.endsWith(` ${year}`) ? `${month} to ${last}` : `${first} to ${last}`;
}

/** `C: sources disagree, few employers`; empty when there is no grade. */
export function gradeWords(evidence: Evidence): string {
  if (evidence.grade === undefined) return '';
  return evidence.gradeReason === undefined ? evidence.grade : `${evidence.grade}: ${evidence.gradeReason}`;
}
