/** How many offers and employers stand behind each role and occupation. */
import type { Support } from './description.js';
import type { Offer } from './offers.js';
import type { Prepared } from './prepared.js';

export interface Supports {
  readonly roles: Readonly<Record<string, Support>>;
  readonly occupations: Readonly<Record<string, Support>>;
}

/**
 * Roles and leading occupations with employers enough; effective employers are Kish's, an employer with n offers in the
 * group weighing n^(1 - damping). Offers without a named employer count among the offers only.
 */
export function supportOf(prepared: Prepared): Supports {
  return {
    roles: supportsBy(prepared, ({ role }) => role),
    occupations: supportsBy(prepared, ({ occupations }) => occupations[0]?.soc ?? null),
  };
}

function supportsBy(prepared: Prepared, of: (offer: Offer) => string | null): Record<string, Support> {
  const { offers, clusters, recipe } = prepared;
  const groups = new Map<string, { n: number; employers: Map<number, number> }>();
  offers.forEach((offer, row) => {
    const key = of(offer);
    if (key === null) return;
    const group = groups.get(key) ?? { n: 0, employers: new Map<number, number>() };
    groups.set(key, group);
    group.n += 1;
    const cluster = clusters[row]!;
    if (offer.named) group.employers.set(cluster, (group.employers.get(cluster) ?? 0) + 1);
  });
  const supports: Record<string, Support> = {};
  for (const [key, { n, employers }] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const effective = kishEmployers([...employers.values()].map((count) => count ** (1 - recipe.damping)));
    if (effective < recipe.fewestEffective) continue;
    supports[key] = [n, employers.size, Math.round(effective * 10) / 10];
  }
  return supports;
}

function kishEmployers(weights: readonly number[]): number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const squares = weights.reduce((total, weight) => total + weight ** 2, 0);
  return squares === 0 ? 0 : sum ** 2 / squares;
}
