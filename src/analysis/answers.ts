/** Everything the report of one question is made from, gathered in one pass over the market. */
import type { OfferPosition } from '../core/offer.js';
import { roundPercentiles } from '../core/percentiles.js';
import { offerPosition } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { type AdvertisementIndex, advertisements } from './advertisements.js';
import { type AskedFor, askedFor } from './asked-for.js';
import { type CellRanges, cellRanges } from './cell-ranges.js';
import { type Costs, costs } from './costs.js';
import { sharedOf } from './country-analyses.js';
import {
  type OccupationDemand,
  type OccupationProjection,
  occupationDemand,
  occupationProjections,
  type StateFigures,
  stateFigures,
} from './demand.js';
import { type Exposure, exposure } from './exposure.js';
import { type Forecast, forecastGrowth } from './forecast.js';
import type { Headline } from './headline.js';
import { type LevelOrder, levelOrder } from './level-order.js';
import { type Inversion, inversions, type LevelPay, levelLadder } from './levels.js';
import { type AskRange, askRange } from './negotiation.js';
import type { Exclusion } from './observation.js';
import type { Parameters } from './parameters.js';
import { gatherPay, type PayAnswerOptions, type PayAnswers } from './pay-answers.js';
import { type PriceChange, priceChange } from './prices.js';
import type { Question } from './question.js';
import { type Requirements, requirements } from './requirements.js';

export interface Answers extends PayAnswers {
  /** Mean pay of the mix, newest year over the year before, same occupations; null without two comparable years. */
  readonly officialGrowth: { readonly ratio: number; readonly fromYear: number; readonly toYear: number } | null;
  readonly prices: PriceChange | null;
  /** Cost of labour and of living, real growth, the headline in dollars. */
  readonly costs: Costs;
  readonly ladder: readonly LevelPay[];
  /** Ratios within employers, and yearly changes in our own rows; as fitted with the market. */
  readonly levelRatios: Parameters['levelRatios'];
  readonly postedChanges: Parameters['postedChanges'];
  readonly ladderBasis: LadderBasis;
  readonly inversions: readonly Inversion[];
  /** How this page's figure stands to those of the other levels' pages. */
  readonly order: LevelOrder;
  readonly forecast: Forecast | null;
  readonly demandHere: readonly OccupationDemand[];
  readonly demandCountry: readonly OccupationDemand[];
  readonly projections: readonly OccupationProjection[];
  readonly advertisements: readonly AdvertisementIndex[];
  readonly states: readonly StateFigures[];
  readonly requirements: Requirements;
  /** The advertised ranges behind the posted figure, one by one; null where there is none. */
  readonly ranges: CellRanges | null;
  /** null where no posting with text is known for the role. */
  readonly askedFor: AskedFor | null;
  readonly exposure: Exposure;
  readonly offer: { readonly amount: number; readonly position: OfferPosition | null } | null;
  readonly ask: AskRange | null;
  readonly exclusions: readonly Exclusion[];
}

export interface AnswerOptions extends PayAnswerOptions {
  /** Yearly, in the currency of the place. */
  readonly offer: number | null;
}

/** Asks the market everything a report needs. Nothing is fitted here; thin data give nulls and empty lists. */
export async function gatherAnswers(store: Store, question: Question, options: AnswerOptions): Promise<Answers> {
  const { parameters, offer, shared } = options;
  const once = <T>(name: string, make: () => Promise<T>): Promise<T> => sharedOf(shared, { name, question, make });
  const [pay, tools, asked, ranks, projections, advertised] = await Promise.all([
    gatherPay(store, question, options),
    once('requirements', () => requirements(store, question)),
    once('asked for', () => askedFor(store, question)),
    once('exposure', () => exposure(store, question)),
    once('projections', () => occupationProjections(store, question)),
    advertisements(store, question),
  ]);
  const { headline, official, officialCountry, cells } = pay;
  const { rows, exclusions } = pay.cohort;
  const { ladder, ladderBasis } = chooseLadder(question, (basis) => levelLadder(rows, basis, question, cells));
  const [forecast, demandCountry, states] = await Promise.all([
    once('forecast', async () => forecastGrowth(official, question, parameters)),
    once('demand', async () => occupationDemand(official, question, question.place.country, parameters)),
    officialCountry === null
      ? []
      : once('states', () => stateFigures(store, official, question, { year: officialCountry.year, parameters })),
  ]);
  const growth = yearGrowth(forecast);
  const percentiles = headline?.percentiles ?? {};
  return {
    ...pay,
    officialGrowth: growth,
    prices: growth === null ? null : await priceChange(store, growth.fromYear, growth.toYear),
    costs: await costs(store, question, { official, officialCountry, headline, parameters, shared }),
    ladder,
    levelRatios: parameters.levelRatios,
    postedChanges: parameters.postedChanges,
    ladderBasis,
    inversions: inversions(ladder),
    order: levelOrder(question.level, pay.headlineOf),
    forecast,
    demandHere:
      question.statePlaceId === null ? [] : occupationDemand(official, question, question.statePlaceId, parameters),
    demandCountry,
    projections,
    advertisements: advertised,
    states,
    requirements: tools,
    ranges: await cellRanges(store, question, pay.posted),
    askedFor: asked,
    exposure: ranks,
    offer: offer === null ? null : { amount: offer, position: positionOf(percentiles, offer) },
    ask: askRange(percentiles),
    exclusions,
  };
}

export type LadderBasis = 'posted' | 'filed' | 'paid';

interface ChosenLadder {
  readonly ladder: readonly LevelPay[];
  readonly ladderBasis: LadderBasis;
}

/** The first basis on which two levels can be compared, else the last; own pay records only when they are asked for. */
function chooseLadder(question: Question, on: (basis: LadderBasis) => readonly LevelPay[]): ChosenLadder {
  const [first, second]: readonly [LadderBasis, LadderBasis?] =
    question.basis === 'paid' ? ['paid'] : ['posted', question.only === 'mine' ? 'paid' : 'filed'];
  const ladder = on(first);
  const compared = ladder.filter((entry) => entry.ofThisLevel).length >= 2;
  return compared || second === undefined
    ? { ladder, ladderBasis: first }
    : { ladder: on(second), ladderBasis: second };
}

/** On the percentiles as they are published, so that whoever has the report finds the same position. */
function positionOf(percentiles: Headline['percentiles'], offer: number): OfferPosition | null {
  return Object.keys(percentiles).length < 2 ? null : offerPosition(roundPercentiles(percentiles), offer);
}

function yearGrowth(forecast: Forecast | null): Answers['officialGrowth'] {
  const last = forecast?.observed.at(-1);
  const before = forecast?.observed.at(-2);
  if (last === undefined || before === undefined) return null;
  return { ratio: last.mean / before.mean, fromYear: before.year, toYear: last.year };
}
