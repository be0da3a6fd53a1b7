import type { ExampleOptions } from './examples.js';
import type { NetworkOptions } from './network.js';

export interface Recipe {
  /** Raised whenever the same rows would give another model. */
  readonly version: string;
  readonly examples: ExampleOptions;
  readonly network: NetworkOptions;
  /** What all listings of a title count together beside the employers that file it. */
  readonly listingEvidence: number;
}

/** The recipe of the shipped model; docs/engines/title-model.md gives the scores of others. */
export const RECIPE: Recipe = {
  version: '1',
  examples: { listingWeight: 1, fewestTitles: [6, 4, 6, 6], commonFrom: 500 },
  network: { dimensions: 32, passes: 10, learningRate: 0.15, wordDropout: 0.3, seed: 20_251 },
  listingEvidence: 1,
};
