/**
 * Ratios of pay between levels, estimated within employer, source, role and place (METHODS 3).
 *
 * Filed pay is compared within the stated occupation as well: its legal floor is set by occupation and place, and a
 * third of it lies on that floor. A job without a stated level is a level of its own, as most filings state none. One
 * set of ratios a basis over all catalogued roles; families of roles with enough employers have their own.
 */
import type { LevelId } from '../core/level.js';
import { select } from '../query/plan.js';
import { pauleMandel, withinEmployerRatio } from '../stats/index.js';
import type { Store } from '../store/port.js';
import type { Parameter } from './parameter.js';

export { evaluateLevelOrder, type LevelOrderScore, levelOrderScore } from './level-order.js';

/** Fewest employers with both levels: over all roles, in one family, and in one role that informs the spread of roles. */
const FEWEST = { pooled: 5, family: 15, role: 5 } as const;
/** Roles from which on their spread is estimated. */
const FEWEST_ROLES = 5;
const COVERAGE = 0.9;
const BASES = ['posted', 'filed'] as const;

/** How a job without a stated level is called in a parameter's name. */
const UNSTATED = 'unstated';

type Rung = LevelId | typeof UNSTATED;

/** Lower and higher level. */
const PAIRS: readonly (readonly [Rung, Rung])[] = [
  ['entry', 'mid'],
  ['entry', 'senior'],
  ['mid', 'senior'],
  ['senior', 'lead'],
  ['senior', 'staff'],
  ['senior', 'principal'],
  ['lead', 'principal'],
  ['staff', 'principal'],
  ['senior', 'manager'],
  ['lead', 'manager'],
  ['manager', 'director'],
  ['director', 'vp'],
  ['entry', UNSTATED],
  ['mid', UNSTATED],
  [UNSTATED, 'senior'],
  [UNSTATED, 'lead'],
  [UNSTATED, 'staff'],
  [UNSTATED, 'principal'],
  [UNSTATED, 'manager'],
  [UNSTATED, 'director'],
];

interface Offer {
  readonly employer: number;
  readonly group: string;
  readonly role: string;
  readonly family: string | undefined;
  readonly rung: Rung;
  readonly logPay: number;
}

/** Ratios of a market: US offers in dollars, by basis. */
export async function fitLevelRatios(store: Store): Promise<Parameter[]> {
  const catalogue = await store.read(select('roles', ['role', 'family']));
  const families = new Map(catalogue.map(({ role, family }) => [role, family]));
  const found: Parameter[] = [];
  for (const basis of BASES) {
    const offers = comparable(await loadOffers(store, basis, families));
    found.push(...ratiosOf(offers, `level-ratio.${basis}`, FEWEST.pooled));
    for (const family of [...new Set(offers.map((offer) => offer.family))].sort()) {
      if (family === undefined) continue;
      const own = offers.filter((offer) => offer.family === family);
      found.push(...ratiosOf(own, `level-ratio.${basis}.${family}`, FEWEST.family));
    }
  }
  return found;
}

async function loadOffers(
  store: Store,
  basis: (typeof BASES)[number],
  families: ReadonlyMap<string, string>,
): Promise<Offer[]> {
  const rows = await store.read(
    select(
      'pay',
      ['source', 'role', 'level', 'region', 'soc', 'employer', 'annualLow', 'annualHigh'],
      [
        { column: 'country', is: 'US' },
        { column: 'currency', is: 'USD' },
        { column: 'basis', is: basis },
      ],
    ),
  );
  return rows.flatMap(({ source, role, level, region, soc, employer, annualLow, annualHigh }) => {
    if (role === null || employer === null) return [];
    const rung = (level ?? UNSTATED) as Rung;
    const logPay = Math.log((annualLow + annualHigh) / 2);
    return [{ employer, role, family: families.get(role), rung, logPay, group: `${source}|${role}|${soc}|${region}` }];
  });
}

/** Offers whose employer has another level in the same group; the rest inform no ratio. */
function comparable(offers: readonly Offer[]): readonly Offer[] {
  const rungs = new Map<string, Set<Rung>>();
  const keyOf = ({ employer, group }: Offer) => `${employer}|${group}`;
  for (const offer of offers) {
    const known = rungs.get(keyOf(offer));
    if (known === undefined) rungs.set(keyOf(offer), new Set([offer.rung]));
    else known.add(offer.rung);
  }
  return offers.filter((offer) => rungs.get(keyOf(offer))!.size > 1);
}

function ratiosOf(offers: readonly Offer[], prefix: string, fewest: number): Parameter[] {
  return PAIRS.flatMap(([lower, higher]) => {
    const both = offers.filter(({ rung }) => rung === lower || rung === higher);
    const ratio = ratioBetween(both, higher);
    if (ratio === null || ratio.error === null || ratio.employers < fewest) return [];
    const name = `${prefix}.${higher}-over-${lower}`;
    const note = `within ${ratio.contrasts} groups of employer, source, role and place`;
    const n = ratio.employers;
    return [
      { name, value: ratio.logRatio, n, note },
      {
        name: `${name}.sd`,
        value: ratio.error.standardError,
        n,
        note: `jackknife over employers, df ${ratio.error.df}`,
      },
      ...spreadOfRoles(both, higher).map((spread) => ({ ...spread, name: `${name}.role-sd` })),
    ];
  });
}

function ratioBetween(offers: readonly Offer[], higher: Rung) {
  return withinEmployerRatio({
    logPay: offers.map(({ logPay }) => logPay),
    isHigher: offers.map(({ rung }) => rung === higher),
    employers: offers.map(({ employer }) => employer),
    groups: offers.map(({ group }) => group),
    level: COVERAGE,
  });
}

/** Standard deviation of single roles' ratios around their mean, beyond what their errors explain. */
function spreadOfRoles(offers: readonly Offer[], higher: Rung): Omit<Parameter, 'name'>[] {
  const byRole = new Map<string, Offer[]>();
  for (const offer of offers) {
    const own = byRole.get(offer.role);
    if (own === undefined) byRole.set(offer.role, [offer]);
    else own.push(offer);
  }
  const roles = [...byRole.values()].flatMap((own) => {
    const ratio = ratioBetween(own, higher);
    if (ratio === null || ratio.employers < FEWEST.role || ratio.error === null) return [];
    return ratio.error.standardError > 0 ? [{ value: ratio.logRatio, variance: ratio.error.standardError ** 2 }] : [];
  });
  if (roles.length < FEWEST_ROLES) return [];
  const { tau2 } = pauleMandel(
    roles.map(({ value }) => value),
    roles.map(({ variance }) => variance),
  );
  const note = `Paule-Mandel over ${roles.length} roles with ${FEWEST.role} employers each`;
  return [{ value: Math.sqrt(tau2), n: roles.length, note }];
}
