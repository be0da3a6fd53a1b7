/** From rows to the bytes of a title model. */
import { readTitleModel, TEXT_VERSION, type TitleModel } from '../../text/index.js';
import { prefixTable } from '../../text/titles/model/hash-index.js';
import { writeModelFile } from '../../text/titles/model/model-file.js';
import type { ModelDescription } from '../../text/titles/model/model-tables.js';
import { evidenceTable } from './evidence.js';
import { buildExamples, type PlacedListing } from './examples.js';
import { type Grouping, trainNetwork } from './network.js';
import { quantise } from './quantise.js';
import type { Recipe } from './recipe.js';
import type { ListedTitle, Occupation, TitlePair } from './training-rows.js';

/** What makes probabilities of scores; fitted on employers that the network was not trained on. */
export type Calibration = Pick<ModelDescription, 'priorStrength' | 'sharpness'>;

export interface FitInput {
  /** In order of their minor groups, then of their codes. */
  readonly occupations: readonly Occupation[];
  readonly pairs: readonly TitlePair[];
  readonly listings: readonly PlacedListing[];
}

/** Everything of a model but its calibration, which may be set again without training. */
export interface FittedTitles {
  /** The bytes of a model file. */
  write(calibration: Calibration): Uint8Array<ArrayBuffer>;
  open(calibration: Calibration): TitleModel;
}

/**
 * Trains a model. The same rows and recipe give the same bytes, whatever their order and the machine.
 *
 * @param onPass told after each pass over the titles
 */
export function fitTitles(input: FitInput, recipe: Recipe, onPass: (pass: number) => void = () => {}): FittedTitles {
  const { occupations, pairs, listings } = input;
  const grouping = groupingOf(occupations);
  const examples = buildExamples(pairs, listings, recipe.examples);
  const network = trainNetwork(examples, grouping, recipe.network, onPass);
  const tables = {
    featureHashes: examples.features,
    featurePrefixes: prefixTable(examples.features),
    ...quantise(network, examples.featureCommon),
    ...evidenceTable(pairs, listings, recipe.listingEvidence),
  };
  const write = (calibration: Calibration): Uint8Array<ArrayBuffer> => {
    const description: ModelDescription = {
      version: recipe.version,
      textVersion: TEXT_VERSION,
      dimensions: recipe.network.dimensions,
      ...calibration,
      groups: groupsOf(occupations),
      occupations: occupations.map(({ soc, title, broad }) => [soc, title, broad]),
    };
    return writeModelFile({ description: new TextEncoder().encode(JSON.stringify(description)), ...tables });
  };
  return { write, open: (calibration) => readTitleModel(write(calibration)) };
}

/** Listings by position of their occupation. */
export function placedListings(
  occupations: readonly Occupation[],
  listed: readonly ListedTitle[],
): readonly PlacedListing[] {
  const position = new Map(occupations.map(({ soc }, at) => [soc, at]));
  return listed.map(({ key, soc }) => ({ key, occupation: position.get(soc)! }));
}

function groupsOf(occupations: readonly Occupation[]): ModelDescription['groups'] {
  const groups: { code: string; occupations: number }[] = [];
  for (const { minor } of occupations) {
    const last = groups.at(-1);
    if (last?.code === minor) last.occupations += 1;
    else groups.push({ code: minor, occupations: 1 });
  }
  return groups;
}

function groupingOf(occupations: readonly Occupation[]): Grouping {
  const sizes = groupsOf(occupations).map(({ occupations: size }) => size);
  const groupFrom = new Uint16Array(sizes.length + 1);
  sizes.forEach((size, group) => {
    groupFrom[group + 1] = groupFrom[group]! + size;
  });
  const groupOf = sizes.flatMap((size, group) => Array<number>(size).fill(group));
  return { groupFrom, groupOf: Uint16Array.from(groupOf) };
}
