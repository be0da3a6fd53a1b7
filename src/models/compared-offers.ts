/** Offers of catalogued roles beside what the official survey says of them, in the survey's month. */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import { type LevelClass, levelClassOf } from './level-mixes.js';
import { type OfficialPayByRole, officialPayByRole } from './role-official-pay.js';
import { loadWageFactor, monthIndex, monthText } from './wage-factor.js';

/** Months before the as-of date whose offers count, as in reports. */
const WINDOW_MONTHS = 36;

export interface ComparedOffer {
  readonly source: string;
  readonly basis: string;
  readonly role: string;
  readonly levelClass: LevelClass;
  /** Middle of the offer in the survey's month, dollars a year. */
  readonly pay: number;
  readonly cluster: string;
  /** Factor on the variance where no employer is named. */
  readonly inflation: number;
}

export interface ComparedOffers {
  readonly offers: readonly ComparedOffer[];
  readonly official: OfficialPayByRole;
}

/**
 * Posted and filed offers of the window, interns left out, in roles with official figures.
 *
 * @param designEffect factor on the variance of sources that name no employers
 */
export async function loadComparedOffers(store: Store, designEffect: number): Promise<ComparedOffers> {
  const columns = [
    'source',
    'basis',
    'role',
    'level',
    'soc',
    'employer',
    'annualLow',
    'annualHigh',
    'seenFrom',
    'seenTo',
  ] as const;
  const rows = await store.read(
    select('pay', columns, [
      { column: 'country', is: 'US' },
      { column: 'currency', is: 'USD' },
      { column: 'basis', in: ['posted', 'filed'] },
    ]),
  );
  const official = await officialPayByRole(store, rows);
  if (official.month === null) return { offers: [], official };
  const { asOf } = store.manifest;
  const oldest = `${monthText(monthIndex(asOf) - WINDOW_MONTHS)}${asOf.slice(7)}`;
  const factor = await loadWageFactor(store, official.month);
  const offers = rows.flatMap((row): ComparedOffer[] => {
    const { source, basis, role, level, employer, annualLow, annualHigh, seenFrom, seenTo } = row;
    if (role === null || level === 'intern' || !official.byRole.has(role)) return [];
    if (seenTo < oldest || seenTo > asOf) return [];
    const pay = ((annualLow + annualHigh) / 2) * factor(seenFrom, seenTo);
    const isNamed = employer !== null;
    const cluster = isNamed ? String(employer) : `${annualLow}-${annualHigh}-${seenTo.slice(0, 4)}`;
    const inflation = isNamed ? 1 : designEffect;
    return [{ source, basis, role, levelClass: levelClassOf(level), pay, cluster, inflation }];
  });
  return { offers, official };
}
