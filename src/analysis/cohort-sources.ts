/** Which sources the observations of a cohort come from, by basis, and which of them name employers. */

import type { Basis } from '../core/basis.js';
import { rememberedOf } from '../core/remembered.js';
import type { PayObservation } from './observation.js';

export interface CohortSources {
  /** Sources with an observation whose employer is named, sorted. */
  readonly naming: readonly string[];
  /** Sources with an observation whose employer is not named, sorted. */
  readonly unnaming: readonly string[];
}

/** Of one basis; looked for once for all pages that share the rows. */
export function cohortSources(rows: readonly PayObservation[], basis: Basis): CohortSources {
  const known = knownSources(rows);
  const sources = known.get(basis) ?? findSources(rows, basis);
  known.set(basis, sources);
  return sources;
}

const knownSources = rememberedOf((_rows: readonly PayObservation[]) => new Map<Basis, CohortSources>());

function findSources(rows: readonly PayObservation[], basis: Basis): CohortSources {
  const naming = new Set<string>();
  const unnaming = new Set<string>();
  for (const row of rows) {
    if (row.basis === basis) (row.employer === null ? unnaming : naming).add(row.source);
  }
  return { naming: [...naming].sort(), unnaming: [...unnaming].sort() };
}
