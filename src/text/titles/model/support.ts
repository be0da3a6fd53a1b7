/** How much of a title the model knows. */
import { positionOf } from './hash-index.js';
import type { ModelTables } from './model-tables.js';
import { LONG_GRAM, WORD } from './title-features.js';

/**
 * Share of the title's words that are known, each weighed by its length in strings of letters. A word that is not
 * known as a whole counts by the share of its strings of four and five letters that are: a typing error leaves most
 * of them, letters in a row none.
 *
 * @returns fraction in [0, 1] for the features last read
 */
export function supportOf({ features, scratch }: ModelTables): number {
  const { hashes, kinds, count } = scratch.features;
  let [total, supported] = [0, 0];
  let [wordKnown, grams, known] = [false, 0, 0];
  const close = () => {
    const size = 1 + grams;
    total += size;
    supported += wordKnown ? size : size * (grams === 0 ? 0 : known / grams);
  };
  for (let f = 0; f < count; f += 1) {
    if (kinds[f] === WORD) {
      if (f > 0) close();
      [wordKnown, grams, known] = [positionOf(features, hashes[f]!) >= 0, 0, 0];
    } else if (kinds[f] === LONG_GRAM) {
      grams += 1;
      if (positionOf(features, hashes[f]!) >= 0) known += 1;
    }
  }
  if (count > 0) close();
  return total === 0 ? 0 : supported / total;
}
