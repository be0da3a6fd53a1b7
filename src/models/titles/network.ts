/** A bag of feature vectors under a softmax over groups of occupations and one within each group. */
import type { Rng } from '../../core/ports.js';
import { seededRng } from '../../stats/index.js';
import { dotProduct } from '../../text/titles/model/dot-product.js';
import { type Mixture, mixFeatures, mixture } from '../../text/titles/model/mixture.js';
import { exponential } from '../../text/titles/model/portable-exponential.js';
import { MOST_FEATURES } from '../../text/titles/model/title-features.js';
import type { Examples } from './examples.js';

export interface NetworkOptions {
  /** Length of a feature's vector, a multiple of four. */
  readonly dimensions: number;
  readonly passes: number;
  readonly learningRate: number;
  /** How often a word is read by its letters although it has a vector, so that unknown words can be read, fraction. */
  readonly wordDropout: number;
  readonly seed: number;
}

/** Occupations of each group stand together: group g holds `groupFrom[g]` to `groupFrom[g + 1]`. */
export interface Grouping {
  readonly groupFrom: Uint16Array;
  readonly groupOf: Uint16Array;
}

/** One vector and one bias a row. */
export interface Layer {
  readonly vectors: Float32Array;
  readonly biases: Float32Array;
}

export interface Network {
  readonly dimensions: number;
  /** One vector a feature. */
  readonly embeddings: Float32Array;
  readonly groups: Layer;
  readonly occupations: Layer;
}

interface Training extends Network {
  readonly steps: {
    readonly embeddings: Float32Array;
    readonly groups: Float32Array;
    readonly occupations: Float32Array;
  };
  /** Mean of an example's feature vectors and the loss's slope along it. */
  readonly hidden: Float64Array;
  readonly slope: Float64Array;
  readonly scores: Float64Array;
  readonly mixture: Mixture;
  readonly rng: Rng;
  readonly wordDropout: number;
  rate: number;
}

/**
 * Fits the network by stochastic gradient descent on the cross-entropy of the examples' shares, each row's step
 * divided by the root of its summed squared slopes (Adagrad, Duchi et al. 2011, one figure a row).
 *
 * Only additions, multiplications, divisions and square roots are used, which every machine rounds alike: the same
 * rows give the same bits.
 */
export function trainNetwork(
  examples: Examples,
  grouping: Grouping,
  options: NetworkOptions,
  onPass: (pass: number) => void = () => {},
): Network {
  const training = startNetwork(examples, grouping, options);
  const rng = seededRng(options.seed);
  const sequence = Uint32Array.from({ length: examples.count }, (_, i) => i);
  for (let pass = 0; pass < options.passes; pass += 1) {
    shuffle(sequence, rng);
    for (let i = 0; i < sequence.length; i += 1) {
      training.rate = options.learningRate * (1 - (pass + i / sequence.length) / options.passes);
      learn(training, examples, grouping, sequence[i]!);
    }
    onPass(pass + 1);
  }
  const { dimensions, embeddings, groups, occupations } = training;
  return { dimensions, embeddings, groups, occupations };
}

function startNetwork(examples: Examples, { groupFrom, groupOf }: Grouping, options: NetworkOptions): Training {
  const { dimensions, seed } = options;
  const rng = seededRng(seed + 1);
  const layer = (rows: number): Layer => ({
    vectors: new Float32Array(rows * dimensions),
    biases: new Float32Array(rows),
  });
  const groups = groupFrom.length - 1;
  return {
    dimensions,
    embeddings: Float32Array.from({ length: examples.features.length * dimensions }, () => 0.2 * (rng() - 0.5)),
    groups: layer(groups),
    occupations: layer(groupOf.length),
    steps: {
      embeddings: new Float32Array(examples.features.length).fill(START),
      groups: new Float32Array(groups).fill(START),
      occupations: new Float32Array(groupOf.length).fill(START),
    },
    hidden: new Float64Array(dimensions),
    slope: new Float64Array(dimensions),
    scores: new Float64Array(Math.max(groups, groupOf.length)),
    mixture: mixture(MOST_FEATURES),
    rng,
    wordDropout: options.wordDropout,
    rate: 0,
  };
}

/** Keeps the first steps of a row from being too long. */
const START = 1e-3;

function shuffle(sequence: Uint32Array, rng: () => number): void {
  for (let i = sequence.length - 1; i > 0; i -= 1) {
    const j = Math.floor(rng() * (i + 1));
    const held = sequence[i]!;
    sequence[i] = sequence[j]!;
    sequence[j] = held;
  }
}

function learn(training: Training, examples: Examples, grouping: Grouping, example: number): void {
  const { hidden, slope, dimensions, embeddings, steps, mixture, rng, wordDropout } = training;
  const parts = mixFeatures(
    {
      kinds: examples.featureKind,
      from: examples.featureFrom[example]!,
      to: examples.featureFrom[example + 1]!,
      rowOf: (feature) => examples.featureAt[feature]!,
      isCommon: (row) => examples.featureCommon[row] === 1,
      readsWord: () => rng() >= wordDropout,
    },
    mixture,
  );
  if (parts === 0) return;
  hidden.fill(0);
  slope.fill(0);
  for (let i = 0; i < mixture.count; i += 1) {
    const at = mixture.rows[i]! * dimensions;
    const share = mixture.shares[i]!;
    for (let d = 0; d < dimensions; d += 1) hidden[d]! += share * embeddings[at + d]!;
  }
  learnLayers(training, examples, grouping, example);
  let square = 0;
  for (let d = 0; d < dimensions; d += 1) square += slope[d]! * slope[d]!;
  square /= dimensions;
  for (let i = 0; i < mixture.count; i += 1) {
    const row = mixture.rows[i]!;
    const share = mixture.shares[i]!;
    steps.embeddings[row]! += share * share * square;
    const step = (training.rate * share) / Math.sqrt(steps.embeddings[row]!);
    const at = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) embeddings[at + d]! -= step * slope[d]!;
  }
}

/** Both softmaxes of one example; the second only within groups that the example's occupations are of. */
function learnLayers(training: Training, examples: Examples, { groupFrom, groupOf }: Grouping, example: number): void {
  const { groups, occupations, steps, scores } = training;
  const weight = examples.weight[example]!;
  const from = examples.targetFrom[example]!;
  const to = examples.targetFrom[example + 1]!;
  const count = groupFrom.length - 1;
  softmax(training, groups, 0, count);
  for (let t = from; t < to; t += 1) scores[groupOf[examples.targetAt[t]!]!]! -= examples.targetShare[t]!;
  descend(training, groups, steps.groups, { from: 0, to: count, weight });
  for (let t = from; t < to; ) {
    const group = groupOf[examples.targetAt[t]!]!;
    let last = t;
    let share = 0;
    while (last < to && groupOf[examples.targetAt[last]!]! === group) {
      share += examples.targetShare[last]!;
      last += 1;
    }
    const range = { from: groupFrom[group]!, to: groupFrom[group + 1]!, weight };
    softmax(training, occupations, range.from, range.to);
    for (let c = range.from; c < range.to; c += 1) scores[c]! *= share;
    for (; t < last; t += 1) scores[examples.targetAt[t]!]! -= examples.targetShare[t]!;
    if (range.to - range.from > 1) descend(training, occupations, steps.occupations, range);
  }
}

function softmax({ hidden, dimensions, scores }: Training, { vectors, biases }: Layer, from: number, to: number): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = from; row < to; row += 1) {
    const score = biases[row]! + dotProduct(vectors, row * dimensions, hidden);
    scores[row] = score;
    if (score > highest) highest = score;
  }
  let total = 0;
  for (let row = from; row < to; row += 1) {
    const share = exponential(scores[row]! - highest);
    scores[row] = share;
    total += share;
  }
  for (let row = from; row < to; row += 1) scores[row]! /= total;
}

/** Slopes below this are left alone: they cost most of the time and move nothing. */
const NEGLIGIBLE = 1e-5;

function descend(
  { hidden, slope, dimensions, scores, rate }: Training,
  { vectors, biases }: Layer,
  steps: Float32Array,
  { from, to, weight }: { readonly from: number; readonly to: number; readonly weight: number },
): void {
  let square = 0;
  for (let d = 0; d < dimensions; d += 1) square += hidden[d]! * hidden[d]!;
  square /= dimensions;
  for (let row = from; row < to; row += 1) {
    const error = scores[row]! * weight;
    if (error < NEGLIGIBLE && error > -NEGLIGIBLE) continue;
    steps[row]! += error * error * square;
    const step = (rate * error) / Math.sqrt(steps[row]!);
    const at = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) {
      slope[d]! += error * vectors[at + d]!;
      vectors[at + d]! -= step * hidden[d]!;
    }
    biases[row]! -= step;
  }
}
