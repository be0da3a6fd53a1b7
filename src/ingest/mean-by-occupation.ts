/** Averages a measure over the codes that one published occupation stands for. */
import { rounded } from './fields.js';

const DECIMALS = 6;

/**
 * Mean by occupation, each code with equal weight, in order of first appearance.
 *
 * @example meanByOccupation([{ soc: '31-1120', value: 0.2 }, { soc: '31-1120', value: 0.4 }]) // [{ soc: '31-1120', value: 0.3 }]
 */
export function meanByOccupation(
  values: readonly { readonly soc: string; readonly value: number }[],
): { soc: string; value: number }[] {
  const members = new Map<string, number[]>();
  for (const { soc, value } of values) members.set(soc, [...(members.get(soc) ?? []), value]);
  return [...members].map(([soc, all]) => ({
    soc,
    value: rounded(all.reduce((sum, value) => sum + value, 0) / all.length, DECIMALS),
  }));
}
