/** Scores of the pay models on employers left out. */
import { judged, type MeasuredPart, type Score } from '../../core/score.js';
import type { BasisScores, PayScores, SparseScores } from '../pay/scores.js';

const COVERAGE = { low: 0.87, high: 0.93 };
const BUCKET_COVERAGE = { low: 0.85, high: null };
/** Cells that training holds no row of are outside what the buckets are held to. */
const UNHELD_BUCKET = '0';
const BAND_80 = { low: 0.78, high: 0.82 };
const MOST_PINBALL = 0.07;
const MOST_SPARSE_RATIO = 0.8;
const MOST_LARGE_RATIO = 1.02;

/** The four scores of one evaluation, in the order of the scoreboard. */
export function crossValidationScores({ filed, posted, sparse }: PayScores): readonly Score[] {
  return [
    coverageScore('coverage.cv.filed', 'filed', filed),
    coverageScore('coverage.cv.posted', 'posted', posted),
    pinballScore(filed),
    sparseScore(sparse),
  ];
}

function coverageScore(id: 'coverage.cv.filed' | 'coverage.cv.posted', basis: string, scores: BasisScores): Score {
  return judged({
    id,
    metric: `share of ${basis} offers of employers left out inside the 90% band, employers weighing the same`,
    value: scores.coverage90,
    reference: null,
    limits: COVERAGE,
    n: scores.n,
    counted: 'offers',
    parts: scores.buckets.map(
      ({ bucket, n, coverage90 }): MeasuredPart => ({
        name: `cells with ${bucket} rows in training`,
        value: coverage90,
        n,
        limits: bucket === UNHELD_BUCKET ? null : BUCKET_COVERAGE,
      }),
    ),
    partsHold: `cells with 1-3, 4-9, 10-29 and 30+ rows at least ${BUCKET_COVERAGE.low} each`,
  });
}

function pinballScore({ pinball, band80, baselinePinball, n }: BasisScores): Score {
  return judged({
    id: 'pinball.cv.filed',
    metric:
      'pinball loss of log filed pay from title and state, mean over P10 to P90, employers left out weighing the same',
    value: pinball,
    reference: `quantiles of occupation and state ${baselinePinball.toFixed(4)}; ridge on words of titles .0705-.072`,
    limits: { low: null, high: MOST_PINBALL },
    n,
    counted: 'offers',
    parts: [{ name: 'share of offers inside the 80% band', value: band80, n, limits: BAND_80 }],
    partsHold: `80% band covers ${BAND_80.low} to ${BAND_80.high}`,
  });
}

function sparseScore({ ratio, ratioLarge, n, nLarge }: SparseScores): Score {
  return judged({
    id: 'pinball.sparse',
    metric: 'pinball loss of the model over that of direct quantiles, cells with fewer than 10 rows in training',
    value: ratio,
    reference: 'direct quantiles 1',
    limits: { low: null, high: MOST_SPARSE_RATIO },
    n,
    counted: 'offers',
    parts: [
      {
        name: 'cells with 50 rows or more',
        value: ratioLarge,
        n: nLarge,
        limits: { low: null, high: MOST_LARGE_RATIO },
      },
    ],
    partsHold: `cells with 50 rows or more at most ${MOST_LARGE_RATIO}`,
  });
}
