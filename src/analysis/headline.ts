/** Which basis carries the headline, and how good the figure is. */
import type { Basis } from '../core/basis.js';
import { levelsInGroup } from '../core/level.js';
import type { Ageing } from './ageing.js';
import { monthsBetween } from './ageing.js';
import { PERCENTILES, type Percentiles } from './estimate.js';
import { type GradeResult, gradePay } from './grade.js';
import { type OfficialPay, referenceDate } from './official.js';
import type { BasisPay, CarriedPay } from './pay.js';
import type { PooledPay } from './pool.js';
import type { Question } from './question.js';

export interface Headline {
  readonly basis: Basis;
  /** At the as-of date. */
  readonly percentiles: Percentiles;
  readonly grade: GradeResult;
  /** For posted, filed and paid pay. */
  readonly observed: { readonly pay: BasisPay; readonly carried: CarriedPay } | null;
  /** For official pay. */
  readonly official: OfficialPay | null;
  readonly status: 'supported' | 'modelled';
}

export interface HeadlineInputs {
  readonly question: Question;
  readonly posted: BasisPay;
  readonly filed: BasisPay;
  readonly paid: BasisPay;
  /** For the state of the question where there is one, else the country. */
  readonly official: OfficialPay | null;
  readonly ageing: Ageing;
}

/**
 * Posted where supported, else official; the basis asked for when one is asked for. Where no level is asked about, a
 * modelled posted figure of fewer than ten employers in the whole country gives way to the official survey, which holds
 * the whole occupation. Market pay is not calibrated yet
 * and never carries a headline. What own records say people are paid never stands in for the market: it carries a
 * headline when it is asked for, or when only own data answer and hold no posted figure.
 *
 * @returns null when the basis has no figure
 */
export function chooseHeadline(inputs: HeadlineInputs): Headline | null {
  const { basis } = inputs.question;
  if (basis === 'posted') return fromObservations(inputs.posted, inputs);
  if (basis === 'filed') return fromObservations(inputs.filed, inputs);
  if (basis === 'official') return fromOfficial(inputs);
  if (basis === 'paid') return fromObservations(inputs.paid, inputs);
  if (basis === 'market') return null;
  const posted = fromObservations(inputs.posted, inputs);
  if (inputs.question.only === 'mine') return posted ?? fromObservations(inputs.paid, inputs);
  // The survey pays no attention to levels, and interns are paid by other rules.
  const official = inputs.question.level?.id === 'intern' ? null : fromOfficial(inputs);
  if (posted !== null && inputs.question.level === null && ofFewEmployers(posted, inputs.question))
    return official ?? posted;
  return posted ?? official;
}

/** Employers of equal weight from which a posted median is direct. */
const DIRECT_EMPLOYERS = 10;

function ofFewEmployers({ status, observed }: Headline, { place }: Question): boolean {
  if (status !== 'modelled' || observed === null) return false;
  const { scope, pool } = observed.carried;
  return (place.kind === 'country' || scope.widerPlace) && pool.joint.effective < DIRECT_EMPLOYERS;
}

function fromObservations(pay: BasisPay, { question }: HeadlineInputs): Headline | null {
  const { carried } = pay;
  const median = carried?.percentiles['50'];
  if (carried === null || median === undefined) return null;
  const { contributing } = carried.pool;
  const newest =
    contributing
      .map((estimate) => estimate.period?.to ?? '')
      .sort()
      .at(-1) ?? '';
  const modelled = contributing.some((estimate) => estimate.support === 'modelled');
  const grade = gradePay({
    median,
    effectiveEmployers: carried.pool.joint.effective,
    unit: contributing.some((estimate) => estimate.unit === 'person') ? 'people' : 'employers',
    employersKnown: contributing.some((estimate) => estimate.employers !== null || estimate.unit === 'person'),
    ageMonths: monthsBetween(newest, question.asOf),
    agreement: agreementOf(carried.pool),
    otherLevels:
      carried.scope.kind === 'all-levels' ||
      (carried.scope.kind !== 'asked' && question.level !== null && levelsInGroup(question.level.group).length > 1),
    wholeFamily: carried.scope.kind === 'family',
    widerPlace: carried.scope.widerPlace,
    modelled,
  });
  return {
    basis: pay.basis,
    percentiles: carried.percentiles,
    grade,
    observed: { pay, carried },
    official: null,
    status: modelled ? 'modelled' : 'supported',
  };
}

/** Sources that hold the same employers agree about nothing but these. */
function agreementOf({ agreement, joint }: PooledPay): PooledPay['agreement'] {
  return agreement === 'agree' && !joint.independent ? 'one-source' : agreement;
}

function fromOfficial({ question, official, ageing }: HeadlineInputs): Headline | null {
  const published = official?.percentiles['50'];
  if (official === null || published === undefined) return null;
  const reference = referenceDate(official.year);
  const factor = ageing.factorFrom(reference, reference);
  const sd = Math.sqrt(ageing.varianceFrom(reference, reference));
  const percentiles = agePercentiles(official.percentiles, factor, sd);
  const grade = gradePay({
    median: percentiles['50'] ?? published,
    effectiveEmployers: null,
    unit: 'employers',
    employersKnown: true,
    ageMonths: monthsBetween(reference, question.asOf),
    agreement: 'agree',
    otherLevels: question.level !== null,
    wholeFamily: false,
    widerPlace: question.place.kind === 'metro' || official.place !== (question.statePlaceId ?? question.place.country),
    modelled: official.modelledError || official.rows.length > 1,
  });
  return {
    basis: 'official',
    percentiles,
    grade,
    observed: null,
    official,
    status: official.modelledError || official.rows.length > 1 ? 'modelled' : 'supported',
  };
}

const Z90 = 1.6448536269514722;

/** Carries published percentiles to the as-of date and widens them by what ageing adds. */
export function agePercentiles(percentiles: Percentiles, factor: number, sd: number): Percentiles {
  const aged: Record<string, { value: number; low: number | null; high: number | null }> = {};
  for (const key of PERCENTILES) {
    const entry = percentiles[key];
    if (entry === undefined) continue;
    const value = entry.value * factor;
    const down = entry.low === null ? null : Math.hypot(Math.log(entry.value / entry.low), Z90 * sd);
    const up = entry.high === null ? null : Math.hypot(Math.log(entry.high / entry.value), Z90 * sd);
    aged[key] = {
      value,
      low: down === null ? null : value * Math.exp(-down),
      high: up === null ? null : value * Math.exp(up),
    };
  }
  return aged;
}
