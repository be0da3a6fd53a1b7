/** What questions about the same work have in common wherever in a country they ask. */
import { type Recent, recent } from '../core/recent.js';
import type { Question } from './question.js';

export type Shared = Recent<unknown>;

/** @param limit analyses kept */
export function newShared(limit: number): Shared {
  return recent<unknown>(limit);
}

export interface SharedAnalysis<T> {
  readonly name: string;
  readonly question: Question;
  /** Whatever else it depends on. */
  readonly of?: string | number;
  readonly make: () => Promise<T>;
}

/** The analysis of a question, made once for all places of its country; made anew where nothing is kept. */
export function sharedOf<T>(
  shared: Shared | undefined,
  { name, question, of = '', make }: SharedAnalysis<T>,
): Promise<T> {
  if (shared === undefined) return make();
  const { title, titleKey, workKey, role, level, occupations, place, asOf, newest, basis, only } = question;
  const work = [
    title,
    titleKey,
    workKey,
    role.id,
    role.name,
    level?.id,
    place.country,
    place.currency,
    asOf,
    newest,
    basis,
    only,
  ];
  const key = JSON.stringify([name, of, work, occupations]);
  return shared.get(key, make) as Promise<T>;
}
