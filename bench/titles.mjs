/** How well the title model reads titles of employers it was not trained on, beside look-up and simple classifiers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTitleTraining } from '../dist/app/train-titles.js';
import { silentProgress } from '../dist/core/ports.js';
import { evaluateTitles } from '../dist/models/titles/evaluate.js';
import { RECIPE } from '../dist/models/titles/recipe.js';

/** @typedef {import('../dist/models/titles/evaluate.js').TitleScores} TitleScores */
/** @typedef {{ id: string, metric: string, value: number, reference: number, hold: number, met: boolean, n: number }} ScoreboardRow */

const LEAST_GAIN_SEEN = 0.01;
const LEAST_GAIN_UNSEEN = 0.03;
const MOST_CALIBRATION_ERROR = 0.03;

/**
 * Trains the recipe on eight tenths of the employers and scores it on one tenth.
 *
 * @param {string} from folder with one folder of raw files per source
 * @returns {Promise<TitleScores>}
 */
export async function scoreTitles(from) {
  return evaluateTitles(await readTitleTraining(from, silentProgress), RECIPE, silentProgress);
}

/**
 * The scores written down when the shipped model was trained.
 *
 * @param {string} root
 * @returns {TitleScores}
 */
export function recordedScores(root) {
  return JSON.parse(readFileSync(join(root, 'market', 'models', 'manifest.json'), 'utf8')).titles.evaluation;
}

/**
 * Rows of the scoreboard: the reference of titles seen is look-up, of titles not seen the best simple classifier.
 *
 * @param {TitleScores} scores
 * @returns {ScoreboardRow[]}
 */
export function titleRows({ pairs, seenPairs, seen, unseen, calibrationError }) {
  const { model, ...baselines } = unseen;
  const best = Math.max(...Object.values(baselines));
  const error = Math.max(calibrationError.equalWidth, calibrationError.equalSize);
  return [
    atLeast('titles.seen', { value: seen.model, reference: seen.modalLookup, gain: LEAST_GAIN_SEEN, n: seenPairs }),
    atLeast('titles.unseen', { value: model, reference: best, gain: LEAST_GAIN_UNSEEN, n: pairs - seenPairs }),
    {
      id: 'titles.ece',
      metric: 'expected calibration error of the first occupation, larger of 15 bins of equal width and of equal size',
      value: error,
      reference: MOST_CALIBRATION_ERROR,
      hold: MOST_CALIBRATION_ERROR,
      met: error <= MOST_CALIBRATION_ERROR,
      n: pairs,
    },
  ];
}

/**
 * @param {string} id
 * @param {{ value: number, reference: number, gain: number, n: number }} measured
 * @returns {ScoreboardRow}
 */
function atLeast(id, { value, reference, gain, n }) {
  const hold = reference + gain;
  return { id, metric: 'share of employer x title pairs read right', value, reference, hold, met: value >= hold, n };
}
