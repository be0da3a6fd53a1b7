/** The rows of a benchmark, made from the same answers as a report. */
import { type PayStanding, payStanding } from '../analysis/compa-ratio.js';
import type { Headline } from '../analysis/headline.js';
import type { PayAnswers } from '../analysis/pay-answers.js';
import type { Question } from '../analysis/question.js';
import type { Basis } from '../core/basis.js';
import type { PercentileKey } from '../core/finding.js';
import { formatCounted } from '../core/format.js';
import { roundPercentiles } from '../core/percentiles.js';
import type { BenchmarkRow } from './benchmark-model.js';
import { COUNTED } from './counted.js';

/** What one question about pay is answered by; shared by all rows that ask it. */
export type BenchmarkAnswer = Omit<BenchmarkRow, 'row' | 'title' | 'place' | 'pay'> & {
  /** For the standing of a row's pay. */
  readonly distribution: Headline['percentiles'];
};

export interface UnderstoodRow {
  readonly question: Question;
  /** What the reader should know of the place, in sentences. */
  readonly placeNotes: readonly string[];
  /** How the title was understood. */
  readonly titleNote: string;
}

/** The answer to one question: the report's headline in the shape of a row. */
export function benchmarkAnswer(pay: PayAnswers, { question, placeNotes, titleNote }: UnderstoodRow): BenchmarkAnswer {
  const asked = {
    level: question.level?.id ?? null,
    readAs: question.occupations.length === 0 && question.role.family === null ? null : question.role.name,
    currency: question.place.currency,
    asOf: question.asOf,
  };
  const { headline } = pay;
  const median = headline?.percentiles['50'];
  if (headline === null || median === undefined || median.low === null || median.high === null) {
    const reason = asked.readAs === null ? unreadTitle(titleNote) : missing(pay);
    const { n, employers, sources } = askedCell(pay);
    const noted = [reason, ...placeNotes].join(' ');
    return { ...NO_FIGURE, ...asked, basis: question.basis, n, employers, sources: [...sources], note: noted };
  }
  const known = roundPercentiles(headline.percentiles);
  const { value, low, high } = known['50']!;
  const { rests } = headline;
  return {
    ...asked,
    basis: headline.basis,
    status: headline.status,
    percentiles: allFive(known),
    median: { value, low: low!, high: high! },
    known,
    grade: headline.grade.grade,
    n: rests.n,
    employers: rests.employers,
    scope: rests.scope,
    scopePlace: rests.place,
    sources: [...rests.sources, ...(pay.ageing.source === null ? [] : [pay.ageing.source])],
    note: placeNotes.length === 0 ? null : placeNotes.join(' '),
    distribution: headline.percentiles,
  };
}

/** A row that could not be understood, with what is wrong and what to do. */
export function unansweredRow(note: string, known: Partial<BenchmarkAnswer> = {}): BenchmarkAnswer {
  return { ...NO_FIGURE, ...known, note };
}

const NO_FIGURE: BenchmarkAnswer = {
  level: null,
  readAs: null,
  basis: null,
  currency: null,
  status: 'insufficient',
  percentiles: null,
  median: null,
  known: {},
  grade: null,
  n: 0,
  employers: null,
  scope: null,
  scopePlace: null,
  sources: [],
  asOf: null,
  note: null,
  distribution: {},
};

/** Where a pay stands in an answer's distribution; undefined where there is none. */
export function benchmarkPay(answer: BenchmarkAnswer, annual: number | null): BenchmarkRow['pay'] {
  const standing = annual === null ? null : payStanding(answer.distribution, annual);
  if (annual === null || standing === null) return undefined;
  const { percentile, compaRatio, rangePenetration } = standing;
  return {
    annual,
    percentile: percentile && rounded(percentile, 1),
    compaRatio: round(compaRatio.value, 3),
    compaRatioRange: { low: round(compaRatio.low, 3), high: round(compaRatio.high, 3) },
    rangePenetration: rangePenetration && rounded(rangePenetration, 3),
  };
}

function rounded({ value, low, high }: PayStanding['compaRatio'], digits: number) {
  return { value: round(value, digits), low: round(low, digits), high: round(high, digits) };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

const KEYS: readonly PercentileKey[] = ['10', '25', '50', '75', '90'];

function allFive(known: Headline['percentiles']): BenchmarkRow['percentiles'] {
  const entries = KEYS.flatMap((key) => (known[key] === undefined ? [] : [[key, known[key].value] as const]));
  return entries.length < KEYS.length ? null : (Object.fromEntries(entries) as BenchmarkRow['percentiles']);
}

function askedCell({ question, posted, filed, paid }: PayAnswers): PayAnswers['posted']['asked'] {
  if (question.basis === 'official' || question.basis === 'market') return { n: 0, employers: null, sources: [] };
  return (question.basis === 'filed' ? filed : question.basis === 'paid' ? paid : posted).asked;
}

function unreadTitle(titleNote: string): string {
  return `${titleNote} Give a title that names the work, for example "Registered Nurse".`;
}

function missing(pay: PayAnswers): string {
  const { question } = pay;
  const basis: Basis = question.basis ?? 'posted';
  const other = question.basis === null ? '' : ' Leave out the basis to let the evidence choose.';
  if (basis === 'market') return `The model of market pay has no figure for this work there.${other}`;
  if (basis === 'official') return `There is no official figure for this work there.${other}`;
  const found = formatCounted(askedCell(pay).n, COUNTED[basis]);
  const only = question.only === 'mine' ? ' of your own' : '';
  return `Too little is known of this work there: ${found}${only}.${other}`;
}
