/** The back-test: every score of the program, measured in this run or read from its record. */
import { UsageError } from '../../core/errors.js';
import { SCORE_IDS, type Score, type ScoreId } from '../../core/score.js';
import type { Scoreboard } from '../../report/scoreboard.js';
import type { BacktestContext, Measurement } from './measurement.js';
import { forecasts, levels, payModels, simulatedIntervals } from './model-scores.js';
import { requireRawFolder } from './raw-postings.js';
import { siteDefects } from './site-defects.js';
import { payStrings, skills, titles } from './text-scores.js';

/** All there are, the quick ones of one subject together. */
export const MEASUREMENTS: readonly Measurement[] = [
  simulatedIntervals,
  payModels,
  forecasts,
  levels,
  titles,
  payStrings,
  skills,
  siteDefects,
];

export interface BacktestRequest extends Omit<BacktestContext, 'note'> {
  /** Scores to measure; all when left out. */
  readonly only?: readonly ScoreId[] | undefined;
}

/**
 * Measures the scores asked for, in their fixed order.
 *
 * @throws {UsageError} MISSING_RAW_FOLDER
 * @throws {MarketError} when the market, a model or the record is missing, damaged or of another version
 * @throws {SourceError} when a raw file is missing or not what its publisher documents
 */
export async function runBacktest(
  { only = SCORE_IDS, ...request }: BacktestRequest,
  measurements: readonly Measurement[] = MEASUREMENTS,
): Promise<Scoreboard> {
  if (request.from !== null) await requireRawFolder(request.from);
  const notes: string[] = [];
  const context: BacktestContext = { ...request, note: (text) => void notes.push(text) };
  const scores: Score[] = [];
  try {
    for (const { ids, measure } of measurements) {
      if (ids.some((id) => only.includes(id))) scores.push(...(await measure(context)));
    }
  } finally {
    request.progress.done();
  }
  const scoreboard = SCORE_IDS.flatMap((id) => scores.filter((score) => score.id === id && only.includes(id)));
  return {
    schema: 'goingrate.scoreboard/1',
    asOf: request.market.asOf,
    summary: {
      met: scoreboard.filter(({ met }) => met === true).length,
      missed: scoreboard.filter(({ met }) => met === false).length,
      reported: scoreboard.filter(({ met }) => met === null).length,
    },
    scoreboard,
    notes,
  };
}

/**
 * @throws {UsageError} UNKNOWN_SCORE, naming those there are
 */
export function scoreIds(texts: readonly string[]): readonly ScoreId[] {
  return texts.map((text) => {
    const id = SCORE_IDS.find((known) => known === text);
    if (id !== undefined) return id;
    throw new UsageError('UNKNOWN_SCORE', `There is no score "${text}".`, `Scores: ${SCORE_IDS.join(', ')}.`);
  });
}
