import { requireSameLength, requireWeights } from './preconditions.js';

/**
 * Kish's effective sample size, (sum w)^2 / sum w^2.
 *
 * Estimand: the number of equally weighted units that would give a mean the same variance.
 * Source: Kish (1965), Survey Sampling, section 11.7
 * Reference: test/reference/scipy.json (`kish`)
 *
 * @param weights not negative, at least one positive; any scale
 * @returns a number in [1, weights.length]
 * @throws {DomainError} INVALID_WEIGHT
 * @example kishEffectiveSize([1, 1, 2]) // 2.6667
 */
export function kishEffectiveSize(weights: readonly number[]): number {
  const total = requireWeights(weights);
  let squares = 0;
  for (const weight of weights) squares += weight * weight;
  return (total * total) / squares;
}

/**
 * Total weight of each group, in order of first appearance.
 *
 * @param weights weight of each observation
 * @param groups  key of each observation's group, the employer as a rule
 * @throws {DomainError} LENGTH_MISMATCH
 * @example [...groupWeightTotals([1, 2, 3], ['a', 'b', 'a'])] // [['a', 4], ['b', 2]]
 */
export function groupWeightTotals<Key>(weights: readonly number[], groups: readonly Key[]): Map<Key, number> {
  requireSameLength(weights, groups);
  const totals = new Map<Key, number>();
  for (let i = 0; i < weights.length; i++) totals.set(groups[i]!, (totals.get(groups[i]!) ?? 0) + weights[i]!);
  return totals;
}

/**
 * Effective number of employers: Kish's size of the employers' weight totals.
 *
 * One employer with all the weight counts 1, k employers of equal weight count k.
 *
 * @param weights   weight of each observation
 * @param employers key of each observation's employer
 * @throws {DomainError} INVALID_WEIGHT | LENGTH_MISMATCH
 * @example effectiveEmployers([1, 1, 1, 1], ['a', 'a', 'a', 'b']) // 1.6
 */
export function effectiveEmployers(weights: readonly number[], employers: readonly (string | number)[]): number {
  return kishEffectiveSize([...groupWeightTotals(weights, employers).values()]);
}

/**
 * Largest share of the weight that one group holds.
 *
 * @returns fraction in (0, 1]
 * @throws {DomainError} INVALID_WEIGHT | LENGTH_MISMATCH
 * @example dominantShare([1, 1, 1, 1], ['a', 'a', 'a', 'b']) // 0.75
 */
export function dominantShare(weights: readonly number[], groups: readonly (string | number)[]): number {
  let largest = 0;
  for (const weight of groupWeightTotals(weights, groups).values()) if (weight > largest) largest = weight;
  return largest / requireWeights(weights);
}
