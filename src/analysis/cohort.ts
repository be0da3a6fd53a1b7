/** The observations a family of questions shares, with the cells already counted and estimated among them. */

import type { Basis } from '../core/basis.js';
import { hasOwnSource } from '../core/own-data.js';
import { type Recent, recent } from '../core/recent.js';
import type { Store } from '../store/port.js';
import type { Ageing } from './ageing.js';
import { joinObservations, loadObservations, type Observations } from './observation.js';
import { basisRows, type KnownCells, noKnownCells } from './pay.js';
import type { Question } from './question.js';

export interface Cohort extends Observations {
  readonly known: KnownCells;
}

/** Cohorts of the latest questions: pages of one role differ in place and level only and share their wider cells. */
export type Cohorts = Recent<Cohort>;

/** @param limit cohorts kept, each some megabytes for a large family */
export function newCohorts(limit: number): Cohorts {
  return recent<Cohort>(limit);
}

/** The cohort of a question: what is read and estimated depends on nothing but the parts of its key. */
export function cohortOf(cohorts: Cohorts, store: Store, question: Question, ageing: Ageing): Promise<Cohort> {
  const { place, asOf, only, familyRoles, role, titleKey } = question;
  const keyOf = (...work: readonly string[]): string =>
    [place.country, place.currency, asOf, only ?? '', ...work].join('|');
  if (familyRoles.length > 0) {
    return cohorts.get(keyOf(...familyRoles), async () => ({
      ...(await loadObservations(store, question, ageing)),
      known: noKnownCells(),
    }));
  }
  return cohorts.get(keyOf(role.id, titleKey), async () => {
    if (hasOwnSource(store.manifest.sources)) {
      return { ...(await loadObservations(store, question, ageing)), known: noKnownCells() };
    }
    const main = question.occupations[0]?.soc ?? '';
    const [filed, titled] = await Promise.all([
      cohorts.get(keyOf(role.id, 'filed', main), async () => {
        const part = await loadObservations(store, question, ageing, 'filed');
        return { ...part, known: { ...noKnownCells(), bases: basesOf(part, ['filed']) } };
      }),
      loadObservations(store, question, ageing, 'titled'),
    ]);
    // Titles of one occupation share its filings; the cells of what is advertised bear the title in their name.
    const bases = new Map([...filed.known.bases, ...basesOf(titled, ['posted', 'paid'])]);
    return { ...joinObservations(filed, titled), known: { ...filed.known, bases } };
  });
}

function basesOf({ rows }: Observations, bases: readonly Basis[]): KnownCells['bases'] {
  return new Map(bases.map((basis) => [basis, basisRows(rows, basis)]));
}
