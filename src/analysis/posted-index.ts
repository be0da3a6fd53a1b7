/** Yearly changes of advertised pay in our own rows, as they were fitted while the market was built (see models/posted-index). */
import type { FittedValue } from './level-ratios.js';

export interface PostedChange {
  readonly year: number;
  /** Log change from the year before at constant role, level, place, source and employer. */
  readonly change: number;
  readonly sd: number;
  /** Offers of the year. */
  readonly n: number;
}

const NAME = /^posted-index\.change\.(\d{4})$/;

/** Reads the changes among the parameters of a market, oldest first; none in markets built before they were fitted. */
export function readPostedChanges(parameters: readonly FittedValue[]): readonly PostedChange[] {
  const values = new Map(parameters.map(({ name, value }) => [name, value]));
  const changes = parameters.flatMap(({ name, value: change, n }) => {
    const year = NAME.exec(name)?.[1];
    const sd = values.get(`${name}.sd`);
    return year === undefined || sd === undefined ? [] : [{ year: Number(year), change, sd, n }];
  });
  return changes.sort((a, b) => a.year - b.year);
}
