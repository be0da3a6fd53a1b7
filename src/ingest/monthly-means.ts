/** Daily figures to means of months. */
import type { DraftRow } from './connector.js';
import { rounded } from './fields.js';

/** Adds days up; a month's `n` is how many of its days have a figure, so an unfinished month shows. */
export class MonthlyMeans {
  readonly #months = new Map<string, Map<string, { sum: number; days: number }>>();

  /** @param day `YYYY-MM-DD` */
  add(series: string, day: string, value: number): void {
    const months = this.#months.get(series) ?? new Map<string, { sum: number; days: number }>();
    this.#months.set(series, months);
    const month = `${day.slice(0, 7)}-01`;
    const known = months.get(month);
    if (known === undefined) months.set(month, { sum: value, days: 1 });
    else {
      known.sum += value;
      known.days += 1;
    }
  }

  /** @param decimals of the means */
  rows(decimals: number): DraftRow<'series'>[] {
    return [...this.#months].flatMap(([series, months]) =>
      [...months].map(([month, { sum, days }]) => ({ series, month, value: rounded(sum / days, decimals), n: days })),
    );
  }
}
