/** The evidence of a finding as pairs of term and text, the same in every document format. */
import { BASIS_MEANINGS } from '../../core/basis.js';
import { formatCount, formatCounted, formatDate } from '../../core/format.js';
import type { Report } from '../../report/model.js';
import { formatPercentiles, formatQuantity } from './quantity.js';

type Finding = Report['headline'];

export interface EvidenceRow {
  readonly term: string;
  readonly text: string;
}

/** How a status is said. */
export const STATUS_WORDS: Readonly<Record<Finding['status'], string>> = {
  supported: 'Supported',
  modelled: 'Modelled',
  insufficient: 'Not enough evidence',
};

/** What a status means, in one sentence. */
export const STATUS_MEANINGS: Readonly<Record<Finding['status'], string>> = {
  supported: 'Estimated directly from the observations counted here.',
  modelled: 'Rests on an assumption, or on observations of a wider scope, that the text names.',
  insufficient: 'The observations cannot support a figure, so none is given.',
};

/**
 * Everything the model says about where a finding comes from, in reading order.
 *
 * Caveats and what is missing are not rows: renderers show them beside the statement.
 */
export function evidenceRows(finding: Finding, report: Report): EvidenceRow[] {
  const { evidence, quantity, status } = finding;
  const percentiles = quantity === null ? null : formatPercentiles(quantity);
  const rows: [term: string, text: string | null][] = [
    ['Status', `${STATUS_WORDS[status]}. ${STATUS_MEANINGS[status]}`],
    ['Estimate', quantity === null ? null : formatQuantity(quantity)],
    ['Percentiles', percentiles],
    ['Observations', observations(evidence)],
    ['Of what', evidence.scope],
    ['Asked about', askedAbout(evidence)],
    ['Place', evidence.place === null ? null : placeName(evidence.place, report)],
    ['Period', period(evidence)],
    ['Basis', evidence.basis === null ? null : `${evidence.basis}: ${BASIS_MEANINGS[evidence.basis]}`],
    ['Sources', sourceNames(evidence, report)],
    ['Method', evidence.method],
    ['Grade', gradeText(evidence)],
  ];
  return rows.flatMap(([term, text]) => (text === null || text === '' ? [] : [{ term, text }]));
}

/** `n 43 from 17 employers`. */
export function observations(evidence: Finding['evidence']): string {
  const employers = employersWords(evidence);
  return `n ${countedWords(evidence)}${employers === null ? '' : ` from ${employers}`}`;
}

/**
 * `17 employers`, or what is known where some sources name none: `at least 17 employers, named in 2 of 3 sources`; null
 * where nothing is.
 */
export function employersWords({ employers, employersNamed }: Finding['evidence']): string | null {
  if (employers !== null) return countOf(employers, 'employer');
  if (employersNamed === undefined) return null;
  const { atLeast, sources, of } = employersNamed;
  return `at least ${countOf(atLeast, 'employer')}, named in ${formatCount(sources)} of ${formatCount(of)} sources`;
}

/** `43 advertised ranges`, `43`: the number of observations and what they are. */
export function countedWords({ n, counts }: Finding['evidence']): string {
  return counts === undefined ? formatCount(n) : formatCounted(n, counts);
}

/** `2 May 2026 to 8 August 2026`; null when the evidence has no period. */
export function period({ period: span }: Finding['evidence']): string | null {
  if (span === null) return null;
  const from = formatDate(span.from);
  const to = formatDate(span.to);
  return from === to ? from : `${from} to ${to}`;
}

/** `1 employer`, `17 employers`. */
export function countOf(count: number, noun: string): string {
  return `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** The name of a source of this report, or its id when the report does not list it. */
export function sourceName(id: string, report: Report): string {
  return report.sources.find((source) => source.id === id)?.name ?? id;
}

/** The names of the sources of a finding; empty where it has none. */
export function sourceNames({ sources }: Finding['evidence'], report: Report): string {
  let names = '';
  for (const id of sources) names += `${names === '' ? '' : '; '}${sourceName(id, report)}`;
  return names;
}

function placeName(id: string, report: Report): string {
  return id === report.question.place.id ? report.question.place.name : id;
}

/** What is known of the very cell that was asked about, where the figure is for a wider one. */
export function askedAbout({ asked }: Finding['evidence']): string | null {
  if (asked === undefined) return null;
  const employers = asked.employers === null ? '' : ` from ${countOf(asked.employers, 'employer')}`;
  return `${countOf(asked.n, 'observation')}${employers} of exactly this level and place`;
}

/** `B: 43 observations from 17 employers`; null for what has no grade. */
export function gradeText({ grade, gradeReason }: Finding['evidence']): string | null {
  if (grade === undefined) return null;
  return gradeReason === undefined ? grade : `${grade}: ${gradeReason}`;
}
