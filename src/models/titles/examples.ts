/** Training examples: distinct titles with the occupations they were seen under. */
import { positionOf, prefixTable } from '../../text/titles/model/hash-index.js';
import { featureBuffer, PAIR, readFeatures, WORD } from '../../text/titles/model/title-features.js';
import { FeatureUses, type KeptFeatures } from './feature-uses.js';
import { entry, order, type TitlePair } from './training-rows.js';

/** Titles listed for an occupation, by position of the occupation. */
export interface PlacedListing {
  readonly key: string;
  readonly occupation: number;
}

export interface ExampleOptions {
  /** What a listing counts in employer x title pairs. */
  readonly listingWeight: number;
  /** Fewest titles that hold a feature, else it is left out: for words, pairs, and strings of three and more letters. */
  readonly fewestTitles: readonly [word: number, pair: number, short: number, long: number];
  /** A word of so many titles is read by its own vector alone, a rarer one by its letters too. */
  readonly commonFrom: number;
}

/** Distinct titles as rows of features and of occupations, all in flat arrays. */
export interface Examples {
  readonly count: number;
  /** Hashes of the features kept, ascending. */
  readonly features: Uint32Array;
  /** 1 for common words. */
  readonly featureCommon: Uint8Array;
  /** Features of example i: `featureAt[featureFrom[i]] ...`, positions in `features` or -1, as `readFeatures` orders them. */
  readonly featureFrom: Uint32Array;
  readonly featureAt: Int32Array;
  readonly featureKind: Uint8Array;
  /** Occupations of example i and their shares. */
  readonly targetFrom: Uint32Array;
  readonly targetAt: Uint16Array;
  readonly targetShare: Float64Array;
  /** Root of the number of pairs, so that a few common titles do not decide everything; scaled to mean 1. */
  readonly weight: Float64Array;
}

interface Title {
  readonly key: string;
  readonly counts: Map<number, number>;
  readonly employers: Set<string>;
  listed: boolean;
}

export function buildExamples(
  pairs: readonly TitlePair[],
  listings: readonly PlacedListing[],
  options: ExampleOptions,
): Examples {
  const titles = gatherTitles(pairs, listings, options.listingWeight);
  const kept = keptFeatures(titles, options.fewestTitles);
  const known = { hashes: kept.hashes, prefixes: prefixTable(kept.hashes) };
  const buffer = featureBuffer();
  const featureFrom = new Uint32Array(titles.length + 1);
  const targetFrom = new Uint32Array(titles.length + 1);
  const [featureAt, featureKind]: [number[], number[]] = [[], []];
  const [targetAt, targetShare]: [number[], number[]] = [[], []];
  const weight = new Float64Array(titles.length);
  titles.forEach(({ key, counts }, i) => {
    readFeatures(key, buffer);
    for (let f = 0; f < buffer.count; f += 1) {
      const at = positionOf(known, buffer.hashes[f]!);
      const kind = buffer.kinds[f]!;
      if (at < 0 && kind !== WORD && kind !== PAIR) continue;
      featureAt.push(at);
      featureKind.push(kind);
    }
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    for (const [occupation, count] of [...counts].sort(([a], [b]) => a - b)) {
      targetAt.push(occupation);
      targetShare.push(count / total);
    }
    featureFrom[i + 1] = featureAt.length;
    targetFrom[i + 1] = targetAt.length;
    weight[i] = Math.sqrt(total);
  });
  const mean = weight.reduce((sum, value) => sum + value, 0) / Math.max(1, weight.length);
  return {
    count: titles.length,
    features: kept.hashes,
    featureCommon: kept.kinds.map((kind, at) => (kind === WORD && kept.titles[at]! >= options.commonFrom ? 1 : 0)),
    featureFrom,
    featureAt: Int32Array.from(featureAt),
    featureKind: Uint8Array.from(featureKind),
    targetFrom,
    targetAt: Uint16Array.from(targetAt),
    targetShare: Float64Array.from(targetShare),
    weight: weight.map((value) => value / mean),
  };
}

function gatherTitles(pairs: readonly TitlePair[], listings: readonly PlacedListing[], listingWeight: number): Title[] {
  const titles = new Map<string, Title>();
  const titleOf = (key: string): Title =>
    entry(titles, key, () => ({ key, counts: new Map(), employers: new Set(), listed: false }));
  for (const { employer, key, occupation } of pairs) {
    const { counts, employers } = titleOf(key);
    counts.set(occupation, (counts.get(occupation) ?? 0) + 1);
    if (employers.size < 2) employers.add(employer);
  }
  const distinct = new Map(listings.map((listing) => [`${listing.occupation} ${listing.key}`, listing]));
  for (const { key, occupation } of distinct.values()) {
    const title = titleOf(key);
    title.counts.set(occupation, (title.counts.get(occupation) ?? 0) + listingWeight);
    title.listed = true;
  }
  return [...titles.values()].sort((a, b) => order(a.key, b.key));
}

/** Features of several titles that more than one employer uses or a published list holds. */
function keptFeatures(titles: readonly Title[], fewestTitles: ExampleOptions['fewestTitles']): KeptFeatures {
  const uses = new FeatureUses();
  const buffer = featureBuffer();
  const numbers = new Map<string, number>();
  titles.forEach(({ key, employers, listed }, title) => {
    const [employer] = employers;
    const alone = listed || employers.size !== 1 ? null : entry(numbers, employer!, () => numbers.size);
    readFeatures(key, buffer);
    for (let f = 0; f < buffer.count; f += 1) uses.count(buffer.hashes[f]!, buffer.kinds[f]!, title, alone);
  });
  return uses.kept(fewestTitles);
}
