/** Every pair of questions: their difference as a finding, or why there is none. */
import {
  type BoundedEstimate,
  type ComparedPay,
  type PayDifference,
  payDifference,
} from '../../analysis/pay-difference.js';
import type { Evidence, Finding, Grade } from '../../core/finding.js';
import { quantityOf } from '../compared.js';
import type { ComparedDifference, ComparedReport } from '../comparison-model.js';
import { pairCaveats } from './pair-caveats.js';
import { type Compared, differenceStatement, obstacleWords, percentOf } from './pair-words.js';

/** Pairs in the order of the questions: 1-2, 1-3, 2-3. */
export function pairDifferences(compared: readonly Compared[]): ComparedDifference[] {
  return compared.flatMap((first, one) =>
    compared.slice(one + 1).map((second, further) => pairDifference([first, second], [one + 1, one + further + 2])),
  );
}

type Pair = readonly [Compared, Compared];

function pairDifference(pair: Pair, [first, second]: readonly [number, number]): ComparedDifference {
  const result = payDifference(payOf(pair[0].report), payOf(pair[1].report));
  const id = `difference.${first}-${second}`;
  if (result.obstacle !== null) {
    const { statement, missing } = obstacleWords(result.obstacle, pair);
    const finding: Finding = {
      id,
      status: 'insufficient',
      statement,
      quantity: null,
      evidence: noEvidence(pair),
      caveats: [],
      missing: missing === '' ? 'A figure for each of the two.' : missing,
    };
    return { first, second, obstacle: result.obstacle, finding, percent: null };
  }
  const modelled = pair.some(({ report }) => report.headline.status === 'modelled');
  const finding: Finding = {
    id,
    status: modelled ? 'modelled' : 'supported',
    statement: differenceStatement(result, pair),
    quantity: {
      value: Math.round(result.amount.value),
      unit: `${result.currency}/year`,
      interval: { level: LEVEL, low: Math.round(result.amount.low), high: Math.round(result.amount.high) },
    },
    evidence: sharedEvidence(pair, result),
    caveats: pairCaveats(pair, result),
  };
  return { first, second, obstacle: null, finding, percent: quantityOf(percentOf(result)) };
}

/** Coverage of every interval of pay in a report. */
const LEVEL = 0.9;

/** A headline as the analysis of differences reads it. */
function payOf({ question, headline, sections }: ComparedReport): ComparedPay {
  const dollars = sections.overview.findings.find(({ id }) => id === 'overview.dollars');
  const { basis, scope, place } = headline.evidence;
  return {
    asked: JSON.stringify([question.title.trim().toLowerCase(), question.level?.id ?? null, question.place.id]),
    asOf: question.asOf,
    basis,
    currency: question.currency,
    median: boundsOf(headline.quantity),
    dollars: question.currency === 'USD' ? boundsOf(headline.quantity) : boundsOf(dollars?.quantity ?? null),
    restsOn: JSON.stringify([scope, place]),
  };
}

function boundsOf(quantity: ComparedReport['headline']['quantity']): BoundedEstimate | null {
  const interval = quantity?.interval ?? null;
  if (quantity === null || interval === null || interval.level !== LEVEL) return null;
  return { value: quantity.value, low: interval.low, high: interval.high };
}

/** Of both: the fewer observations and employers, all sources, the lower grade. */
function sharedEvidence(pair: Pair, { converted }: Extract<PayDifference, { obstacle: null }>): Evidence {
  const all = pair.map(({ report }) => report.headline.evidence);
  const [first, second] = all as [(typeof all)[number], (typeof all)[number]];
  const fewer = first.n <= second.n ? first : second;
  const worse = gradeRank(first.grade) >= gradeRank(second.grade) ? first : second;
  const periods = all.flatMap(({ period }) => (period === null ? [] : [period]));
  return {
    n: fewer.n,
    counts: fewer.counts,
    employers:
      first.employers === null || second.employers === null ? null : Math.min(first.employers, second.employers),
    sources: [...new Set(all.flatMap(({ sources }) => sources))],
    period:
      periods.length === 0
        ? null
        : {
            from: periods.map(({ from }) => from).sort()[0]!,
            to: periods
              .map(({ to }) => to)
              .sort()
              .at(-1)!,
          },
    place: first.place === second.place ? first.place : null,
    scope: `${pair[0].label}; ${pair[1].label}. Counted are those of the smaller`,
    basis: first.basis,
    method: `${converted ? 'amounts in US dollars, ' : ''}difference of two medians, interval recovered from those of each (MOVER)`,
    grade: worse.grade,
    gradeReason: worse.gradeReason,
  };
}

function gradeRank(grade: Grade | undefined): number {
  return grade === undefined ? -1 : 'ABCD'.indexOf(grade);
}

function noEvidence(pair: Pair): Evidence {
  return {
    n: 0,
    employers: null,
    sources: [],
    period: null,
    place: null,
    scope: pair.map(({ label }) => label).join('; '),
    basis: null,
    method: 'none',
  };
}
