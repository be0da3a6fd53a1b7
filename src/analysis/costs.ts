/** Cost of labour beside cost of living, nominal beside real, and foreign pay beside US pay, for one question. */
import type { Store } from '../store/port.js';
import { type Abroad, abroad } from './abroad.js';
import { type Shared, sharedOf } from './country-analyses.js';
import type { Headline } from './headline.js';
import { type MetroPay, metroRelativePay } from './metro-pay.js';
import type { OfficialData, OfficialPay } from './official.js';
import type { Parameters } from './parameters.js';
import { type PaySpan, paySpan } from './pay-span.js';
import { type PriceLevel, priceLevels } from './price-levels.js';
import type { Question } from './question.js';
import { type RelativePay, stateRelativePay } from './relative-pay.js';
import { type StatesAfterPrices, statesAfterPrices } from './states-after-prices.js';

export interface Costs {
  /** Cost of labour of the place asked about: its own, or its state's where it has none. */
  readonly labour: RelativePay | null;
  /** What the tables hold of the metropolitan area asked about. */
  readonly metro: MetroPay | null;
  /** Price level of the place asked about, or of its state. */
  readonly prices: PriceLevel | null;
  /** Price level of the place of `labour`, not later than its pay. */
  readonly pricesOfLabour: PriceLevel | null;
  /** Price level of the place that carries the headline; null for the whole country. */
  readonly pricesOfHeadline: PriceLevel | null;
  readonly states: StatesAfterPrices | null;
  /** Official pay since the first comparable year. */
  readonly span: PaySpan | null;
  /** The headline in dollars; null where it is in dollars. */
  readonly abroad: Abroad | null;
}

export interface CostsInput {
  readonly official: OfficialData;
  readonly officialCountry: OfficialPay | null;
  readonly headline: Headline | null;
  readonly parameters: Parameters;
  readonly shared?: Shared | undefined;
}

/** Gathers all of it; what the market cannot say is null. */
export async function costs(store: Store, question: Question, input: CostsInput): Promise<Costs> {
  const { official, officialCountry, headline, parameters, shared } = input;
  const [span, foreign, metro] = await Promise.all([
    sharedOf(shared, {
      name: 'pay span',
      question,
      make: () => paySpan(store, question, official, parameters),
    }),
    abroad(store, question, headline),
    metroRelativePay(store, question, official, parameters),
  ]);
  if (officialCountry === null) return { ...NOTHING, span, abroad: foreign };
  const { year } = officialCountry;
  const levels = await sharedOf(shared, {
    name: 'price levels',
    question,
    of: year,
    make: async () => {
      const known = await priceLevels(store, null, Math.min(year, Number(question.asOf.slice(0, 4)) - 1));
      return new Map([...known].filter(([place]) => place.startsWith(`${question.place.country}-`)));
    },
  });
  const { statePlaceId } = question;
  const labour =
    metro?.pay ?? (statePlaceId === null ? null : stateRelativePay(official, question, statePlaceId, parameters));
  const levelOf = (place: string | null | undefined): PriceLevel | null =>
    place == null ? null : (levels.get(place) ?? null);
  return {
    labour,
    metro,
    prices: levelOf(question.place.id) ?? levelOf(statePlaceId),
    pricesOfLabour: levelOf(labour?.place),
    pricesOfHeadline: levelOf(headline?.place),
    states: await sharedOf(shared, {
      name: 'states after prices',
      question,
      of: year,
      make: () => statesAfterPrices(store, question, official, { year, parameters, levels }),
    }),
    span,
    abroad: foreign,
  };
}

const NOTHING = {
  labour: null,
  metro: null,
  prices: null,
  pricesOfLabour: null,
  pricesOfHeadline: null,
  states: null,
} as const;
