/** Records of a group, counted by employer. */
import { employerWeight, type GroupSize } from '../../core/publication-rules.js';

/** Records by employer. */
export type Members = Map<number, number>;

/** Adds a number of records of an employer; a negative number takes them away. */
export function addMembers(members: Members, employer: number, count: number): void {
  const sum = (members.get(employer) ?? 0) + count;
  if (sum === 0) members.delete(employer);
  else members.set(employer, sum);
}

export function addAll(members: Members, others: ReadonlyMap<number, number>): void {
  for (const [employer, count] of others) addMembers(members, employer, count);
}

/** What is left of a group without a part of it. */
export function without(members: ReadonlyMap<number, number>, part: ReadonlyMap<number, number>): Members {
  const rest = new Map(members);
  for (const [employer, count] of part) addMembers(rest, employer, -count);
  return rest;
}

export function sizeOf(members: ReadonlyMap<number, number>): GroupSize {
  let [records, weight, heaviest] = [0, 0, 0];
  for (const count of members.values()) {
    const own = employerWeight(count);
    records += count;
    weight += own;
    if (own > heaviest) heaviest = own;
  }
  return { records, employers: members.size, largestShare: weight === 0 ? 0 : heaviest / weight };
}
