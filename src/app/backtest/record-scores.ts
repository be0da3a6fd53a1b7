/** Measures what the record holds, where the publishers' files are. */
import { SourceError } from '../../core/errors.js';
import type { Progress } from '../../core/ports.js';
import { measurePayStrings } from '../../models/backtest/pay-strings.js';
import { measureSkills } from '../../models/backtest/skill-score.js';
import { evaluateTitles } from '../../models/titles/evaluate.js';
import { RECIPE } from '../../models/titles/recipe.js';
import { parsePay } from '../../text/index.js';
import { TEXT_VERSION } from '../../text/version.js';
import { readTitleTraining } from '../train-titles.js';
import { readGold } from './gold.js';
import { payTruthOf, readRawPostings, textsOf } from './raw-postings.js';
import { fingerprintOfTitleModel, type ScoresRecord, writeScores } from './record.js';
import { openExtractor } from './skill-extractor.js';

export interface RecordRequest {
  /** Folder with one folder of raw files per source. */
  readonly from: string;
  /** Market whose title model is scored and that receives the record. */
  readonly directory: string;
  /** `YYYY-MM-DD` */
  readonly today: string;
  readonly progress: Progress;
}

/**
 * Measures titles, pay strings and skills, and writes `models/scores.json`.
 *
 * @throws {UsageError} MISSING_RAW_FOLDER
 * @throws {SourceError} when a raw file or the labelled passages are missing or not what they should be
 */
export async function recordScores({ from, directory, today, progress }: RecordRequest): Promise<ScoresRecord> {
  const postings = await readRawPostings(from);
  const passages = await readGold();
  if (passages === null) {
    const remedy = 'Record the scores in a clone of the repository.';
    throw new SourceError('MISSING_LABELS', 'The labelled passages, test/gold/skills.json, are not here.', remedy);
  }
  progress.step('Reading pay strings');
  const pay = measurePayStrings(payTruthOf(postings), parsePay);
  progress.step('Reading skills and credentials');
  const skills = measureSkills(passages, textsOf(postings), await openExtractor());
  const titles = evaluateTitles(await readTitleTraining(from, progress), RECIPE, progress);
  const { pairs, seenPairs, seen, unseen, calibrationError } = titles;
  const record: ScoresRecord = {
    schema: 'goingrate.scores/1',
    textVersion: TEXT_VERSION,
    titles: {
      recordedOn: today,
      model: await fingerprintOfTitleModel(directory),
      ...rounded({ pairs, seenPairs, seen, unseen, calibrationError }),
    },
    payStrings: { recordedOn: today, exact: pay.exact, n: pay.score.n, invented: pay.invented },
    skills: { recordedOn: today, ...skills.parts.test.total },
  };
  await writeScores(directory, record);
  progress.done();
  return record;
}

/** Six decimals, as the manifest of the models has them. */
function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, held: unknown) =>
    typeof held === 'number' ? Math.round(held * 1e6) / 1e6 : held,
  ) as T;
}
