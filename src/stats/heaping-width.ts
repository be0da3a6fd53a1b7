/** Round amounts at which stated pay heaps, largest first, in units of annual pay. */
export const HEAPING_UNITS: readonly number[] = [5000, 1000, 500];

/**
 * Heaping width of a stated amount: the largest of 5,000, 1,000 and 500 that divides it, else 0.
 *
 * A stated 150,000 stands for pay anywhere in [147,500, 152,500): people and employers round.
 *
 * @param value annual pay in whole currency units
 * @returns 5000, 1000, 500 or 0, in the unit of `value`
 * @example heapingWidth(152_000) // 1000
 */
export function heapingWidth(value: number): number {
  if (value === 0) return 0;
  return HEAPING_UNITS.find((unit) => value % unit === 0) ?? 0;
}

/**
 * The interval a stated amount stands for, [value - h/2, value + h/2).
 *
 * @returns lower and upper end; equal when the amount is not heaped
 * @example heapingInterval(150_000) // [147500, 152500]
 */
export function heapingInterval(value: number): readonly [number, number] {
  const half = heapingWidth(value) / 2;
  return [value - half, value + half];
}
