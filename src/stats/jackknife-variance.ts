/**
 * Variance of an estimate by the delete-a-group jackknife, (R - 1) / R * sum (estimate_r - estimate)^2.
 *
 * Source: Kott (2001), Journal of Official Statistics 17(4), 521-526
 * Reference: R survey, as.svrepdesign(type = "JK1", mse = TRUE)
 *
 * @param estimate   from all groups
 * @param replicates from all groups but one, one for each group
 * @returns not negative, in the squared unit of the estimate; 0 when there are no replicates
 * @example jackknifeVariance(2, [1, 2, 3]) // 1.3333
 */
export function jackknifeVariance(estimate: number, replicates: ArrayLike<number>): number {
  const count = replicates.length;
  let squares = 0;
  for (let r = 0; r < count; r++) squares += (replicates[r]! - estimate) ** 2;
  return count === 0 ? 0 : ((count - 1) / count) * squares;
}
