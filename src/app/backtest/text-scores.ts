/** Scores of the text engines: from the publishers' files where they are given, else from the record. */
import type { Score } from '../../core/score.js';
import { measurePayStrings, payStringsScore } from '../../models/backtest/pay-strings.js';
import { measureSkills, skillsScore } from '../../models/backtest/skill-score.js';
import { titleRows } from '../../models/backtest/title-scores.js';
import { evaluateTitles } from '../../models/titles/evaluate.js';
import { RECIPE } from '../../models/titles/recipe.js';
import { parsePay } from '../../text/index.js';
import { readTitleTraining } from '../train-titles.js';
import { readGold } from './gold.js';
import type { BacktestContext, Measurement } from './measurement.js';
import { payTruthOf, readRawPostings, textsOf } from './raw-postings.js';
import { readScores, requireScoredModel } from './record.js';
import { openExtractor } from './skill-extractor.js';

const recorded = (scores: readonly Score[], recordedOn: string): readonly Score[] =>
  scores.map((score) => ({ ...score, recordedOn }));

export const titles: Measurement = {
  ids: ['titles.seen', 'titles.unseen', 'titles.ece'],
  measure: async ({ from, directory, progress }) => {
    if (from !== null) {
      progress.step('Reading titles and their occupations; the evaluation takes some minutes');
      return titleRows(evaluateTitles(await readTitleTraining(from, progress), RECIPE, progress));
    }
    const record = await readScores(directory);
    await requireScoredModel(directory, record);
    return recorded(titleRows(record.titles), record.titles.recordedOn);
  },
};

export const payStrings: Measurement = {
  ids: ['pay-strings.exact'],
  measure: async ({ from, directory, progress }) => {
    if (from !== null) {
      progress.step('Reading pay strings');
      return [measurePayStrings(payTruthOf(await readRawPostings(from)), parsePay).score];
    }
    const { exact, n, invented, recordedOn } = (await readScores(directory)).payStrings;
    return recorded([payStringsScore(exact, n, invented)], recordedOn);
  },
};

export const skills: Measurement = {
  ids: ['skills.precision'],
  measure: async (context) => {
    const anew = context.from === null ? null : await measuredSkills(context, context.from);
    if (anew !== null) return [anew];
    const { recordedOn, ...counts } = (await readScores(context.directory)).skills;
    return recorded([skillsScore(counts)], recordedOn);
  },
};

/** Null where the labelled passages are not installed: they are in the repository and not in the package. */
async function measuredSkills({ progress, note }: BacktestContext, from: string): Promise<Score | null> {
  const passages = await readGold();
  if (passages === null) {
    note(
      'skills.precision is from the record: the labelled passages, test/gold/skills.json, are in the repository only.',
    );
    return null;
  }
  progress.step('Reading skills and credentials');
  return measureSkills(passages, textsOf(await readRawPostings(from)), await openExtractor()).score;
}
