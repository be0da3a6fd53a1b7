/** What pages are checked against, read from the market anew and not by the code that makes the pages. */
import { select } from '../../query/plan.js';
import type { RowOf } from '../../query/tables.js';
import type { Store } from '../../store/port.js';

/** Names of the tools O*NET lists, by occupation. */
export async function loadListedTools(store: Store): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const tools = new Map<string, Set<string>>();
  for (const { soc, name } of await store.read(select('software', ['soc', 'name']))) {
    const names = tools.get(soc) ?? new Set<string>();
    tools.set(soc, names.add(name));
  }
  return tools;
}

/** Fewer employers of a role that name a credential say nothing of the role. */
const FEWEST_EMPLOYERS = 5;

/** Names of credentials by role, as far as enough employers of the role name them. */
export async function loadAskedCredentials(store: Store): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const names = new Map(
    (await store.read(select('skills', ['skill', 'name']))).map(({ skill, name }) => [skill, name]),
  );
  const employers = new Map<string, Set<number>>();
  const rows = await store.read(
    select('postings', ['role', 'employer', 'credentials'], [{ column: 'readFrom', is: 'text' }]),
  );
  for (const { role, employer, credentials } of rows) {
    if (employer === null) continue;
    for (const id of credentials.split(',').filter((named) => named !== '')) {
      const key = `${role} ${names.get(id) ?? id}`;
      employers.set(key, (employers.get(key) ?? new Set()).add(employer));
    }
  }
  const asked = new Map<string, Set<string>>();
  for (const [key, { size }] of employers) {
    if (size < FEWEST_EMPLOYERS) continue;
    const [role, name] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
    asked.set(role, (asked.get(role) ?? new Set()).add(name));
  }
  return asked;
}

type Offer = Pick<
  RowOf<'pay'>,
  'source' | 'basis' | 'country' | 'role' | 'level' | 'region' | 'soc' | 'employer' | 'currency' | 'seenTo'
>;

export interface CountableOffers {
  /** By country and basis, `US posted`. */
  readonly pay: ReadonlyMap<string, readonly Offer[]>;
  readonly sources: ReadonlySet<string>;
  /** Role ids by the name of the role, and by the name of its family. */
  readonly rolesNamed: ReadonlyMap<string, ReadonlySet<string>>;
}

/** All rows of pay and what roles are called. */
export async function loadCountableOffers(store: Store): Promise<CountableOffers> {
  const pay = await store.read(
    select('pay', ['source', 'basis', 'country', 'role', 'level', 'region', 'soc', 'employer', 'currency', 'seenTo']),
  );
  const rolesNamed = new Map<string, Set<string>>();
  for (const { role, name, familyName } of await store.read(select('roles', ['role', 'name', 'familyName']))) {
    for (const key of [name, familyName]) rolesNamed.set(key, (rolesNamed.get(key) ?? new Set<string>()).add(role));
  }
  const grouped = new Map<string, Offer[]>();
  for (const row of pay) {
    const key = `${row.country} ${row.basis}`;
    const rows = grouped.get(key);
    if (rows === undefined) grouped.set(key, [row]);
    else rows.push(row);
  }
  return { pay: grouped, sources: new Set(pay.map((row) => row.source)), rolesNamed };
}
