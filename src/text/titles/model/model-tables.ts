/** An open title model: its sections, made ready for look-up. */

import { type HashIndex, PREFIXES } from './hash-index.js';
import { type Mixture, mixture } from './mixture.js';
import { damaged, type ModelSections, TITLES_PER_BLOCK } from './model-file.js';
import { type FeatureBuffer, featureBuffer, MOST_FEATURES } from './title-features.js';

/** What the file says about itself. */
export interface ModelDescription {
  readonly version: string;
  readonly textVersion: string;
  readonly dimensions: number;
  /** How many employers' filings the network's word is worth beside a title's own evidence. */
  readonly priorStrength: number;
  /** Scores are multiplied by it before they become probabilities. */
  readonly sharpness: number;
  /** Groups in the order of their occupations. */
  readonly groups: readonly { readonly code: string; readonly occupations: number }[];
  /** Code, title and broad group. */
  readonly occupations: readonly (readonly [soc: string, title: string, broad: string])[];
}

export interface ModelTables extends ModelDescription {
  readonly features: HashIndex;
  readonly featureScales: Uint8Array;
  readonly featureVectors: Int8Array;
  /** In units of 1/`OUTPUT_UNIT`. */
  readonly outputVectors: Int16Array;
  readonly outputBiases: Int16Array;
  /** First occupation of each group, and one past the last group's. */
  readonly groupFrom: Uint16Array;
  readonly groupOf: Uint16Array;
  readonly titles: HashIndex;
  readonly titleOccupations: Uint8Array;
  readonly evidenceBlocks: Uint32Array;
  readonly evidenceOccupations: Uint16Array;
  readonly evidenceWeights: Uint8Array;
  /** Occupations of groups with a smaller share are left at 0: they could not be shown. */
  readonly smallestGroup: number;
  readonly scratch: Scratch;
}

/** Working memory of one estimate, so that reading a title allocates next to nothing. */
export interface Scratch {
  readonly features: FeatureBuffer;
  readonly mixture: Mixture;
  readonly hidden: Float64Array;
  /** Shares of groups and of occupations. */
  readonly groups: Float64Array;
  readonly occupations: Float64Array;
}

/** Occupations with a smaller share are not told. */
export const SMALLEST_SHARE = 0.01;

/** @throws {MarketError} MODEL_DAMAGED */
export function openTables(sections: ModelSections): ModelTables {
  const description = readDescription(sections.description);
  const { dimensions, groups, occupations } = description;
  const rows = groups.length + occupations.length;
  const groupFrom = Uint16Array.from(startsOf(groups.map(({ occupations: count }) => count)));
  const fits =
    sections.featurePrefixes.length === PREFIXES &&
    sections.titlePrefixes.length === PREFIXES &&
    sections.featureVectors.length === sections.featureHashes.length * dimensions &&
    sections.featureScales.length === sections.featureHashes.length &&
    sections.outputVectors.length === rows * dimensions &&
    sections.outputBiases.length === rows &&
    sections.titleOccupations.length === sections.titleHashes.length &&
    sections.evidenceBlocks.length === Math.ceil(sections.titleHashes.length / TITLES_PER_BLOCK) + 1 &&
    sections.evidenceBlocks.at(-1) === sections.evidenceOccupations.length &&
    sections.evidenceWeights.length === sections.evidenceOccupations.length &&
    groupFrom.at(-1) === occupations.length;
  if (!fits) throw damaged('its tables do not fit together');
  return {
    ...description,
    features: { hashes: sections.featureHashes, prefixes: sections.featurePrefixes },
    featureScales: sections.featureScales,
    featureVectors: sections.featureVectors,
    outputVectors: sections.outputVectors,
    outputBiases: sections.outputBiases,
    groupFrom,
    groupOf: Uint16Array.from(groups.flatMap(({ occupations: count }, group) => Array<number>(count).fill(group))),
    titles: { hashes: sections.titleHashes, prefixes: sections.titlePrefixes },
    titleOccupations: sections.titleOccupations,
    evidenceBlocks: sections.evidenceBlocks,
    evidenceOccupations: sections.evidenceOccupations,
    evidenceWeights: sections.evidenceWeights,
    smallestGroup: SMALLEST_SHARE,
    scratch: {
      features: featureBuffer(),
      mixture: mixture(MOST_FEATURES),
      hidden: new Float64Array(dimensions),
      groups: new Float64Array(groups.length),
      occupations: new Float64Array(occupations.length),
    },
  };
}

function readDescription(bytes: Uint8Array): ModelDescription {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as ModelDescription;
  } catch {
    throw damaged('its description cannot be read');
  }
}

function startsOf(counts: readonly number[]): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  let next = 0;
  for (let i = 0; i < counts.length; i += 1) {
    next += counts[i]!;
    starts[i + 1] = next;
  }
  return starts;
}
