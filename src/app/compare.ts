/** Two to four questions side by side: each is answered as a report, all on one basis where there is one. */
import { BASES, type Basis } from '../core/basis.js';
import { UsageError } from '../core/errors.js';
import { compareReports } from '../report/comparison.js';
import { type Comparison, FEWEST_COMPARED, MOST_COMPARED } from '../report/comparison-model.js';
import type { Report } from '../report/model.js';
import type { Market } from './market.js';
import type { ReportRequest } from './question.js';
import { answerReport } from './report.js';

export type CompareRequest = Omit<ReportRequest, 'offer'>;

/** What is changed of a question to have it answered on another basis. */
interface Answerable {
  readonly basis?: string | undefined;
}

/** Answers one question: from a market, or from memory. */
type Answer<Q> = (question: Q) => Promise<Report>;

/**
 * Compares the answers to two to four questions from an open market.
 *
 * Where no basis is asked for and the headlines rest on different ones, every question is asked again on the first
 * basis that answers all of them; where there is none, the headlines stand side by side without a difference.
 *
 * @throws {UsageError} TOO_FEW_QUESTIONS | TOO_MANY_QUESTIONS, and what a report throws
 * @example await compareQuestions(market, [{ title: 'Nurse', place: 'US-WA' }, { title: 'Nurse', place: 'US-TX' }])
 */
export async function compareQuestions(market: Market, requests: readonly CompareRequest[]): Promise<Comparison> {
  return compareAnswers((request: CompareRequest) => answerReport(market, request), requests);
}

/** The same from anything that answers questions. */
export async function compareAnswers<Q extends Answerable>(
  answer: Answer<Q>,
  requests: readonly Q[],
): Promise<Comparison> {
  requireCount(requests.length);
  const reports = await answerAll(answer, requests);
  const bases = basesOf(reports);
  if (bases.length < 2 || requests.some(({ basis }) => basis !== undefined)) return compareReports(reports);
  for (const basis of candidates(bases)) {
    const again = await answerAll(
      answer,
      requests.map((request) => ({ ...request, basis })),
    );
    if (again.every(({ headline }, at) => isAnswered(headline, reports[at]!.headline, basis))) {
      return compareReports(again, { notes: [noteOf(bases, basis)] });
    }
  }
  return compareReports(reports);
}

/** @throws {UsageError} TOO_FEW_QUESTIONS | TOO_MANY_QUESTIONS */
export function requireCount(count: number): void {
  const remedy = 'Give two to four: several titles, or --in or --level more than once.';
  if (count < FEWEST_COMPARED) {
    throw new UsageError('TOO_FEW_QUESTIONS', 'One question alone cannot be compared.', remedy);
  }
  if (count > MOST_COMPARED) {
    throw new UsageError('TOO_MANY_QUESTIONS', `These are ${count} questions; at most four are compared.`, remedy);
  }
}

/** One after the other: they share what they read. */
async function answerAll<Q>(answer: Answer<Q>, requests: readonly Q[]): Promise<Report[]> {
  const reports: Report[] = [];
  for (const request of requests) reports.push(await answer(request));
  return reports;
}

function basesOf(reports: readonly Report[]): Basis[] {
  const found = new Set(reports.flatMap(({ headline }) => (headline.quantity && headline.evidence.basis) ?? []));
  return BASES.filter((basis) => found.has(basis));
}

/** From the last resort of a headline to the first: what one of them had to fall back on may answer all. */
const FALLBACK: readonly Basis[] = ['official', 'market', 'posted'];

function candidates(bases: readonly Basis[]): Basis[] {
  const used = FALLBACK.filter((basis) => bases.includes(basis));
  return [...used, ...FALLBACK.filter((basis) => basis !== 'official' && !used.includes(basis))];
}

/** A question without a figure stays without one; every other has one on the basis asked for. */
function isAnswered(headline: Report['headline'], before: Report['headline'], basis: Basis): boolean {
  return before.quantity === null || (headline.quantity !== null && headline.evidence.basis === basis);
}

const NAMES: Readonly<Record<Basis, string>> = {
  posted: 'posted pay',
  filed: 'filed pay',
  official: 'official pay',
  market: 'modelled pay of new offers',
  paid: 'pay in your own records',
};

function noteOf(bases: readonly Basis[], basis: Basis): string {
  const own = bases.map((name) => NAMES[name]).join(' and ');
  return `Asked alone, these questions are answered by ${own}, which are not held against each other: here all are ${NAMES[basis]}.`;
}
