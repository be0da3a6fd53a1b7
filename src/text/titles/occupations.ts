import type { OccupationShare } from '../../core/role.js';
import { normaliseTitle } from './normalise.js';

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

/** What is known of an occupation beside the titles it is listed under. */
export interface OccupationFacts {
  readonly title: string;
  /** Official jobs; null where no figure is published. */
  readonly jobs: number | null;
}

/**
 * What a title means as a mix of occupations.
 *
 * Listings of O*NET and the SOC say what a title may mean but not how often; filings count employers, but only those
 * that sponsor visas. The listed occupations enter as a prior worth ten employers:
 * share = (filings of the occupation + 10 x its share of the listings) / (all filings + 10).
 * Among the listed ones an occupation that bears the title as its own name (`Electricians`) has the whole prior, else
 * one on the SOC's direct-match list; several share it by their official jobs.
 *
 * @param key   of the title, without level words
 * @param facts of an occupation by its code
 * @returns weights on one scale, unordered
 */
export function combineEvidence(
  key: string,
  rows: readonly TitleCandidate[],
  facts: (soc: string) => OccupationFacts,
): WeightedOccupation[] {
  const lists = rows.filter(({ source }) => LISTS_TITLES.test(source));
  const named = lists.filter(({ soc }) => bearsName(facts(soc).title, key));
  const direct = lists.filter(({ source }) => SETTLES_TITLES.test(source));
  const chosen = named.length > 0 ? named : direct.length > 0 ? direct : lists;
  const listed = [...new Set(chosen.map(({ soc }) => soc))].map((soc) => ({
    soc,
    jobs: Math.max(facts(soc).jobs ?? 0, 1),
  }));
  const total = listed.reduce((sum, { jobs }) => sum + jobs, 0);
  const weights = new Map(listed.map(({ soc, jobs }) => [soc, (LISTING_STRENGTH * jobs) / total]));
  for (const { source, soc, weight } of rows) {
    if (!LISTS_TITLES.test(source)) weights.set(soc, (weights.get(soc) ?? 0) + weight);
  }
  return [...weights].map(([soc, weight]) => ({ soc, weight }));
}

/** Whether one of the names an occupation's title joins is the key: `Plumbers, Pipefitters, and Steamfitters`. */
function bearsName(title: string, key: string): boolean {
  return title.split(/,| and /).some((name) => singular(normaliseTitle(name)) === singular(key));
}

function singular(key: string): string {
  return key.replace(/s\b/g, '');
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
