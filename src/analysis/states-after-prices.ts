/** Where the same occupations are paid most after prices: states with cells of their own, told apart only as far as they are. */
import { select } from '../query/plan.js';
import { subsetWithHighest } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { INTERVAL_LEVEL } from './estimate.js';
import type { OfficialData } from './official.js';
import type { Parameters } from './parameters.js';
import { afterPrices, type PriceLevel } from './price-levels.js';
import type { Question } from './question.js';
import { type RelativePay, relativePay, stateMeans } from './relative-pay.js';

export interface StateAfterPrices {
  readonly place: string;
  readonly pay: RelativePay;
  readonly prices: PriceLevel;
  /** Pay after prices, the country being 1. */
  readonly real: number;
  /** Carries the error of pay alone. */
  readonly interval: { readonly low: number; readonly high: number };
  /** Whether it may be the highest of all, at the coverage of every interval. */
  readonly mayBeHighest: boolean;
}

export interface StatesAfterPrices {
  readonly year: number;
  readonly priceYear: number;
  /** Highest first. */
  readonly states: readonly StateAfterPrices[];
}

/** Least share of the mix that a state's own cells must cover to be compared with other states. */
export const LEAST_COMPARED_COVERAGE = 0.9;

/** Fewest states worth a comparison. */
const FEWEST_STATES = 10;

const COLUMNS = ['source', 'place', 'soc', 'year', 'mean', 'jobs', 'meanRsePercent'] as const;

/**
 * Every state's pay of the mix after prices.
 *
 * @param levels newest price levels by place; states of another year than the newest are left out
 * @returns null with fewer than ten states
 */
export async function statesAfterPrices(
  store: Store,
  question: Question,
  data: OfficialData,
  options: {
    readonly year: number;
    readonly parameters: Parameters;
    readonly levels: ReadonlyMap<string, PriceLevel>;
  },
): Promise<StatesAfterPrices | null> {
  const { year, parameters, levels } = options;
  const stateLevels = [...levels.values()].filter((level) => /^[A-Z]{2}-[A-Z]{2}$/.test(level.place));
  const priceYear = Math.max(...stateLevels.map((level) => level.year));
  const country = data.rows.filter((row) => row.place === question.place.country && row.year === year);
  if (stateLevels.length < FEWEST_STATES || country.length === 0) return null;
  const rows = await store.read(
    select('official', COLUMNS, [
      { column: 'soc', in: question.occupations.map((occupation) => occupation.soc) },
      { column: 'year', is: year },
    ]),
  );
  const byPlace = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), row]);
  const states = stateLevels.flatMap((prices) => {
    if (prices.year !== priceYear) return [];
    const pay = relativePay(
      stateMeans(byPlace.get(prices.place) ?? [], prices.place, year),
      country,
      question.occupations,
      parameters,
    );
    if (pay === null || pay.interval === null || pay.coverage < LEAST_COMPARED_COVERAGE) return [];
    const { low, high } = pay.interval;
    return [
      {
        place: prices.place,
        pay,
        prices,
        real: afterPrices(pay.ratio, prices),
        interval: { low: afterPrices(low, prices), high: afterPrices(high, prices) },
      },
    ];
  });
  if (states.length < FEWEST_STATES) return null;
  const possible = subsetWithHighest(
    states.map((state) => Math.log(state.real)),
    states.map((state) => state.pay.ownLogStandardError ?? 0),
    INTERVAL_LEVEL,
  );
  return {
    year,
    priceYear,
    states: states
      .map((state, index) => ({ ...state, mayBeHighest: possible[index]! }))
      .sort((a, b) => b.real - a.real || (a.place < b.place ? -1 : 1)),
  };
}
