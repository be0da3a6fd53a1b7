/** What the network and a title's own evidence say, as shares of groups and occupations. */
import type { Meter } from '../../meter.js';
import { dotProduct } from './dot-product.js';
import { positionOf } from './hash-index.js';
import { mixFeatures } from './mixture.js';
import { COMMON_WORD, EVIDENCE_WEIGHTS, OUTPUT_UNIT, TITLES_PER_BLOCK, VECTOR_SCALES } from './model-file.js';
import type { ModelTables } from './model-tables.js';
import { exponential } from './portable-exponential.js';
import { KEY_LIMIT, readFeatures, titleHash } from './title-features.js';

/** What an estimate rests on: nothing known, words and letters only, or the very title. */
export type Evidence = 'none' | 'words' | 'title';

/** Fills the shares of `scratch` for a key, of which the first 1,024 characters are read. */
export function weighTitle(key: string, tables: ModelTables, meter?: Meter): Evidence {
  const read = key.length > KEY_LIMIT ? key.slice(0, KEY_LIMIT) : key;
  readFeatures(read, tables.scratch.features, meter);
  if (sumVectors(tables) === 0) return 'none';
  return shareOut(read, tables, meter) ? 'title' : 'words';
}

/**
 * Sums the vectors of the features last read into `scratch.features`.
 *
 * @returns of how many parts the title is made
 */
function sumVectors(tables: ModelTables): number {
  const { features, featureScales, featureVectors, dimensions, scratch } = tables;
  const { hidden, mixture } = scratch;
  const { hashes, kinds, count } = scratch.features;
  const rowOf = (feature: number) => positionOf(features, hashes[feature]!);
  const isCommon = (row: number) => featureScales[row]! >= COMMON_WORD;
  const parts = mixFeatures({ kinds, from: 0, to: count, rowOf, isCommon, readsWord: always }, mixture);
  hidden.fill(0);
  for (let i = 0; i < mixture.count; i += 1) {
    const row = mixture.rows[i]!;
    const scale = mixture.shares[i]! * VECTOR_SCALES[featureScales[row]! & ~COMMON_WORD]!;
    const at = row * dimensions;
    for (let d = 0; d < dimensions; d += 1) hidden[d]! += scale * featureVectors[at + d]!;
  }
  return parts;
}

const always = () => true;

/**
 * Fills `scratch.groups` and `scratch.occupations` with shares. Of a title seen n times, c times under an occupation
 * to which the network gives p, the share is (c + k p) / (n + k): a Dirichlet prior of strength k about the network.
 *
 * @returns whether the title is in the table of titles
 */
function shareOut(key: string, tables: ModelTables, meter?: Meter): boolean {
  const { scratch, titles, groupFrom, groupOf, evidenceOccupations, evidenceWeights } = tables;
  const { groups, occupations } = scratch;
  const title = positionOf(titles, titleHash(key));
  const from = title < 0 ? 0 : evidenceFrom(title, tables);
  const to = title < 0 ? 0 : from + tables.titleOccupations[title]!;
  let seen = 0;
  for (let e = from; e < to; e += 1) seen += EVIDENCE_WEIGHTS[evidenceWeights[e]!]!;
  const prior = tables.priorStrength / (seen + tables.priorStrength);
  softmax(tables, { row: 0, count: groups.length, into: groups, from: 0 });
  occupations.fill(0);
  for (let g = 0; g < groups.length; g += 1) {
    groups[g]! *= prior;
    if (groups[g]! < tables.smallestGroup) continue;
    const first = groupFrom[g]!;
    const end = groupFrom[g + 1]!;
    softmax(tables, { row: groups.length + first, count: end - first, into: occupations, from: first });
    for (let o = first; o < end; o += 1) occupations[o]! *= groups[g]!;
  }
  const unit = (1 - prior) / Math.max(seen, 1e-9);
  for (let e = from; e < to; e += 1) {
    const occupation = evidenceOccupations[e]!;
    const share = unit * EVIDENCE_WEIGHTS[evidenceWeights[e]!]!;
    occupations[occupation]! += share;
    groups[groupOf[occupation]!]! += share;
  }
  if (meter !== undefined) meter.steps += groups.length + occupations.length + (to - from);
  return title >= 0;
}

function evidenceFrom(title: number, { evidenceBlocks, titleOccupations }: ModelTables): number {
  const block = Math.floor(title / TITLES_PER_BLOCK);
  let from = evidenceBlocks[block]!;
  for (let before = block * TITLES_PER_BLOCK; before < title; before += 1) from += titleOccupations[before]!;
  return from;
}

interface Shares {
  /** First row of the output layer. */
  readonly row: number;
  readonly count: number;
  /** Filled from `from` on. */
  readonly into: Float64Array;
  readonly from: number;
}

/** Shares of rows of the output layer. */
function softmax(
  { outputVectors, outputBiases, dimensions, scratch, sharpness }: ModelTables,
  { row, count, into, from }: Shares,
): void {
  const { hidden } = scratch;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) {
    const score = outputBiases[row + i]! + dotProduct(outputVectors, (row + i) * dimensions, hidden);
    into[from + i] = score;
    if (score > highest) highest = score;
  }
  const unit = sharpness / OUTPUT_UNIT;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const share = exponential((into[from + i]! - highest) * unit);
    into[from + i] = share;
    total += share;
  }
  for (let i = 0; i < count; i += 1) into[from + i]! /= total;
}
