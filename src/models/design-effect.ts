/**
 * Design effect of unknown employers.
 *
 * Estimand: by how much the variance of the share below the median grows when offers are grouped by employer instead
 * of by distinct advertised range, learned where employers are known and applied where they are not (METHODS 1).
 * Per cell (role, level) with at least 30 offers from 10 employers: the ratio of the summed squares of group totals
 * of 1(pay <= median) - 1/2, by employer over by range, which is the ratio of the linearised variances (Kish 1965).
 */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { Parameter } from './parameter.js';

const MINIMUM_OFFERS = 30;
const MINIMUM_EMPLOYERS = 10;

/** Weighted median of the cells' ratios, at least 1. */
export async function fitDesignEffect(store: Store): Promise<Parameter> {
  const rows = await store.read(
    select(
      'pay',
      ['role', 'level', 'employer', 'annualLow', 'annualHigh', 'seenTo', 'country'],
      [{ column: 'basis', is: 'posted' }],
    ),
  );
  const cells = new Map<string, Offer[]>();
  for (const row of rows) {
    if (row.employer === null || row.role === null) continue;
    const key = `${row.country}|${row.role}|${row.level}`;
    const cell = cells.get(key) ?? [];
    cell.push({
      middle: (row.annualLow + row.annualHigh) / 2,
      employer: String(row.employer),
      range: `${row.annualLow}-${row.annualHigh}-${row.seenTo.slice(0, 4)}`,
    });
    cells.set(key, cell);
  }
  const ratios = [...cells.values()]
    .filter((cell) => cell.length >= MINIMUM_OFFERS && new Set(cell.map((o) => o.employer)).size >= MINIMUM_EMPLOYERS)
    .map((cell) => ({ ratio: designEffectOf(cell), weight: cell.length }))
    .sort((a, b) => a.ratio - b.ratio);
  return {
    name: 'design-effect',
    value: Math.max(1, weightedMiddle(ratios)),
    n: ratios.length,
    note: `median over ${ratios.length} cells of posted offers with known employers, weighted by offers`,
  };
}

export interface Offer {
  readonly middle: number;
  readonly employer: string;
  readonly range: string;
}

/** Ratio for one cell; exported for its test. */
export function designEffectOf(cell: readonly Offer[]): number {
  const sorted = cell.map((offer) => offer.middle).sort((a, b) => a - b);
  const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
  const squares = (key: (offer: Offer) => string): number => {
    const totals = new Map<string, number>();
    for (const offer of cell) {
      totals.set(key(offer), (totals.get(key(offer)) ?? 0) + (offer.middle <= median ? 0.5 : -0.5));
    }
    return [...totals.values()].reduce((sum, total) => sum + total * total, 0);
  };
  const byRange = squares((offer) => offer.range);
  return byRange === 0 ? 1 : squares((offer) => offer.employer) / byRange;
}

function weightedMiddle(ratios: readonly { ratio: number; weight: number }[]): number {
  const half = ratios.reduce((sum, entry) => sum + entry.weight, 0) / 2;
  let seen = 0;
  for (const entry of ratios) {
    seen += entry.weight;
    if (seen >= half) return entry.ratio;
  }
  return 1;
}
