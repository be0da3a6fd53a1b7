import { entry, type TitlePair } from '../training-rows.js';
import type { TitleRule } from './classifier.js';
import { wordsAndPairs } from './words.js';

/**
 * Multinomial naive Bayes on words and word pairs, each employer x title pair a document.
 *
 * @param occupations how many there are
 * @returns the rule by its smoothing, a number > 0 that is added to every count
 */
export function naiveBayes(pairs: readonly TitlePair[], occupations: number): (smoothing: number) => TitleRule {
  const counts = new Map<string, Map<number, number>>();
  const totals = new Float64Array(occupations);
  const documents = new Float64Array(occupations);
  for (const { key, occupation } of pairs) {
    documents[occupation]! += 1;
    for (const feature of wordsAndPairs(key)) {
      const found = entry(counts, feature, () => new Map<number, number>());
      found.set(occupation, (found.get(occupation) ?? 0) + 1);
      totals[occupation]! += 1;
    }
  }
  const prior = documents.map((count) => Math.log(count + 1));
  return (smoothing) => {
    const lengthCost = totals.map((total) => Math.log(total + smoothing * counts.size));
    const gain = (count: number): number => Math.log(count + smoothing) - Math.log(smoothing);
    const scores = new Float64Array(occupations);
    return (key) => {
      scores.set(prior);
      for (const feature of wordsAndPairs(key)) {
        const found = counts.get(feature);
        if (found === undefined) continue;
        for (let c = 0; c < occupations; c += 1) scores[c]! -= lengthCost[c]!;
        for (const [occupation, count] of found) scores[occupation]! += gain(count);
      }
      return scores.indexOf(scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY));
    };
  };
}
