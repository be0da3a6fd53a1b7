/** The reviewed list of classes that are the same work as occupations of SOC 2018. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow } from '../../connector.js';

/** One class of another classification, as written in `reviewed/occupation-matches.json`. */
export interface ReviewedMatch {
  readonly taxonomy: string;
  readonly code: string;
  /** Name of the class, as its publisher writes it. */
  readonly label: string;
  /** Occupations of SOC 2018 that have this class. */
  readonly soc: readonly string[];
  /** What the match rests on. */
  readonly because: string;
}

/**
 * The rows of the list. An occupation that is divided among several classes of a taxonomy has an equal share of each.
 *
 * @throws {SourceError} REVIEWED_INVALID when an occupation is no SOC code or stands twice at a class
 */
export function reviewedRows(matches: readonly ReviewedMatch[]): DraftRow<'occupationMatches'>[] {
  const pairs = matches.flatMap(({ taxonomy, code, soc }) =>
    soc.map((occupation) => ({ taxonomy, code, soc: occupation })),
  );
  const seen = new Set<string>();
  const classes = new Map<string, number>();
  for (const { taxonomy, code, soc } of pairs) {
    const pair = JSON.stringify([taxonomy, code, soc]);
    if (!/^\d{2}-\d{4}$/.test(soc) || seen.has(pair)) throw invalid(taxonomy, code, soc);
    seen.add(pair);
    const occupation = JSON.stringify([taxonomy, soc]);
    classes.set(occupation, (classes.get(occupation) ?? 0) + 1);
  }
  return pairs.map((pair) => ({
    ...pair,
    share: 1 / classes.get(JSON.stringify([pair.taxonomy, pair.soc]))!,
    matchedBy: 'reviewed by hand',
  }));
}

function invalid(taxonomy: string, code: string, soc: string): SourceError {
  return new SourceError(
    'REVIEWED_INVALID',
    `The reviewed list of occupations has '${soc}' at ${taxonomy} ${code}, which is no code of SOC 2018 or stands there twice.`,
    'Mend reviewed/occupation-matches.json or restore it from the package.',
  );
}
