/** Measures of occupations of an older classification, brought to the codes published today. */
import type { DraftRow } from './connector.js';
import { meanByOccupation } from './mean-by-occupation.js';

export interface OldScore {
  /** Six-digit code of SOC 2010. */
  readonly code: string;
  readonly value: number;
}

export interface CrosswalkedMeans {
  readonly means: { readonly soc: string; readonly value: number }[];
  /** Codes that the crosswalk does not know. */
  readonly unknown: readonly string[];
}

/**
 * Means by published occupation: each of its old codes that has a score counts once. An occupation none of whose old
 * codes has one gets none.
 *
 * @param crosswalk rows of the table `crosswalk`
 */
export function crosswalkedMeans(
  scores: readonly OldScore[],
  crosswalk: readonly Pick<DraftRow<'crosswalk'>, 'fromTaxonomy' | 'fromCode' | 'toCode'>[],
): CrosswalkedMeans {
  const successors = new Map<string, string[]>();
  for (const { fromTaxonomy, fromCode, toCode } of crosswalk) {
    if (fromTaxonomy === 'SOC 2010') successors.set(fromCode, [...(successors.get(fromCode) ?? []), toCode]);
  }
  const unknown = scores.map(({ code }) => code).filter((code) => !successors.has(code));
  const carried = scores.flatMap(({ code, value }) => (successors.get(code) ?? []).map((soc) => ({ soc, value })));
  return { means: meanByOccupation(carried), unknown };
}
