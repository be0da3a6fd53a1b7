/** Scores of the title model on employers it was not trained on. */
import { judged, type Score, type ScoreId } from '../../core/score.js';
import type { TitleScores } from '../titles/evaluate.js';

const LEAST_GAIN_SEEN = 0.01;
const LEAST_GAIN_UNSEEN = 0.03;
const MOST_CALIBRATION_ERROR = 0.03;

/** What of an evaluation is scored. */
export type ScoredTitles = Pick<TitleScores, 'pairs' | 'seenPairs' | 'seen' | 'unseen' | 'calibrationError'>;

/** The reference of titles seen is look-up, of titles not seen the best simple classifier of the same run. */
export function titleRows({ pairs, seenPairs, seen, unseen, calibrationError }: ScoredTitles): readonly Score[] {
  const { model, ...baselines } = unseen;
  return [
    atLeast('titles.seen', {
      titles: 'titles that training saw',
      value: seen.model,
      rival: seen.modalLookup,
      rivalName: 'modal look-up',
      gain: LEAST_GAIN_SEEN,
      n: seenPairs,
    }),
    atLeast('titles.unseen', {
      titles: 'titles that training did not see',
      value: model,
      rival: Math.max(...Object.values(baselines)),
      rivalName: 'best simple classifier',
      gain: LEAST_GAIN_UNSEEN,
      n: pairs - seenPairs,
    }),
    judged({
      id: 'titles.ece',
      metric: 'expected calibration error of the first occupation, larger of 15 bins of equal width and of equal size',
      value: Math.max(calibrationError.equalWidth, calibrationError.equalSize),
      reference: null,
      limits: { low: null, high: MOST_CALIBRATION_ERROR },
      n: pairs,
      counted: 'employer x title pairs',
    }),
  ];
}

interface Comparison {
  readonly titles: string;
  readonly value: number;
  readonly rival: number;
  readonly rivalName: string;
  readonly gain: number;
  readonly n: number;
}

function atLeast(id: ScoreId, { titles, value, rival, rivalName, gain, n }: Comparison): Score {
  return judged({
    id,
    metric: `share of employer x title pairs of employers left out read right, ${titles}`,
    value,
    reference: `${rivalName} ${rival.toFixed(4)}`,
    limits: { low: rival + gain, high: null },
    n,
    counted: 'employer x title pairs',
  });
}
