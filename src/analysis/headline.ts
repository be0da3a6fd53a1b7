/** Which basis carries the headline, and how good the figure is. */
import type { Basis } from '../core/basis.js';
import { formatList } from '../core/format.js';
import { levelsInGroup } from '../core/level.js';
import type { Ageing } from './ageing.js';
import { monthsBetween } from './ageing.js';
import { PERCENTILES, type Percentiles } from './estimate.js';
import { type GradeResult, gradePay } from './grade.js';
import type { ModelPay } from './model-pay.js';
import { type OfficialPay, referenceDate } from './official.js';
import type { BasisPay, CarriedPay } from './pay.js';
import type { PooledPay } from './pool.js';
import type { Question } from './question.js';
import { type RestsOn, unionPeriod } from './rests-on.js';

export interface Headline {
  readonly basis: Basis;
  /** At the as-of date. */
  readonly percentiles: Percentiles;
  readonly grade: GradeResult;
  /** For posted, filed and paid pay. */
  readonly observed: { readonly pay: BasisPay; readonly carried: CarriedPay } | null;
  /** For official pay. */
  readonly official: OfficialPay | null;
  /** For pay of the fitted model. */
  readonly model: ModelPay | null;
  readonly status: 'supported' | 'modelled';
  /** Place id that the figure speaks about. */
  readonly place: string;
  readonly rests: RestsOn;
}

export interface HeadlineInputs {
  readonly question: Question;
  readonly posted: BasisPay;
  readonly filed: BasisPay;
  readonly paid: BasisPay;
  /** For the state of the question where there is one, else the country. */
  readonly official: OfficialPay | null;
  readonly ageing: Ageing;
  /** The fitted model's figures, each made when it is needed. */
  readonly model: (basis: ModelPay['basis']) => ModelPay | null;
}

/**
 * Posted where it is supported, else the market model, else official; the basis asked for when one is asked for.
 *
 * Observed pay that speaks of all levels where one is asked about, of a wider place, or through borrowed strength gives
 * way to the model's figure of the very question, unless that is about a whole occupation. Where there is none, and no
 * level is asked about, a modelled posted figure of fewer than ten employers in the whole country gives way to the
 * official survey, which holds the whole occupation. What own records say people are paid never stands in for the market: it carries a headline when it is
 * asked for, or when only own data answer and hold no posted figure. The code of an occupation asks for all of it,
 * under whatever title: the survey answers before advertisements that carry its name.
 *
 * @returns null when the basis has no figure
 */
export function chooseHeadline(inputs: HeadlineInputs): Headline | null {
  const { question } = inputs;
  const { basis, only } = question;
  if (basis === 'official') return fromOfficial(inputs);
  if (basis === 'paid') return fromObservations(inputs.paid, inputs);
  if (basis === 'market') return fromModel('market', inputs);
  const observed = fromObservations(inputs[basis ?? 'posted'], inputs);
  if (only === 'mine') return observed ?? (basis === null ? fromObservations(inputs.paid, inputs) : null);
  const whole = basis === null && question.asksOccupation === true ? fromOfficial(inputs) : null;
  if (whole !== null) return whole;
  if (observed !== null && isOfTheQuestion(observed, question)) return observed;
  // A whole occupation, managers of a field among them, is what the survey measures: the model says nothing narrower.
  const { level, role } = question;
  const isOccupation = role.family === null && (level === null || level.track === 'management');
  const model = basis === null && isOccupation ? null : fromModel(basis ?? 'market', inputs);
  if (model !== null || basis !== null) return model ?? observed;
  // The survey pays no attention to levels, and interns are paid by other rules.
  const official = question.level?.id === 'intern' ? null : fromOfficial(inputs);
  const isThin = observed !== null && question.level === null && ofFewEmployers(observed, question);
  return isThin ? (official ?? observed) : (observed ?? official);
}

/** Directly supported, at the level asked about, in the place asked about or the state of a metropolitan area. */
function isOfTheQuestion({ status, observed }: Headline, question: Question): boolean {
  if (status !== 'supported' || observed === null) return false;
  const { scope } = observed.carried;
  return scope.place === (question.statePlaceId ?? question.place.country) && scope.kind !== 'all-levels';
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
    modelled: modelled ? 'partly' : 'no',
  });
  return {
    basis: pay.basis,
    percentiles: carried.percentiles,
    grade,
    observed: { pay, carried },
    official: null,
    model: null,
    status: modelled ? 'modelled' : 'supported',
    place: carried.scope.place,
    rests: {
      n: contributing.reduce((sum, estimate) => sum + estimate.n, 0),
      employers: carried.pool.joint.employers,
      sources: contributing.map((estimate) => estimate.source),
      period: unionPeriod(contributing.map((estimate) => estimate.period)),
      place: carried.scope.place,
      scope: carried.scope.name,
    },
  };
}

/** Sources that hold the same employers agree about nothing but these. */
function agreementOf({ agreement, joint }: PooledPay): PooledPay['agreement'] {
  return agreement === 'agree' && !joint.independent ? 'one-source' : agreement;
}

function fromOfficial({ question, official, ageing }: HeadlineInputs): Headline | null {
  const published = official?.percentiles['50'];
  if (official === null || published === undefined || !coversTheMix(official, question)) return null;
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
    // Abroad a class of the publisher's holds more work than the one asked about.
    wholeFamily: official.abroad !== undefined,
    widerPlace: question.place.kind === 'metro' || official.place !== (question.statePlaceId ?? question.place.country),
    modelled: official.modelledError || official.rows.length > 1 ? 'partly' : 'no',
    guessed: question.isGuess,
  });
  return {
    basis: 'official',
    percentiles,
    grade,
    observed: null,
    official,
    model: null,
    status: official.modelledError || official.rows.length > 1 ? 'modelled' : 'supported',
    place: official.place,
    rests: {
      n: official.rows.length,
      employers: null,
      sources: official.abroad?.sources ?? [official.source],
      period: { from: String(official.year), to: String(official.year) },
      place: official.place,
      scope: `${formatList(official.rows.map(({ share }) => share.title))}, all levels`,
    },
  };
}

/** A figure of less than half of the mix is that of other work. */
function coversTheMix({ coverage, abroad }: OfficialPay, { occupations }: Question): boolean {
  return abroad !== undefined || coverage >= occupations.reduce((sum, { share }) => sum + share, 0) / 2;
}

function fromModel(basis: ModelPay['basis'], { question, model }: HeadlineInputs): Headline | null {
  const pay = question.only === 'mine' ? null : model(basis);
  const median = pay?.percentiles['50'];
  if (pay === null || median === undefined) return null;
  const grade = gradePay({
    median,
    effectiveEmployers: null,
    unit: 'employers',
    employersKnown: true,
    ageMonths: monthsBetween(pay.rests.period?.to ?? question.asOf, question.asOf),
    agreement: pay.agreement,
    otherLevels: false,
    wholeFamily: false,
    widerPlace: pay.place !== question.place.id,
    modelled: 'wholly',
    guessed: question.isGuess,
  });
  return {
    basis,
    percentiles: pay.percentiles,
    grade,
    observed: null,
    official: null,
    model: pay,
    status: 'modelled',
    place: pay.place,
    rests: pay.rests,
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
