/** What a market says about pay for one question, on every basis: the part that a report and a benchmark share. */
import type { Level } from '../core/level.js';
import type { PayModel, PayPrediction } from '../core/pay-model.js';
import type { Store } from '../store/port.js';
import { type Ageing, loadAgeing } from './ageing.js';
import { atLevel } from './at-level.js';
import { type Cohort, type Cohorts, cohortOf } from './cohort.js';
import { type Shared, sharedOf } from './country-analyses.js';
import { type EarningsAbroad, earningsAbroad } from './earnings-abroad.js';
import { chooseHeadline, type Headline } from './headline.js';
import { type ModelPay, modelPay, officialLogMedian } from './model-pay.js';
import { loadOfficial, type OfficialData, type OfficialPay, officialPay } from './official.js';
import { officialAbroadPay } from './official-abroad-pay.js';
import type { Parameters } from './parameters.js';
import { askedCells, type BasisPay, type PayOptions, payOnBasis, wholeCells } from './pay.js';
import type { Question } from './question.js';
import { biasPoints } from './source-biases.js';

export interface PayAnswers {
  readonly question: Question;
  readonly ageing: Ageing;
  readonly headline: Headline | null;
  readonly posted: BasisPay;
  readonly filed: BasisPay;
  /** What the user's own records say people are paid; empty without any. */
  readonly paid: BasisPay;
  /** The model's estimate of new offers; null outside what it is calibrated on. */
  readonly market: ModelPay | null;
  /** Official rows of the question, for the analyses that go on from here. */
  readonly official: OfficialData;
  /** Official pay where the question is: the state if there is one, and the country. */
  readonly officialHere: OfficialPay | null;
  readonly officialCountry: OfficialPay | null;
  /** Official earnings in the publisher's own classes; null in the United States and where none is held. */
  readonly earningsAbroad: EarningsAbroad | null;
  readonly cohort: Cohort;
  /** How cells of this question are estimated. */
  readonly cells: PayOptions;
  /** The headline of the page of another level of the same work in the same place; null for the title without one. */
  readonly headlineOf: (level: Level | null) => Headline | null;
}

export interface PayAnswerOptions {
  readonly parameters: Parameters;
  readonly cohorts: Cohorts;
  /** null where the market has none. */
  readonly payModel: PayModel | null;
  /** Where given, what does not depend on the place within a country is kept there for the next question. */
  readonly shared?: Shared | undefined;
}

/** Asks the market for pay on every basis and chooses the headline. Nothing is fitted here. */
export async function gatherPay(store: Store, question: Question, options: PayAnswerOptions): Promise<PayAnswers> {
  const { parameters } = options;
  const ageing = await loadAgeing(store, {
    country: question.place.country,
    asOf: question.asOf,
    roleDeviationSd: parameters.roleDeviationSd,
  });
  const [cohort, official, abroad] = await Promise.all([
    cohortOf(options.cohorts, store, question, ageing),
    loadOfficial(store, question),
    earningsAbroad(store, question),
  ]);
  const logOfficial = officialLogMedian(official, question);
  const biases =
    parameters.sourceBiases === undefined ||
    logOfficial === null ||
    question.place.country !== 'US' ||
    question.role.family === null
      ? undefined
      : biasPoints(parameters.sourceBiases, logOfficial);
  const cells = {
    ageing,
    designEffect: parameters.designEffect,
    known: cohort.known,
    borrow: true,
    levels: new Map<string, BasisPay>(),
    ...(biases === undefined ? {} : { biases }),
  };
  const { rows } = cohort;
  const posted = payOnBasis(rows, 'posted', question, cells);
  const filed = payOnBasis(rows, 'filed', question, cells);
  const paid = payOnBasis(rows, 'paid', question, cells);
  const officialCountry = await sharedOf(options.shared, {
    name: 'official pay',
    question,
    make: async () => officialPay(official, question, question.place.country, parameters),
  });
  const officialState =
    question.statePlaceId === null ? null : officialPay(official, question, question.statePlaceId, parameters);
  const officialHere = question.statePlaceId === null ? officialCountry : officialState;
  const officialBest =
    officialHere ?? officialCountry ?? officialAbroadPay(abroad, question.place.currency, parameters);
  const payModel = options.payModel === null ? null : predictingOnce(options.payModel);
  const model = modelOfLevels((basis, asked) =>
    payModel === null
      ? null
      : modelPay(basis, asked, {
          model: payModel,
          ageing,
          logOfficial,
          cellsOf: (own) => askedCells(rows, own, asked, cells),
          wholeOf: (own) => wholeCells(rows, own, asked, cells),
          sourceBiases: parameters.sourceBiases,
        }),
  );
  const headlineOf = (level: Level | null): Headline | null => {
    const page = atLevel(question, level);
    const on = (basis: 'posted' | 'filed' | 'paid'): BasisPay =>
      payOnBasis(rows, basis, page, { ...cells, borrow: false });
    const pay = on(question.basis === 'filed' ? 'filed' : 'posted');
    return chooseHeadline({
      question: page,
      posted: pay,
      filed: pay,
      // Large payrolls take a while to estimate; only these pages may rest on them.
      paid: question.basis === 'paid' || question.only === 'mine' ? on('paid') : paid,
      official: officialBest,
      ageing,
      model: (basis) => model(basis, page),
    });
  };
  return {
    question,
    ageing,
    headline: chooseHeadline({
      question,
      posted,
      filed,
      paid,
      official: officialBest,
      ageing,
      model: (basis) => model(basis, question),
    }),
    market: model('market', question),
    posted,
    filed,
    paid,
    official,
    officialHere,
    officialCountry,
    earningsAbroad: abroad,
    cohort,
    cells,
    headlineOf,
  };
}

type ModelOf = (basis: ModelPay['basis'], asked: Question) => ModelPay | null;

/** The model's figures for one question and for the same question at other levels, each made once. */
function modelOfLevels(make: ModelOf): ModelOf {
  const made = new Map<string, ModelPay | null>();
  return (basis, asked) => {
    const key = `${basis}|${asked.level?.id ?? ''}`;
    let model = made.get(key);
    if (model === undefined) {
      model = make(basis, asked);
      made.set(key, model);
    }
    return model;
  };
}

/** The same model for one question at all its levels: whatever else it is asked by is the same. */
function predictingOnce(model: PayModel): PayModel {
  const made = new Map<string, PayPrediction | null>();
  return {
    version: model.version,
    predict(question) {
      const key = `${question.basis}|${question.level ?? ''}`;
      let prediction = made.get(key);
      if (prediction === undefined) {
        prediction = model.predict(question);
        made.set(key, prediction);
      }
      return prediction;
    },
  };
}
