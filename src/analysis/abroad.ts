/** A figure in another currency set beside US pay: in dollars at the rates of its own dates, and at purchasing power. */
import { select } from '../query/plan.js';
import { empiricalDistribution, heapingInterval, uniformRangeDistribution } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { middleMonth } from './ageing.js';
import type { SourceEstimate } from './estimate.js';
import type { Headline } from './headline.js';
import type { PayObservation } from './observation.js';
import type { Question } from './question.js';

export interface InDollars {
  readonly source: string;
  /** US dollars a year: the headline's median, each observation converted in its own month. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Units of the currency per US dollar: what the conversion comes to, and the lowest and highest month used. */
  readonly perUsd: { readonly effective: number; readonly lowest: number; readonly highest: number };
  /** First and last month of the rates used, `YYYY-MM-01`. */
  readonly months: { readonly from: string; readonly to: string };
}

export interface PurchasingPower {
  readonly source: string;
  readonly year: number;
  /** Units of the currency that buy what one US dollar buys in the United States. */
  readonly perUsd: number;
  /** International dollars a year: the headline at that parity. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Prices there over prices in the United States: parity over the exchange rate of the same year. */
  readonly priceLevel: {
    readonly ratio: number;
    readonly exchangePerUsd: number;
    readonly exchangeSource: string;
  } | null;
}

export interface Abroad {
  readonly dollars: InDollars | null;
  readonly purchasingPower: PurchasingPower | null;
}

interface Rate {
  readonly source: string;
  readonly month: string;
  readonly perUsd: number;
}

/** Both conversions of a headline; null in US dollars and without a headline. */
export async function abroad(store: Store, question: Question, headline: Headline | null): Promise<Abroad | null> {
  const { currency } = question.place;
  const median = headline?.percentiles['50'];
  if (currency === 'USD' || headline === null || median === undefined || median.low === null || median.high === null) {
    return null;
  }
  const [rates, parities] = await Promise.all([
    store.read(
      select(
        'exchangeRates',
        ['source', 'month', 'perUsd'],
        [
          { column: 'currency', is: currency },
          { column: 'month', atMost: question.asOf },
        ],
      ),
    ),
    store.read(
      select(
        'purchasingPower',
        ['source', 'year', 'perUsd'],
        [
          { column: 'country', is: question.place.country },
          { column: 'year', atMost: Number(question.asOf.slice(0, 4)) - 1 },
        ],
      ),
    ),
  ]);
  const figure = { value: median.value, low: median.low, high: median.high };
  const parity = parities.at(-1);
  return {
    dollars: headline.observed === null ? ofYear(headline, figure, rates) : ofObservations(headline, figure, rates),
    purchasingPower:
      parity === undefined
        ? null
        : { ...parity, ...divided(figure, parity.perUsd), priceLevel: priceLevel(parity, rates) },
  };
}

type Figure = Pick<InDollars, 'value' | 'low' | 'high'>;

function divided({ value, low, high }: Figure, perUsd: number): Figure {
  return { value: value / perUsd, low: low / perUsd, high: high / perUsd };
}

/**
 * The median with every observation converted in its own month, by the estimator and the equal-weight pool of the
 * headline; the interval moves with it. null when an observation has no rate.
 */
function ofObservations(headline: Headline, figure: Figure, rates: readonly Rate[]): InDollars | null {
  const estimates = headline.observed?.carried.pool.contributing ?? [];
  const used: Rate[] = [];
  let logRate = 0;
  for (const estimate of estimates) {
    const own = estimate.rows.map((row) => rateOf(rates, middleMonth(row.seenFrom, row.seenTo)));
    if (own.some((rate) => rate === null)) return null;
    const known = own as Rate[];
    used.push(...known);
    const asStated = medianOf(
      estimate,
      estimate.rows.map(() => 1),
    );
    const inDollars = medianOf(
      estimate,
      known.map((rate) => rate.perUsd),
    );
    logRate += Math.log(asStated / inDollars) / estimates.length;
  }
  return inDollarsAt(Math.exp(logRate), figure, used);
}

function medianOf(estimate: SourceEstimate, perUsd: readonly number[]): number {
  const weights = estimate.rows.map(() => 1);
  const ends = estimate.rows.map((row, index) => rangeOf(row).map((end) => end / perUsd[index]!));
  const lows = ends.map(([low]) => low!);
  const highs = ends.map(([, high]) => high!);
  return estimate.basis === 'posted'
    ? uniformRangeDistribution(lows, highs, weights).quantile(0.5)
    : empiricalDistribution(lows, weights).quantile(0.5);
}

/** As the headline reads a row: a single advertised amount stands for its heaping interval; both ends are aged. */
function rangeOf(row: PayObservation): readonly number[] {
  const single = row.basis === 'posted' && row.statedLow === row.statedHigh;
  const [low, high] = single ? heapingInterval(row.statedLow) : [row.statedLow, row.statedHigh];
  const ageing = row.low / row.statedLow;
  return [low * ageing, high * ageing];
}

/** A published yearly figure at the mean of its year's monthly rates. */
function ofYear(headline: Headline, figure: Figure, rates: readonly Rate[]): InDollars | null {
  const year = headline.official?.year;
  const own = rates.filter((rate) => rate.month.startsWith(`${year}-`));
  return own.length === 0 ? null : inDollarsAt(mean(own), figure, own);
}

function inDollarsAt(effective: number, figure: Figure, used: readonly Rate[]): InDollars | null {
  const first = used[0];
  if (first === undefined) return null;
  const months = used.map((rate) => rate.month).sort();
  const values = used.map((rate) => rate.perUsd);
  return {
    source: first.source,
    ...divided(figure, effective),
    perUsd: {
      effective,
      lowest: values.reduce((a, b) => Math.min(a, b)),
      highest: values.reduce((a, b) => Math.max(a, b)),
    },
    months: { from: months[0]!, to: months.at(-1)! },
  };
}

/** The rate of a month; of the newest month before it where that one is missing; null before the first. */
function rateOf(rates: readonly Rate[], month: string): Rate | null {
  return rates.filter((rate) => rate.month.slice(0, 7) <= month).at(-1) ?? null;
}

/** Rates of all twelve months are needed for a year's mean. */
const MONTHS_OF_A_YEAR = 12;

function priceLevel(
  parity: { readonly year: number; readonly perUsd: number },
  rates: readonly Rate[],
): PurchasingPower['priceLevel'] {
  const year = rates.filter((rate) => rate.month.startsWith(`${parity.year}-`));
  if (year.length < MONTHS_OF_A_YEAR) return null;
  const exchangePerUsd = mean(year);
  return { ratio: parity.perUsd / exchangePerUsd, exchangePerUsd, exchangeSource: year[0]!.source };
}

function mean(rates: readonly Rate[]): number {
  return rates.reduce((sum, rate) => sum + rate.perUsd, 0) / rates.length;
}
