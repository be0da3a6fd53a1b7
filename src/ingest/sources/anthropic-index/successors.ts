/** Codes of O*NET-SOC 2010 to published occupations. */
import type { DraftRow } from '../../connector.js';

export interface Successor {
  readonly soc: string;
  /** Share of the old code that goes to this occupation; those of one code sum to 1. */
  readonly weight: number;
}

/**
 * @param crosswalk rows of the table `crosswalk`
 * @returns successors of an eight-digit code: of its speciality where that is listed, else of its six digits; empty
 * where neither is
 */
export function successorsIn(crosswalk: readonly DraftRow<'crosswalk'>[]): (code: string) => readonly Successor[] {
  const byCode = new Map<string, Successor[]>();
  for (const { fromTaxonomy, fromCode, toCode, weight } of crosswalk) {
    if (fromTaxonomy !== 'SOC 2010' && fromTaxonomy !== 'O*NET-SOC 2010') continue;
    const key = `${fromTaxonomy} ${fromCode}`;
    byCode.set(key, [...(byCode.get(key) ?? []), { soc: toCode, weight }]);
  }
  return (code) => byCode.get(`O*NET-SOC 2010 ${code}`) ?? byCode.get(`SOC 2010 ${code.slice(0, 7)}`) ?? [];
}
