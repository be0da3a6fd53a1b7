/** Official pay of the occupations that a role's filings state, employers damped. */
import { select } from '../query/plan.js';
import { dampedEmployerWeights, occupationMixLogMedian } from '../stats/index.js';
import type { Store } from '../store/port.js';

export interface RoleOfficialPay {
  /** Share-weighted mean of the occupations' log medians, dollars a year. */
  readonly logMedian: number;
  /** Its sampling variance. */
  readonly variance: number;
}

export interface OfficialPayByRole {
  /** Reference month of the official figures, `YYYY-MM`; null without official figures. */
  readonly month: string | null;
  readonly byRole: ReadonlyMap<string, RoleOfficialPay>;
}

/** Fewest filing employers from which a role's occupations are read. */
const FEWEST_EMPLOYERS = 5;
/** Reference month of the survey. */
const REFERENCE_MONTH = '05';

interface Filed {
  readonly role: string | null;
  readonly soc: string | null;
  readonly employer: number | null;
}

/** Official medians of roles in the newest national table; roles that few employers file for are left out. */
export async function officialPayByRole(store: Store, filed: readonly Filed[]): Promise<OfficialPayByRole> {
  const rows = await store.read(
    select('official', ['soc', 'year', 'p50', 'meanRsePercent'], [{ column: 'place', is: 'US' }]),
  );
  const newest = rows.reduce((year, row) => Math.max(year, row.year), 0);
  const official = new Map(rows.filter((row) => row.year === newest).map((row) => [row.soc, row]));
  const byRole = new Map<string, RoleOfficialPay>();
  for (const [role, shares] of occupationShares(filed)) {
    const logMedian = occupationMixLogMedian(shares, (soc) => official.get(soc)?.p50 ?? null);
    if (logMedian === null) continue;
    const variance = shares.reduce(
      (sum, { soc, share }) => sum + (share * (official.get(soc)?.meanRsePercent ?? 0)) ** 2 / 1e4,
      0,
    );
    byRole.set(role, { logMedian, variance });
  }
  return { month: rows.length === 0 ? null : `${newest}-${REFERENCE_MONTH}`, byRole };
}

function occupationShares(filed: readonly Filed[]): ReadonlyMap<string, readonly { soc: string; share: number }[]> {
  const byRole = new Map<string, { soc: string; employer: number }[]>();
  for (const { role, soc, employer } of filed) {
    if (role === null || soc === null || employer === null) continue;
    const own = byRole.get(role);
    if (own === undefined) byRole.set(role, [{ soc, employer }]);
    else own.push({ soc, employer });
  }
  const shares = new Map<string, { soc: string; share: number }[]>();
  for (const [role, rows] of byRole) {
    const employers = rows.map(({ employer }) => employer);
    if (new Set(employers).size < FEWEST_EMPLOYERS) continue;
    const weights = dampedEmployerWeights(employers);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const bySoc = new Map<string, number>();
    for (const [i, { soc }] of rows.entries()) bySoc.set(soc, (bySoc.get(soc) ?? 0) + weights[i]! / total);
    shares.set(
      role,
      [...bySoc].map(([soc, share]) => ({ soc, share })),
    );
  }
  return shares;
}
