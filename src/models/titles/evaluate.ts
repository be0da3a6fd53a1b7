/** How well titles are read, on employers that were not trained on. */
import type { Progress } from '../../core/ports.js';
import { seededRng } from '../../stats/index.js';
import { ABSTAIN_BELOW, estimateOccupations, type TitleModel } from '../../text/index.js';
import type { TitleRule } from './baselines/classifier.js';
import { modalLookup, suffixLookup } from './baselines/lookup.js';
import { naiveBayes } from './baselines/naive-bayes.js';
import { nearestTitles } from './baselines/nearest.js';
import { calibrate } from './calibrate.js';
import { type Calibration, fitTitles, placedListings } from './fit.js';
import { employerFold, FOLDS } from './folds.js';
import type { Recipe } from './recipe.js';
import { type ListedTitle, order, type TitlePair, type TrainingRows, titlePairs } from './training-rows.js';

/** The employers of the last fold are scored, those of the one before calibrate, the others train. */
const TEST_FOLD = FOLDS - 1;
const CALIBRATION_FOLD = FOLDS - 2;

const SMOOTHINGS = [1, 0.3, 0.1, 0.03, 0.01];
const BINS = 15;
const RANDOM_TITLES = 2_000;

export interface TitleScores {
  /** Employer x title pairs scored, and those of them whose title a training employer uses. */
  readonly pairs: number;
  readonly seenPairs: number;
  /** Shares of pairs whose occupation is the most probable one, fractions in [0, 1]. */
  readonly seen: { readonly model: number; readonly modalLookup: number };
  readonly unseen: {
    readonly model: number;
    readonly naiveBayes: number;
    readonly nearestTitles: number;
    readonly suffixLookup: number;
    readonly modalLookup: number;
  };
  /** Mean distance of the first probability from the share that is right, 15 bins of equal width and of equal size. */
  readonly calibrationError: { readonly equalWidth: number; readonly equalSize: number };
  /** Share of the pairs whose first probability is at least `from`, and how many of them are right. */
  readonly coverage: readonly { readonly from: number; readonly share: number; readonly right: number }[];
  /** Share of real unseen titles and of random letters on which the model abstains. */
  readonly abstained: { readonly unseen: number; readonly randomLetters: number };
  /** Titles that workers report of themselves, their wording kept out of training: any occupation that lists it is right. */
  readonly reported: { readonly titles: number; readonly model: number };
  readonly calibration: Calibration;
}

export interface ScoredRows extends TrainingRows {
  readonly listed: readonly (ListedTitle & { readonly reported: boolean })[];
}

/**
 * Trains on eight tenths of the employers, calibrates on one tenth, scores on the last; a tenth of the listed
 * wordings is held back likewise. Employers are split by a hash of their key, so the split never changes.
 */
export function evaluateTitles(rows: ScoredRows, recipe: Recipe, progress: Progress): TitleScores {
  const pairs = titlePairs(rows);
  const of = (wanted: (fold: number) => boolean) => pairs.filter(({ employer }) => wanted(employerFold(employer)));
  const train = of((fold) => fold < CALIBRATION_FOLD);
  const calibration = of((fold) => fold === CALIBRATION_FOLD);
  const test = of((fold) => fold === TEST_FOLD);
  const listed = rows.listed.filter(({ key }) => employerFold(key) !== TEST_FOLD);

  const fitted = fitTitles(
    { occupations: rows.occupations, pairs: train, listings: placedListings(rows.occupations, listed) },
    recipe,
    (pass) => progress.step(`Training for the evaluation, pass ${pass} of ${recipe.network.passes}`),
  );
  progress.step('Calibrating');
  const fittedCalibration = calibrate(fitted, calibration);
  const model = fitted.open(fittedCalibration);
  progress.step('Scoring');
  const seenKeys = new Set(train.map(({ key }) => key));
  const unseen = test.filter(({ key }) => !seenKeys.has(key));
  const seen = test.filter(({ key }) => seenKeys.has(key));
  const modal = modalLookup(train);
  const answers = firstAnswers(test, rows, model);
  const right = (some: readonly TitlePair[]) => accuracy(some, (key) => answers.get(key)!.occupation);
  return {
    pairs: test.length,
    seenPairs: seen.length,
    seen: { model: right(seen), modalLookup: accuracy(seen, modal) },
    unseen: {
      model: right(unseen),
      naiveBayes: accuracy(unseen, bestNaiveBayes(train, calibration, rows.occupations.length)),
      nearestTitles: accuracy(unseen, nearestTitles(train, modal)),
      suffixLookup: accuracy(unseen, suffixLookup(train)),
      modalLookup: accuracy(unseen, modal),
    },
    ...reliability(test, answers),
    abstained: {
      unseen: shareAbstained(
        unseen.map(({ key }) => key),
        model,
      ),
      randomLetters: shareAbstained(randomTitles(), model),
    },
    reported: scoreReported(rows, model),
    calibration: fittedCalibration,
  };
}

interface Answer {
  readonly occupation: number;
  readonly p: number;
}

function firstAnswers(pairs: readonly TitlePair[], rows: TrainingRows, model: TitleModel): Map<string, Answer> {
  const position = new Map(rows.occupations.map(({ soc }, at) => [soc, at]));
  const answers = new Map<string, Answer>();
  for (const { key } of pairs) {
    if (answers.has(key)) continue;
    const first = estimateOccupations(key, model).occupations[0];
    answers.set(key, { occupation: first === undefined ? -1 : position.get(first.soc)!, p: first?.p ?? 0 });
  }
  return answers;
}

/** Fraction of the pairs that a rule gets right; distinct titles are asked once. */
export function accuracy(pairs: readonly TitlePair[], rule: TitleRule): number {
  const answers = new Map<string, number>();
  let right = 0;
  for (const { key, occupation } of pairs) {
    let answer = answers.get(key);
    if (answer === undefined) {
      answer = rule(key);
      answers.set(key, answer);
    }
    if (answer === occupation) right += 1;
  }
  return right / Math.max(1, pairs.length);
}

/** Naive Bayes with the smoothing that does best on titles of the calibrating employers that training did not see. */
function bestNaiveBayes(
  train: readonly TitlePair[],
  calibration: readonly TitlePair[],
  occupations: number,
): TitleRule {
  const seen = new Set(train.map(({ key }) => key));
  const unseen = calibration.filter(({ key }) => !seen.has(key)).filter((_, i) => i % 4 === 0);
  const rules = SMOOTHINGS.map(naiveBayes(train, occupations));
  const scores = rules.map((rule) => accuracy(unseen, rule));
  return rules[scores.indexOf(Math.max(...scores))]!;
}

const COVERAGE_FROM = [0, 0.3, 0.5, 0.7, 0.9];

function reliability(
  test: readonly TitlePair[],
  answers: ReadonlyMap<string, Answer>,
): Pick<TitleScores, 'calibrationError' | 'coverage'> {
  const scored = test
    .map(({ key, occupation }) => ({ p: answers.get(key)!.p, right: answers.get(key)!.occupation === occupation }))
    .sort((a, b) => a.p - b.p);
  const bySize = scored.map((_, i) => Math.min(BINS - 1, Math.floor((i * BINS) / scored.length)));
  const byWidth = scored.map(({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)));
  return {
    calibrationError: { equalWidth: binnedError(scored, byWidth), equalSize: binnedError(scored, bySize) },
    coverage: COVERAGE_FROM.map((from) => {
      const kept = scored.filter(({ p }) => p >= from);
      const right = kept.filter((answer) => answer.right).length;
      return { from, share: kept.length / Math.max(1, scored.length), right: right / Math.max(1, kept.length) };
    }),
  };
}

/** Mean over pairs of |mean probability - share right| of their bin. */
export function binnedError(
  scored: readonly { readonly p: number; readonly right: boolean }[],
  bins: readonly number[],
): number {
  const sums = Array.from({ length: BINS }, () => 0);
  scored.forEach(({ p, right }, i) => {
    sums[bins[i]!]! += p - (right ? 1 : 0);
  });
  return sums.reduce((sum, gap) => sum + Math.abs(gap), 0) / Math.max(1, scored.length);
}

function shareAbstained(keys: readonly string[], model: TitleModel): number {
  const abstained = keys.filter((key) => estimateOccupations(key, model).support < ABSTAIN_BELOW);
  return abstained.length / Math.max(1, keys.length);
}

/** One to three words of four to nine random letters. */
function randomTitles(): string[] {
  const rng = seededRng(1);
  const upTo = (most: number) => Math.floor(rng() * most);
  const word = () => Array.from({ length: 4 + upTo(6) }, () => String.fromCharCode(97 + upTo(26))).join('');
  return Array.from({ length: RANDOM_TITLES }, () => Array.from({ length: 1 + upTo(3) }, word).join(' '));
}

function scoreReported(rows: ScoredRows, model: TitleModel): TitleScores['reported'] {
  const occupationsOf = new Map<string, Set<string>>();
  for (const { key, soc } of rows.listed) occupationsOf.set(key, (occupationsOf.get(key) ?? new Set()).add(soc));
  const held = rows.listed.filter(({ key, reported }) => reported && employerFold(key) === TEST_FOLD);
  const keys = [...new Set(held.map(({ key }) => key))].sort(order);
  const right = keys.filter((key) => {
    const first = estimateOccupations(key, model).occupations[0];
    return first !== undefined && occupationsOf.get(key)!.has(first.soc);
  });
  return { titles: keys.length, model: right.length / Math.max(1, keys.length) };
}
