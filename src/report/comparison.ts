/** Two to four reports side by side: their figures, and every difference with its interval or the reason there is none. */
import { DomainError } from '../core/errors.js';
import { formatCounted, formatList, formatPercent } from '../core/format.js';
import { pairDifferences } from './comparison/differences.js';
import { differenceFigure, payFigure } from './comparison/figures.js';
import { comparedMeasures } from './comparison/measures.js';
import { comparedNames } from './comparison/names.js';
import { basesOf, type Compared } from './comparison/pair-words.js';
import {
  type ComparedDifference,
  type ComparedQuestion,
  type ComparedReport,
  type Comparison,
  FEWEST_COMPARED,
  MOST_COMPARED,
} from './comparison-model.js';

export interface ComparisonOptions {
  /** How the figures were made comparable before they came here. */
  readonly notes?: readonly string[];
}

/**
 * Compares two to four reports; pure, and the same in a browser.
 *
 * @throws {DomainError} INVALID_COUNT for fewer or more reports
 * @example compareReports([washington, texas]).differences[0].finding.statement // 'The middle for ... is about ...'
 */
export function compareReports(reports: readonly ComparedReport[], { notes = [] }: ComparisonOptions = {}): Comparison {
  if (reports.length < FEWEST_COMPARED || reports.length > MOST_COMPARED) {
    throw new DomainError('INVALID_COUNT', `Two to four reports can be compared, not ${reports.length}.`);
  }
  const names = comparedNames(reports.map(({ question }) => question));
  const compared: Compared[] = reports.map((report, at) => ({ report, ...names[at]! }));
  const differences = pairDifferences(compared);
  const currency = commonCurrency(reports);
  const bases = basesOf(compared);
  return {
    schema: 'goingrate.comparison/1',
    title: titleOf(compared),
    statement: statementOf(differences),
    status: statusOf(differences),
    asOf: reports
      .map(({ question }) => question.asOf)
      .sort()
      .at(-1)!,
    basis: bases.length === 1 ? bases[0]! : null,
    currency,
    notes: [...notes],
    questions: compared.map(questionOf),
    differences,
    measures: comparedMeasures(reports),
    figures: [payFigure(compared, currency), differenceFigure(compared, differences)].filter(
      (figure) => figure !== null,
    ),
    caveats: severalCaveat(differences),
    sources: sourcesOf(reports, differences),
    method: { version: reports[0]!.method.version, steps: [...STEPS] },
  };
}

function titleOf(compared: readonly Compared[]): string {
  const labels = compared.map(({ label }) => label);
  return labels.length === 2 ? labels.join(' against ') : formatList(labels);
}

function questionOf({ report, label, name }: Compared, at: number): ComparedQuestion {
  const { question, headline } = report;
  const { title, role, level, place, currency, doubt, notes } = question;
  return {
    number: at + 1,
    name,
    label,
    title,
    role,
    level,
    place,
    currency,
    basis: headline.quantity === null ? null : headline.evidence.basis,
    headline,
    notes: [...(doubt === undefined ? [] : [doubt]), ...notes],
  };
}

/** Their own currency where they share one, else dollars where every figure is in dollars or converted to them. */
function commonCurrency(reports: readonly ComparedReport[]): string | null {
  const currencies = new Set(reports.map(({ question }) => question.currency));
  const [only] = currencies;
  if (currencies.size === 1) return only!;
  const inDollars = ({ question, headline, sections }: ComparedReport) =>
    question.currency === 'USD' ||
    headline.quantity === null ||
    sections.overview.findings.some(({ id, quantity }) => id === 'overview.dollars' && quantity !== null);
  return reports.every(inDollars) ? 'USD' : null;
}

function given(differences: readonly ComparedDifference[]): ComparedDifference[] {
  return differences.filter(({ obstacle }) => obstacle === null);
}

/** The difference of the widest pair, with how many others there are. */
function statementOf(differences: readonly ComparedDifference[]): string {
  const known = given(differences);
  const [only] = differences;
  if (differences.length === 1) return only!.finding.statement;
  const pairs = formatCounted(differences.length, 'pairs');
  if (known.length === 0) return `None of the ${pairs} can be compared. ${only!.finding.statement}`;
  const widest = known.reduce((best, next) => (size(next) > size(best) ? next : best));
  const count = known.length === differences.length ? '' : ` ${known.length} of the ${pairs} can be compared.`;
  return `They lie furthest apart here. ${widest.finding.statement}${count}`;
}

function size({ percent }: ComparedDifference): number {
  return Math.abs(Math.log1p((percent?.value ?? 0) / 100));
}

function statusOf(differences: readonly ComparedDifference[]): Comparison['status'] {
  const statuses = differences.map(({ finding }) => finding.status);
  return (['supported', 'modelled'] as const).find((status) => statuses.includes(status)) ?? 'insufficient';
}

/** Several intervals at once hold together less often than each alone. */
function severalCaveat(differences: readonly ComparedDifference[]): string[] {
  const { length } = given(differences);
  if (length < 2) return [];
  const together = Math.max(0, 100 - 10 * length);
  return [
    `Each of the ${length} intervals holds with 90% confidence by itself; all of them at once with at least ${formatPercent(together)}.`,
  ];
}

function sourcesOf(
  reports: readonly ComparedReport[],
  differences: readonly ComparedDifference[],
): Comparison['sources'] {
  const cited = new Set([
    ...reports.flatMap(({ headline }) => headline.evidence.sources),
    ...differences.flatMap(({ finding }) => finding.evidence.sources),
    ...reports.flatMap(({ sections }) =>
      sections.overview.findings
        .filter(({ id }) => id === 'overview.dollars')
        .flatMap(({ evidence }) => evidence.sources),
    ),
  ]);
  const known = new Map(reports.flatMap(({ sources }) => sources.map((source) => [source.id, source] as const)));
  return [...known.values()]
    .filter(({ id }) => cited.has(id))
    .map(({ id, name, publisher, address, vintage, licence, attribution }) => ({
      id,
      name,
      publisher,
      address,
      vintage,
      licence,
      attribution,
    }));
}

const STEPS: readonly string[] = [
  'Each question is answered as in a report on the basis named; a difference is made from the two headlines and from nothing else.',
  'Figures are held against each other on one basis and at one date only; other currencies at the exchange rates of their own dates.',
  'The interval of a difference recovers each median’s variance from its own limits (MOVER; Zou and Donner 2008), that of the percentage on logarithms; errors are taken as independent.',
  'Two middles are said to differ only where both intervals, of the amount and of the percentage, leave out zero.',
];
