import type { OccupationShare } from '../../core/role.js';

/** A row of evidence that a title means an occupation; the market table `titles` holds these rows. */
export interface TitleCandidate {
  readonly source: string;
  /** `occupationKey` of the title. */
  readonly key: string;
  readonly title: string;
  readonly soc: string;
  /** Employer and title pairs (filings) or listings (O*NET, SOC), a count >= 1. */
  readonly weight: number;
}

export interface WeightedOccupation {
  readonly soc: string;
  readonly weight: number;
}

/** Fewer than this share of a title's meaning is noise of the filings. */
const SMALLEST_SHARE = 0.03;
const MOST_OCCUPATIONS = 6;
/** How many employers' filings a listing in a published title index is worth. */
const LISTING_STRENGTH = 10;

/** Sources that list titles once each, as opposed to counting employers. */
const LISTS_TITLES = /^(?:onet|soc)/;
/** The list whose titles belong to exactly one occupation: it settles what O*NET lists under several. */
const SETTLES_TITLES = /^soc/;

/**
 * What a title means as a mix of occupations.
 *
 * Listings of O*NET and the SOC say what a title means but not how often; filings count employers, but only
 * those that sponsor visas. The listed occupations, each counted alike, enter as a prior worth ten employers, and
 * a title on the SOC's direct-match list has that one occupation as its prior:
 * share = (filings of the occupation + 10 x its share of the listings) / (all filings + 10).
 *
 * @returns weights on one scale, unordered
 */
export function combineEvidence(rows: readonly TitleCandidate[]): WeightedOccupation[] {
  const direct = rows.filter(({ source }) => SETTLES_TITLES.test(source));
  const lists = direct.length > 0 ? direct : rows.filter(({ source }) => LISTS_TITLES.test(source));
  const listed = new Set(lists.map(({ soc }) => soc));
  const weights = new Map<string, number>();
  for (const soc of listed) weights.set(soc, LISTING_STRENGTH / listed.size);
  for (const { source, soc, weight } of rows) {
    if (!LISTS_TITLES.test(source)) weights.set(soc, (weights.get(soc) ?? 0) + weight);
  }
  return [...weights].map(([soc, weight]) => ({ soc, weight }));
}

/**
 * Weights made shares, heaviest first: at most six occupations, none below .03 of the whole. What is left out is
 * not redistributed, so the shares sum to at most 1.
 */
export function occupationShares(
  weights: readonly WeightedOccupation[],
  occupationTitle: (soc: string) => string,
): OccupationShare[] {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  if (!(total > 0)) return [];
  return [...weights]
    .sort((a, b) => b.weight - a.weight || (a.soc < b.soc ? -1 : 1))
    .filter(({ weight }) => weight / total >= SMALLEST_SHARE)
    .slice(0, MOST_OCCUPATIONS)
    .map(({ soc, weight }) => ({ soc, title: occupationTitle(soc), share: Math.floor((weight / total) * 1e4) / 1e4 }));
}
