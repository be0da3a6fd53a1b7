/** The report of one question: understand, gather, build. */

import { gatherAnswers } from '../analysis/answers.js';
import { rememberedOf } from '../core/remembered.js';
import { buildReport } from '../report/build.js';
import type { Report } from '../report/model.js';
import type { PlaceRow } from '../text/places/index.js';
import type { Market } from './market.js';
import { ownRowsOnly } from './own-rows-only.js';
import { type ReportRequest, understandQuestion } from './question.js';

/**
 * Answers a question from an open market.
 *
 * @throws {UsageError} when title, place or an option is not usable; too little evidence is a report, not an error
 * @example const report = await answerReport(await openMarket(), { title: 'Machine Learning Lead', place: 'US' });
 */
export async function answerReport(market: Market, request: ReportRequest): Promise<Report> {
  const { question, notes, doubt } = await understandQuestion(market, request);
  const store = question.only === null ? market.store : ownRowsOnly(market.store);
  const answers = await gatherAnswers(store, question, {
    parameters: market.parameters,
    offer: request.offer ?? null,
    cohorts: market.cohorts,
    payModel: await market.payModel(),
    shared: question.only === null ? market.shared : undefined,
  });
  const stateNames = stateNamesOf(market.places);
  return buildReport({ answers, notes, doubt, stateNames, sources: market.store.manifest.sources });
}

/** By id; gathered once for the places of a market. */
const stateNamesOf = rememberedOf(
  (places: readonly PlaceRow[]): ReadonlyMap<string, string> =>
    new Map(places.filter(({ kind }) => kind === 'state').map((row) => [row.place, row.name])),
);
