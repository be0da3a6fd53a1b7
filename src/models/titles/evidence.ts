/** What is known of a title itself: under which occupations employers file it and lists give it. */

import { prefixTable } from '../../text/titles/model/hash-index.js';
import { EVIDENCE_WEIGHTS, type ModelSections, TITLES_PER_BLOCK } from '../../text/titles/model/model-file.js';
import { titleHash } from '../../text/titles/model/title-features.js';
import type { PlacedListing } from './examples.js';
import { entry, type TitlePair } from './training-rows.js';

/** Fewest employers whose common wording may leave the filings. */
export const FEWEST_EMPLOYERS = 2;

export type EvidenceSections = Pick<
  ModelSections,
  'titleHashes' | 'titlePrefixes' | 'titleOccupations' | 'evidenceBlocks' | 'evidenceOccupations' | 'evidenceWeights'
>;

/**
 * The table of titles: of each title its 32-bit hash and, by occupation, how many employers file it so. A title that
 * one employer alone files is left out, unless a published list holds it.
 *
 * @param listingWeight what all listings of a title count together, in employers
 */
export function evidenceTable(
  pairs: readonly TitlePair[],
  listings: readonly PlacedListing[],
  listingWeight: number,
): EvidenceSections {
  const filed = countByTitle(pairs);
  const listed = countByTitle([...new Map(listings.map((row) => [`${row.occupation} ${row.key}`, row])).values()]);
  const titles = new Map<number, Map<number, number>>();
  const add = (key: string, occupation: number, weight: number): void => {
    const weights = entry(titles, titleHash(key), () => new Map<number, number>());
    weights.set(occupation, (weights.get(occupation) ?? 0) + weight);
  };
  for (const [key, { total, counts }] of filed) {
    if (total < FEWEST_EMPLOYERS && !listed.has(key)) continue;
    for (const [occupation, count] of counts) add(key, occupation, count);
  }
  for (const [key, { total, counts }] of listed) {
    for (const [occupation, count] of counts) add(key, occupation, (listingWeight * count) / total);
  }
  return flatten(titles);
}

/** Pairs hold each employer once a title: their number is the number of employers. */
function countByTitle(rows: readonly PlacedListing[]): Map<string, { total: number; counts: Map<number, number> }> {
  const titles = new Map<string, { total: number; counts: Map<number, number> }>();
  for (const { key, occupation } of rows) {
    const title = entry(titles, key, () => ({ total: 0, counts: new Map<number, number>() }));
    title.total += 1;
    title.counts.set(occupation, (title.counts.get(occupation) ?? 0) + 1);
  }
  return titles;
}

const MOST_PER_TITLE = 255;

function flatten(titles: ReadonlyMap<number, ReadonlyMap<number, number>>): EvidenceSections {
  const ordered = [...titles].sort(([a], [b]) => a - b);
  const [counts, occupations, weights]: [number[], number[], number[]] = [[], [], []];
  const blocks: number[] = [];
  ordered.forEach(([, weightOf], title) => {
    if (title % TITLES_PER_BLOCK === 0) blocks.push(weights.length);
    const heaviest = [...weightOf].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_PER_TITLE);
    counts.push(heaviest.length);
    for (const [occupation, weight] of heaviest) {
      occupations.push(occupation);
      weights.push(weightCode(weight));
    }
  });
  const titleHashes = Uint32Array.from(ordered, ([hash]) => hash);
  return {
    titleHashes,
    titlePrefixes: prefixTable(titleHashes),
    titleOccupations: Uint8Array.from(counts),
    evidenceBlocks: Uint32Array.from([...blocks, weights.length]),
    evidenceOccupations: Uint16Array.from(occupations),
    evidenceWeights: Uint8Array.from(weights),
  };
}

/** The nearest weight that has a code. */
function weightCode(weight: number): number {
  let code = 0;
  while (code < EVIDENCE_WEIGHTS.length - 1 && EVIDENCE_WEIGHTS[code + 1]! <= weight) code += 1;
  const above = EVIDENCE_WEIGHTS[Math.min(code + 1, EVIDENCE_WEIGHTS.length - 1)]!;
  return above - weight < weight - EVIDENCE_WEIGHTS[code]! ? code + 1 : code;
}
