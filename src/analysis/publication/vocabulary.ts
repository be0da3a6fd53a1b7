/**
 * The public words of publication: catalogued roles, official occupations, places. What a record says that is not among
 * them is not known, so that no wording of a user is ever published.
 */
import { select } from '../../query/plan.js';
import type { Store } from '../../store/port.js';
import type { CellId } from './lattice.js';

export interface Vocabulary {
  /** Family of every catalogued role. */
  readonly families: ReadonlyMap<string, string>;
  readonly occupations: ReadonlySet<string>;
  readonly states: ReadonlySet<string>;
  /** Currency of every country. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly workName: (work: CellId['work']) => string;
  readonly placeName: (place: string) => string;
}

const OCCUPATION = 'soc-';

/** The role that stands for an official occupation. */
export function occupationRole(soc: string): string {
  return `${OCCUPATION}${soc}`;
}

export async function readVocabulary(store: Store): Promise<Vocabulary> {
  const [roles, occupations, places] = await Promise.all([
    store.read(select('roles', ['role', 'name', 'family', 'familyName'])),
    store.read(select('occupations', ['soc', 'title'])),
    store.read(select('places', ['place', 'name', 'kind', 'currency'], [{ column: 'kind', in: ['country', 'state'] }])),
  ]);
  const names = new Map<string, string>([
    ...occupations.map(({ soc, title }): [string, string] => [`role:${occupationRole(soc)}`, title]),
    ...roles.flatMap(({ role, name, family, familyName }): [string, string][] => [
      [`role:${role}`, name],
      [`family:${family}`, familyName],
    ]),
    ...places.map(({ place, name }): [string, string] => [`place:${place}`, name]),
  ]);
  const countries = places.filter(({ kind }) => kind === 'country');
  const states = places.filter(({ kind }) => kind === 'state');
  return {
    families: new Map(roles.map(({ role, family }) => [role, family])),
    occupations: new Set(occupations.map(({ soc }) => soc)),
    states: new Set(states.map(({ place }) => place)),
    currencies: new Map(countries.map(({ place, currency }) => [place, currency])),
    workName: ({ kind, id }) => (id === null ? 'all work' : names.get(`${kind}:${id}`)!),
    placeName: (place) => names.get(`place:${place}`)!,
  };
}
