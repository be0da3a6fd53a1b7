/** Pay on one basis from observations: the narrowest supported scope carries the figure. */
import type { Basis } from '../core/basis.js';
import type { PercentileEstimate, PercentileKey } from '../core/finding.js';
import {
  type EstimateOptions,
  estimateSource,
  PERCENTILES,
  type Percentiles,
  type SourceEstimate,
} from './estimate.js';
import type { PayObservation } from './observation.js';
import { type PooledPay, poolSources } from './pool.js';
import type { Question } from './question.js';
import { type Scope, scopeLadder, shapeScopes } from './scope.js';

export interface CellCount {
  /** Distinct observations of the very cell asked about. */
  readonly n: number;
  readonly employers: number | null;
}

export interface BasisPay {
  readonly basis: Basis;
  /** What was found in the very cell that was asked about, whatever scope carries the figure. */
  readonly asked: CellCount;
  /** Advertised ranges that carry exactly the title asked about, repeats counted. */
  readonly exactTitle: number;
  /** null when no scope supports a median. */
  readonly carried: CarriedPay | null;
  /** Every source's estimate at the carrying scope, or at the asked one when none carries. */
  readonly bySource: readonly SourceEstimate[];
}

export interface CarriedPay {
  readonly scope: Scope;
  readonly pool: PooledPay;
  /** Percentiles with the modelled ones filled in from the shape of a wider scope. */
  readonly percentiles: Percentiles;
  readonly modelledPercentiles: readonly PercentileKey[];
  /** The wider scope whose shape was borrowed. */
  readonly shapeScope: Scope | null;
}

export interface PayOptions extends EstimateOptions {
  /** Estimates already made for this question, by basis, place and scope: the levels of a ladder share wider scopes. */
  readonly known: Map<string, readonly SourceEstimate[]>;
}

/** Walks the scope ladder on one basis. */
export function payOnBasis(
  rows: readonly PayObservation[],
  basis: Basis,
  question: Question,
  options: PayOptions,
): BasisPay {
  const mine = rows.filter((row) => row.basis === basis);
  const sources = [...new Set(mine.map((row) => row.source))].sort();
  const scopes = scopeLadder(question);
  const askedRows = mine.filter((row) => scopes[0]!.includes(row));
  const estimateScope = (scope: Scope): readonly SourceEstimate[] => {
    const key = `${basis}|${scope.place}|${scope.name}`;
    let known = options.known.get(key);
    if (known === undefined) {
      known = sources.map((source) =>
        estimateSource(
          mine.filter((row) => row.source === source && scope.includes(row)),
          source,
          options,
        ),
      );
      options.known.set(key, known);
    }
    return known;
  };
  const common = { basis, asked: countCell(askedRows), exactTitle: exactTitleCount(mine, question) };
  const chosen = chooseScope(scopes, estimateScope);
  if (chosen === null) {
    return { ...common, bySource: estimateScope(scopes[0]!), carried: null };
  }
  const { scope, pool } = chosen;
  const wider = [...scopes.slice(scopes.indexOf(scope) + 1), ...shapeScopes(question)];
  return { ...common, bySource: estimateScope(scope), carried: carry(pool, scope, wider, estimateScope) };
}

/**
 * Narrowest kind first: levels in the place, levels in the wider place, all levels in each. Within a kind the narrowest
 * scope that supports a median directly, else the narrowest that supports a modelled one.
 */
function chooseScope(
  scopes: readonly Scope[],
  estimateScope: (scope: Scope) => readonly SourceEstimate[],
): { scope: Scope; pool: PooledPay } | null {
  const kinds = new Set(scopes.map(rungOf));
  for (const kind of kinds) {
    let modelled: { scope: Scope; pool: PooledPay } | null = null;
    for (const scope of scopes.filter((candidate) => rungOf(candidate) === kind)) {
      const pool = poolSources(estimateScope(scope));
      if (pool === null) continue;
      if (pool.contributing.some((estimate) => estimate.support === 'direct')) return { scope, pool };
      modelled ??= { scope, pool };
    }
    if (modelled !== null) return modelled;
  }
  return null;
}

function rungOf(scope: Scope): string {
  return `${scope.place}|${scope.kind === 'all-levels' ? 'all' : 'level'}`;
}

/** Completes the percentiles a thin cell cannot support itself with the shape of the next wider scope that can. */
function carry(
  pool: PooledPay,
  scope: Scope,
  wider: readonly Scope[],
  estimateScope: (scope: Scope) => readonly SourceEstimate[],
): CarriedPay {
  const absent = PERCENTILES.filter((key) => pool.percentiles[key] === undefined);
  if (absent.length === 0) {
    return { scope, pool, percentiles: pool.percentiles, modelledPercentiles: [], shapeScope: null };
  }
  const contributing = new Set(pool.contributing.map((estimate) => estimate.source));
  for (const candidate of wider) {
    const parent = poolSources(estimateScope(candidate).filter((estimate) => contributing.has(estimate.source)));
    if (parent === null || PERCENTILES.some((key) => parent.percentiles[key] === undefined)) continue;
    const percentiles = { ...pool.percentiles };
    for (const key of absent) percentiles[key] = borrowed(pool.percentiles['50']!, parent.percentiles, key);
    return { scope, pool, percentiles: inOrder(percentiles), modelledPercentiles: absent, shapeScope: candidate };
  }
  return { scope, pool, percentiles: pool.percentiles, modelledPercentiles: [], shapeScope: null };
}

function borrowed(median: PercentileEstimate, parent: Percentiles, key: PercentileKey): PercentileEstimate {
  const mine = parent[key]!;
  const centre = parent['50']!.value;
  const ratio = mine.value / centre;
  const down = Math.hypot(logRatio(median.value, median.low), logRatio(mine.value, mine.low));
  const up = Math.hypot(logRatio(median.high, median.value), logRatio(mine.high, mine.value));
  const value = median.value * ratio;
  return { value, low: value * Math.exp(-down), high: value * Math.exp(up) };
}

function logRatio(high: number | null, low: number | null): number {
  return high === null || low === null ? 0 : Math.log(high / low);
}

/** Direct and borrowed percentiles can cross in a thin cell; the borrowed ones then give way. */
function inOrder(percentiles: Partial<Record<PercentileKey, PercentileEstimate>>): Percentiles {
  let floor = 0;
  for (const key of PERCENTILES) {
    const entry = percentiles[key];
    if (entry === undefined) continue;
    if (entry.value < floor) percentiles[key] = { ...entry, value: floor, high: Math.max(entry.high ?? floor, floor) };
    floor = percentiles[key]!.value;
  }
  return percentiles;
}

function countCell(rows: readonly PayObservation[]): CellCount {
  const employers = new Set(rows.map((row) => row.employer));
  return { n: rows.length, employers: employers.has(null) ? null : employers.size };
}

function exactTitleCount(rows: readonly PayObservation[], question: Question): number {
  return rows.reduce((sum, row) => sum + (row.title === question.titleKey ? row.repeats : 0), 0);
}
