/** The sentences of one difference, or of why there is none. */
import type { BoundedEstimate, DifferenceObstacle, PayDifference } from '../../analysis/pay-difference.js';
import type { Basis } from '../../core/basis.js';
import { formatDate, formatMoney, formatPercent, roundingStep } from '../../core/format.js';
import { betweenWords, type Difference, differenceOf, isDifferent, moreOrLess } from '../compared.js';
import type { ComparedReport } from '../comparison-model.js';

/** A question of the comparison with what it is called. */
export interface Compared {
  readonly report: ComparedReport;
  readonly label: string;
  readonly name: string;
}

/** What their figures rest on; a question without a figure has nothing to rest. */
export function basesOf(compared: readonly Compared[]): Basis[] {
  const found = compared.flatMap(({ report: { headline } }) => (headline.quantity && headline.evidence.basis) ?? []);
  return [...new Set(found)];
}

type Given = Extract<PayDifference, { obstacle: null }>;

/** The ratio as a difference in percent of the second. */
export function percentOf({ ratio }: Given): Difference {
  return differenceOf(ratio.value, ratio);
}

type Limits = { readonly low: number; readonly high: number };

/** Whether amount and percentage, rounded as they are given, both say which is higher. */
export function isApart({ amount: { low, high }, percent }: { amount: Limits; percent: Difference }): boolean {
  return (Math.round(low) > 0 || Math.round(high) < 0) && isDifferent(percent);
}

/** `The middle for A is about US$56,000 a year above that for B ...`. */
export function differenceStatement(given: Given, [first, second]: readonly [Compared, Compared]): string {
  const { amount, currency } = given;
  const percent = percentOf(given);
  const share = `${percentWords(percent)}, ${betweenWords(percent)}`;
  const size = money(Math.abs(amount.value), amount, currency);
  if (isApart({ amount, percent })) {
    return `The middle for ${first.label} is about ${size} a year ${amount.value < 0 ? 'below' : 'above'} that for ${second.label} (90% interval: ${amountRange(amount, currency)}): ${share}.`;
  }
  return `The middles for ${first.label} and for ${second.label} cannot be told apart: the first is about ${size} a year ${amount.value < 0 ? 'below' : 'above'} the second, but the difference may be anything between ${amountRange(amount, currency)} (90% interval): ${share}.`;
}

/** `28% more`; a share that is written as nothing is about the same. */
function percentWords(difference: Difference): string {
  const words = moreOrLess(difference.percent, difference);
  return /^0(?:\.0)?%/.test(words) ? 'about the same' : words;
}

/** `US$6,000 to US$104,000`; where either may be higher, `US$4,000 below and US$12,000 above`. */
function amountRange({ value, low, high }: BoundedEstimate, currency: string): string {
  const words = (bound: number) => money(Math.abs(bound), { value, low, high }, currency);
  if (low >= 0) return `${words(low)} to ${words(high)}`;
  if (high <= 0) return `${words(high)} to ${words(low)}`;
  return `${words(low)} below and ${words(high)} above`;
}

function money(amount: number, interval: BoundedEstimate, currency: string): string {
  return formatMoney(amount, currency, roundingStep(interval));
}

/** `+28%`, for a mark. */
export function percentLabel(percent: number): string {
  return `${percent > 0 ? '+' : ''}${formatPercent(percent)}`;
}

const PAY: Readonly<Record<Basis, string>> = {
  posted: 'posted pay',
  filed: 'filed pay',
  official: 'official pay of employees',
  market: 'modelled pay of new offers',
  paid: 'pay in your own records',
};

type Pair = readonly [Compared, Compared];

interface ObstacleWords {
  readonly statement: string;
  readonly missing: string;
  /** For a row of a chart. */
  readonly short: string;
}

/** What stands in place of a difference. */
export function obstacleWords(obstacle: DifferenceObstacle, pair: Pair): ObstacleWords {
  return OBSTACLES[obstacle](pair);
}

const OBSTACLES: Readonly<Record<DifferenceObstacle, (pair: Pair) => ObstacleWords>> = {
  'same-question': ([first]) => ({
    statement: `${first.label} is asked twice: there is nothing to compare.`,
    missing: 'Another title, level or place.',
    short: 'the same question',
  }),
  'no-figure': (pair) => {
    const without = pair.filter(({ report }) => report.headline.quantity?.interval == null);
    return {
      statement: `No difference can be given: there is no figure for ${without.map(({ label }) => label).join(' nor for ')}.`,
      missing: [...new Set(without.flatMap(({ report }) => report.headline.missing ?? []))].join(' '),
      short: 'no figure for one of them',
    };
  },
  dates: ([first, second]) => ({
    statement: `No difference is given: ${first.label} is answered as of ${formatDate(first.report.question.asOf)} and ${second.label} as of ${formatDate(second.report.question.asOf)}.`,
    missing: 'Both figures as of one date.',
    short: 'figures of different dates',
  }),
  bases: ([first, second]) => ({
    statement: `No difference is given: the figure for ${first.label} is ${payOf(first)}, the one for ${second.label} ${payOf(second)}. They measure different things.`,
    missing: 'Both figures on one basis: ask for official, posted or market pay.',
    short: 'different bases',
  }),
  currencies: ([first, second]) => ({
    statement: `No difference is given: ${first.label} is paid in ${first.report.question.currency} and ${second.label} in ${second.report.question.currency}, and not both are converted to US dollars.`,
    missing: 'Exchange rates for the dates of both figures.',
    short: 'no common currency',
  }),
  'same-figure': ([first, second]) => ({
    statement: `The difference between ${first.label} and ${second.label} is not known: one figure answers both (${first.report.headline.evidence.scope}). That does not make it zero.`,
    missing: 'A figure for each of the two by itself.',
    short: 'one figure answers both',
  }),
};

function payOf({ report }: Compared): string {
  const { basis } = report.headline.evidence;
  return basis === null ? 'of no basis' : PAY[basis];
}
