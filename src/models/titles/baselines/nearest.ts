import { entry, type TitlePair } from '../training-rows.js';
import { modalOf, type TitleRule } from './classifier.js';
import { wordsAndPairs } from './words.js';

/** The settings that did best of 1 to 50 neighbours and powers 1 and 3. */
const NEIGHBOURS = 10;
const POWER = 3;

/**
 * Vote of the ten nearest training titles by the cosine of their words and word pairs, each weighted by its inverse
 * document frequency. A title votes with all its employers' occupations, by the cube of its similarity.
 */
export function nearestTitles(pairs: readonly TitlePair[], fallback: TitleRule): TitleRule {
  const titles = new Map<string, Map<number, number>>();
  for (const { key, occupation } of pairs) {
    const counts = entry(titles, key, () => new Map<number, number>());
    counts.set(occupation, (counts.get(occupation) ?? 0) + 1);
  }
  const keys = [...titles.keys()];
  const lists = new Map<string, number[]>();
  keys.forEach((key, title) => {
    for (const feature of new Set(wordsAndPairs(key))) entry(lists, feature, () => []).push(title);
  });
  const postings = new Map([...lists].map(([feature, list]) => [feature, Uint32Array.from(list)]));
  const rarity = (feature: string): number => {
    const found = postings.get(feature);
    return found === undefined ? 0 : Math.log(keys.length / found.length) + 1;
  };
  const norms = Float64Array.from(keys, (key) => norm(key, rarity));
  const counts = keys.map((key) => titles.get(key)!);
  const dots = new Float64Array(keys.length);
  const touched = new Uint32Array(keys.length);
  return (key) => {
    let count = 0;
    for (const feature of new Set(wordsAndPairs(key))) {
      const weight = rarity(feature) ** 2;
      const list = postings.get(feature) ?? [];
      for (let i = 0; i < list.length; i += 1) {
        const title = list[i]!;
        if (dots[title] === 0) touched[count++] = title;
        dots[title]! += weight;
      }
    }
    const nearest = new Nearest();
    for (let i = 0; i < count; i += 1) {
      const title = touched[i]!;
      nearest.offer(title, dots[title]! / norms[title]!);
      dots[title] = 0;
    }
    return modalOf(nearest.vote(counts)) ?? fallback(key);
  };
}

function norm(key: string, rarity: (feature: string) => number): number {
  return Math.sqrt([...new Set(wordsAndPairs(key))].reduce((sum, feature) => sum + rarity(feature) ** 2, 0));
}

/** The most similar titles so far, most similar first. */
class Nearest {
  readonly #found: { readonly title: number; readonly score: number }[] = [];

  offer(title: number, score: number): void {
    const found = this.#found;
    if (found.length === NEIGHBOURS && score <= found[NEIGHBOURS - 1]!.score) return;
    let place = found.length;
    while (place > 0 && found[place - 1]!.score < score) place -= 1;
    found.splice(place, 0, { title, score });
    if (found.length > NEIGHBOURS) found.pop();
  }

  vote(counts: readonly ReadonlyMap<number, number>[]): Map<number, number> {
    const votes = new Map<number, number>();
    for (const { title, score } of this.#found) {
      for (const [occupation, count] of counts[title]!) {
        votes.set(occupation, (votes.get(occupation) ?? 0) + count * score ** POWER);
      }
    }
    return votes;
  }
}
