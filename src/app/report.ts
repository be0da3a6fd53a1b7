/** The report of one question: understand, gather, build. */
import { gatherAnswers } from '../analysis/answers.js';
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

type StateNames = ReadonlyMap<string, string>;

const KNOWN_NAMES = new WeakMap<readonly PlaceRow[], StateNames>();

/** By id; gathered once for the places of a market. */
function stateNamesOf(places: readonly PlaceRow[]): StateNames {
  const known =
    KNOWN_NAMES.get(places) ??
    new Map(places.filter(({ kind }) => kind === 'state').map((row): [string, string] => [row.place, row.name]));
  KNOWN_NAMES.set(places, known);
  return known;
}
