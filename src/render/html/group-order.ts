/** How index pages are divided. */

/** Titles of no official group. */
export const OTHER_GROUP = 'Other roles';

/** Groups by name, those of no official group last. */
export function byGroupName(a: string, b: string): number {
  if (a === OTHER_GROUP || b === OTHER_GROUP) return Number(a === OTHER_GROUP) - Number(b === OTHER_GROUP);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** In alphabetical order, whatever the case. */
export function byName(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Items by a name, in the order of their first appearance. */
export function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): [name: string, items: T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return [...groups];
}
