/** Whether the order of levels shows inside employers: the higher level pays at least as much. */
import type { Basis } from '../core/basis.js';
import { LEVELS, type LevelId } from '../core/level.js';
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';

/** One stated offer of a known employer, level and role. */
export interface LeveledOffer {
  readonly source: string;
  readonly employer: number;
  readonly role: string;
  readonly level: LevelId;
  /** Middle of the offer, whole currency units a year. */
  readonly pay: number;
}

export interface LevelPairOrder {
  readonly lower: LevelId;
  readonly higher: LevelId;
  /** Share of within-employer contrasts in which the higher level pays at least as much, each employer weighted once. */
  readonly share: number;
  /** Employers with both levels in one role of one source. */
  readonly n: number;
}

export interface LevelOrderScore {
  /** The same share over all pairs of neighbours; null where no employer has two of them. */
  readonly share: number | null;
  readonly n: number;
  readonly byPair: readonly LevelPairOrder[];
}

/** Ranks differ by one, and the track is the same: entry to mid, ..., senior to lead and to staff, manager to director. */
const NEIGHBOURS: readonly { readonly lower: LevelId; readonly higher: LevelId }[] = LEVELS.flatMap((lower) =>
  LEVELS.filter(
    (higher) => higher.track === lower.track && higher.rank === lower.rank + 1 && lower.id !== 'intern',
  ).map((higher) => ({ lower: lower.id, higher: higher.id })),
);

/** Means of logs are compared; sums of the same amounts in another order differ by less than this. */
const ROUNDING = 1e-9;

/**
 * Compares the mean log pay of neighbouring levels within employer, source and role.
 *
 * An employer's contrasts share its weight of one, in each pair and over all pairs.
 */
export function levelOrderScore(offers: readonly LeveledOffer[]): LevelOrderScore {
  const contrasts = [...meansByGroup(offers).values()].flatMap(({ employer, means }) =>
    NEIGHBOURS.flatMap(({ lower, higher }) => {
      const [low, high] = [means.get(lower), means.get(higher)];
      if (low === undefined || high === undefined) return [];
      return [{ pair: `${lower}|${higher}`, employer, holds: high.sum / high.count >= low.sum / low.count - ROUNDING }];
    }),
  );
  const byPair = NEIGHBOURS.flatMap(({ lower, higher }) => {
    const { share, n } = shareOverEmployers(contrasts.filter((contrast) => contrast.pair === `${lower}|${higher}`));
    return share === null ? [] : [{ lower, higher, share, n }];
  });
  return { ...shareOverEmployers(contrasts), byPair };
}

/** The score of a market: US offers in dollars, of one basis or of both. */
export async function evaluateLevelOrder(
  store: Store,
  basis?: Extract<Basis, 'posted' | 'filed'>,
): Promise<LevelOrderScore> {
  const rows = await store.read(
    select(
      'pay',
      ['source', 'role', 'level', 'employer', 'annualLow', 'annualHigh'],
      [
        { column: 'country', is: 'US' },
        { column: 'currency', is: 'USD' },
        { column: 'basis', in: basis === undefined ? ['posted', 'filed'] : [basis] },
      ],
    ),
  );
  return levelOrderScore(
    rows.flatMap(({ source, role, level, employer, annualLow, annualHigh }) =>
      role === null || level === null || employer === null
        ? []
        : [{ source, role, employer, level: level as LevelId, pay: (annualLow + annualHigh) / 2 }],
    ),
  );
}

interface Mean {
  sum: number;
  count: number;
}

function meansByGroup(
  offers: readonly LeveledOffer[],
): ReadonlyMap<string, { readonly employer: number; readonly means: Map<LevelId, Mean> }> {
  const groups = new Map<string, { employer: number; means: Map<LevelId, Mean> }>();
  for (const { source, employer, role, level, pay } of offers) {
    const key = `${employer}|${source}|${role}`;
    const group = groups.get(key) ?? { employer, means: new Map<LevelId, Mean>() };
    groups.set(key, group);
    const mean = group.means.get(level) ?? { sum: 0, count: 0 };
    group.means.set(level, mean);
    mean.sum += Math.log(pay);
    mean.count += 1;
  }
  return groups;
}

function shareOverEmployers(contrasts: readonly { readonly employer: number; readonly holds: boolean }[]): {
  readonly share: number | null;
  readonly n: number;
} {
  const byEmployer = new Map<number, { held: number; count: number }>();
  for (const { employer, holds } of contrasts) {
    const own = byEmployer.get(employer) ?? { held: 0, count: 0 };
    byEmployer.set(employer, own);
    own.held += holds ? 1 : 0;
    own.count += 1;
  }
  if (byEmployer.size === 0) return { share: null, n: 0 };
  let total = 0;
  for (const { held, count } of byEmployer.values()) total += held / count;
  return { share: total / byEmployer.size, n: byEmployer.size };
}
