/** Everything the report of one question is made from, gathered in one pass over the market. */
import type { Level } from '../core/level.js';
import type { Store } from '../store/port.js';
import { type AdvertisementIndex, advertisements } from './advertisements.js';
import { type Ageing, loadAgeing } from './ageing.js';
import { type AskedFor, askedFor } from './asked-for.js';
import { type Cohorts, cohortOf } from './cohort.js';
import { type Costs, costs } from './costs.js';
import {
  type OccupationDemand,
  type OccupationProjection,
  occupationDemand,
  occupationProjections,
  type StateFigures,
  stateFigures,
} from './demand.js';
import { type EarningsAbroad, earningsAbroad } from './earnings-abroad.js';
import { type Exposure, exposure } from './exposure.js';
import { type Forecast, forecastGrowth } from './forecast.js';
import { chooseHeadline, type Headline } from './headline.js';
import { type LevelOrder, levelOrder } from './level-order.js';
import { type Inversion, inversions, type LevelPay, levelLadder } from './levels.js';
import { type AskRange, askRange, type OfferPosition, offerPosition } from './negotiation.js';
import type { Exclusion } from './observation.js';
import { loadOfficial, type OfficialPay, officialPay } from './official.js';
import type { Parameters } from './parameters.js';
import { type BasisPay, payOnBasis } from './pay.js';
import { type PriceChange, priceChange } from './prices.js';
import type { Question } from './question.js';
import { type Requirements, requirements } from './requirements.js';

export interface Answers {
  readonly question: Question;
  readonly ageing: Ageing;
  readonly headline: Headline | null;
  readonly posted: BasisPay;
  readonly filed: BasisPay;
  /** What the user's own records say people are paid; empty without any. */
  readonly paid: BasisPay;
  /** Official pay where the question is: the state if there is one, and the country. */
  readonly officialHere: OfficialPay | null;
  readonly officialCountry: OfficialPay | null;
  /** Official earnings in the publisher's own classes; null in the United States and where none is held. */
  readonly earningsAbroad: EarningsAbroad | null;
  /** Mean pay of the mix, newest year over the year before, same occupations; null without two comparable years. */
  readonly officialGrowth: { readonly ratio: number; readonly fromYear: number; readonly toYear: number } | null;
  readonly prices: PriceChange | null;
  /** Cost of labour and of living, real growth, the headline in dollars. */
  readonly costs: Costs;
  readonly ladder: readonly LevelPay[];
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
  /** null where no posting with text is known for the role. */
  readonly askedFor: AskedFor | null;
  readonly exposure: Exposure;
  readonly offer: { readonly amount: number; readonly position: OfferPosition | null } | null;
  readonly ask: AskRange | null;
  readonly exclusions: readonly Exclusion[];
}

export interface AnswerOptions {
  readonly parameters: Parameters;
  /** Yearly, in the currency of the place. */
  readonly offer: number | null;
  readonly cohorts: Cohorts;
}

/** Asks the market everything a report needs. Nothing is fitted here; thin data give nulls and empty lists. */
export async function gatherAnswers(store: Store, question: Question, options: AnswerOptions): Promise<Answers> {
  const { parameters, offer } = options;
  const ageing = await loadAgeing(store, {
    country: question.place.country,
    asOf: question.asOf,
    roleDeviationSd: parameters.roleDeviationSd,
  });
  const [cohort, official, tools, asked, ranks, projections, advertised, abroad] = await Promise.all([
    cohortOf(options.cohorts, store, question, ageing),
    loadOfficial(store, question),
    requirements(store, question),
    askedFor(store, question),
    exposure(store, question),
    occupationProjections(store, question),
    advertisements(store, question),
    earningsAbroad(store, question),
  ]);
  const cells = { ageing, designEffect: parameters.designEffect, known: cohort.known, borrow: true };
  const { rows } = cohort;
  const posted = payOnBasis(rows, 'posted', question, cells);
  const filed = payOnBasis(rows, 'filed', question, cells);
  const paid = payOnBasis(rows, 'paid', question, cells);
  const officialCountry = officialPay(official, question, question.place.country, parameters);
  const officialState =
    question.statePlaceId === null ? null : officialPay(official, question, question.statePlaceId, parameters);
  const officialHere = question.statePlaceId === null ? officialCountry : officialState;
  const headline = chooseHeadline({ question, posted, filed, paid, official: officialHere ?? officialCountry, ageing });
  const { ladder, ladderBasis } = chooseLadder(question, (basis) => levelLadder(rows, basis, question, cells));
  const headlineOf = (level: Level | null): Headline | null => {
    const page = { ...question, level };
    const on = (basis: LadderBasis): BasisPay => payOnBasis(rows, basis, page, { ...cells, borrow: false });
    const pay = on(question.basis === 'filed' ? 'filed' : 'posted');
    return chooseHeadline({
      question: page,
      posted: pay,
      filed: pay,
      // Large payrolls take a while to estimate; only these pages may rest on them.
      paid: question.basis === 'paid' || question.only === 'mine' ? on('paid') : paid,
      official: officialHere ?? officialCountry,
      ageing,
    });
  };
  const forecast = forecastGrowth(official, question, parameters);
  const growth = yearGrowth(forecast);
  const percentiles = headline?.percentiles ?? {};
  return {
    question,
    ageing,
    headline,
    posted,
    filed,
    paid,
    officialHere,
    officialCountry,
    earningsAbroad: abroad,
    officialGrowth: growth,
    prices: growth === null ? null : await priceChange(store, growth.fromYear, growth.toYear),
    costs: await costs(store, question, { official, officialCountry, headline, parameters }),
    ladder,
    ladderBasis,
    inversions: inversions(ladder),
    order: levelOrder(question.level, headlineOf),
    forecast,
    demandHere:
      question.statePlaceId === null ? [] : occupationDemand(official, question, question.statePlaceId, parameters),
    demandCountry: occupationDemand(official, question, question.place.country, parameters),
    projections,
    advertisements: advertised,
    states:
      officialCountry === null
        ? []
        : await stateFigures(store, official, question, { year: officialCountry.year, parameters }),
    requirements: tools,
    askedFor: asked,
    exposure: ranks,
    offer: offer === null ? null : { amount: offer, position: positionOf(percentiles, offer) },
    ask: askRange(percentiles),
    exclusions: cohort.exclusions,
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

function positionOf(percentiles: Headline['percentiles'], offer: number): OfferPosition | null {
  return Object.keys(percentiles).length < 2 ? null : offerPosition(percentiles, offer);
}

function yearGrowth(forecast: Forecast | null): Answers['officialGrowth'] {
  const last = forecast?.observed.at(-1);
  const before = forecast?.observed.at(-2);
  if (last === undefined || before === undefined) return null;
  return { ratio: last.mean / before.mean, fromYear: before.year, toYear: last.year };
}
