/** Official pay of a mix of occupations: what the pay models lean on where a title says little. */
import { select } from '../../query/plan.js';
import type { Store } from '../../store/port.js';

/** Six-digit SOC code and its probability. */
export interface Occupation {
  readonly soc: string;
  readonly share: number;
}

const PERCENTILES = ['p10', 'p25', 'p50', 'p75', 'p90'] as const;
type PercentileColumn = (typeof PERCENTILES)[number];

/** Share of a mix that must have official pay. */
const ENOUGH_OF_MIX = 0.2;
const COUNTRY = 'US';

/**
 * Logs of dollars a year. A percentile that is not published because it is capped stands at the cap or, up to the
 * median, at the mean where that is published.
 */
export interface OfficialPay {
  /** Log median of an occupation in a place, `US` or a state. */
  median(place: string, soc: string): number | undefined;
  /** National P10, P25, P75 and P90 of an occupation less its median. */
  spread(soc: string): readonly number[] | undefined;
}

/** Official pay held in memory, with what it holds. */
export interface OfficialTable extends OfficialPay {
  readonly places: readonly string[];
  readonly occupations: readonly string[];
}

/** What official pay says of one title in one place. */
export interface Anchor {
  /** Mean over the mix of the log median, the state's where it is published. */
  readonly here: number;
  readonly nation: number;
  /** Mean over the mix of P10, P25, P75 and P90 less the median, nation. */
  readonly spread: readonly number[];
}

/** The newest official pay of every place. */
export async function loadOfficialPay(store: Store): Promise<OfficialTable> {
  const rows = await store.read(select('official', ['place', 'soc', 'year', 'mean', ...PERCENTILES, 'topCode']));
  const newest = new Map<string, number>();
  for (const { place, year } of rows) newest.set(place, Math.max(newest.get(place) ?? year, year));
  const medians = new Map<string, number>();
  const spreads = new Map<string, readonly number[]>();
  const occupations = new Set<string>();
  for (const row of rows) {
    if (row.year !== newest.get(row.place)) continue;
    const logs = PERCENTILES.map((column) => logOf(row, column));
    const median = logs[2]!;
    if (median === null) continue;
    medians.set(`${row.place} ${row.soc}`, median);
    occupations.add(row.soc);
    const spread = [0, 1, 3, 4].map((at) => (logs[at] ?? median) - median);
    if (row.place === COUNTRY) spreads.set(row.soc, spread);
  }
  return {
    places: [...newest.keys()].sort(),
    occupations: [...occupations].sort(),
    median: (place, soc) => medians.get(`${place} ${soc}`),
    spread: (soc) => spreads.get(soc),
  };
}

type AmountRow = { readonly [C in PercentileColumn | 'mean' | 'topCode']: number | null };

function logOf(row: AmountRow, column: PercentileColumn): number | null {
  const upTo = column === 'p75' || column === 'p90';
  const amount = row[column] ?? (upTo ? (row.topCode ?? row.mean) : (row.mean ?? row.topCode));
  return amount === null || amount <= 0 ? null : Math.log(amount);
}

/** @returns null where too little of the mix has official pay */
export function anchorOf(
  official: OfficialPay,
  occupations: readonly Occupation[],
  state: string | null,
): Anchor | null {
  const spread = [0, 0, 0, 0];
  let here = 0;
  let nation = 0;
  let covered = 0;
  for (const { soc, share } of occupations) {
    const national = official.median(COUNTRY, soc);
    if (national === undefined) continue;
    here += share * ((state === null ? undefined : official.median(state, soc)) ?? national);
    nation += share * national;
    official.spread(soc)?.forEach((value, at) => {
      spread[at]! += share * value;
    });
    covered += share;
  }
  if (covered < ENOUGH_OF_MIX) return null;
  return { here: here / covered, nation: nation / covered, spread: spread.map((value) => value / covered) };
}
