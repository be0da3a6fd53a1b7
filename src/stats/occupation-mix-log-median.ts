/**
 * Typical log pay of a mix of occupations: the share-weighted mean of the occupations' log medians.
 *
 * Estimand: the geometric middle of published medians, a covariate of pay models; not the median of the pooled
 * employees, which lies elsewhere where occupations differ in spread.
 * Assumes: shares of occupations without a figure are spread over the others in proportion.
 *
 * @param shares    occupations of the mix, shares as fractions in (0, 1]
 * @param medianOf  yearly median of an occupation, > 0, or null where none is published
 * @returns log of currency units a year; null where occupations of less than half of the mix have a figure
 * @example occupationMixLogMedian([{ soc: '15-1252', share: 1 }], () => Math.E) // 1
 */
export function occupationMixLogMedian(
  shares: readonly { readonly soc: string; readonly share: number }[],
  medianOf: (soc: string) => number | null,
): number | null {
  let [total, covered, sum] = [0, 0, 0];
  for (const { soc, share } of shares) {
    total += share;
    const median = medianOf(soc);
    if (median === null || !(median > 0)) continue;
    covered += share;
    sum += share * Math.log(median);
  }
  return covered === 0 || covered < total / 2 ? null : sum / covered;
}
