/** Position of the occupation a rule gives a title; every rule answers every title. */
export type TitleRule = (key: string) => number;

/** The position with the largest count; of several the lowest. Null when there are none. */
export function modalOf(counts: ReadonlyMap<number, number>): number | null {
  let best: number | null = null;
  let most = 0;
  for (const [position, count] of counts) {
    if (count > most || (count === most && best !== null && position < best)) [best, most] = [position, count];
  }
  return best;
}
