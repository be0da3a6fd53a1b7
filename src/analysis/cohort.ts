/** The observations a family of questions shares, with the cells already counted and estimated among them. */
import { type Recent, recent } from '../core/recent.js';
import type { Store } from '../store/port.js';
import type { Ageing } from './ageing.js';
import { loadObservations, type Observations } from './observation.js';
import { type KnownCells, noKnownCells } from './pay.js';
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
  const work = question.familyRoles.length > 0 ? question.familyRoles : [question.role.id, question.titleKey];
  const { place, asOf, only } = question;
  const key = [place.country, place.currency, asOf, only ?? '', ...work].join('|');
  return cohorts.get(key, async () => ({
    ...(await loadObservations(store, question, ageing)),
    known: noKnownCells(),
  }));
}
