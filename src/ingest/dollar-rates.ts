/** US dollars of amounts in other currencies, good enough to tell a wrong unit from a year's pay. */
import type { DraftRow } from './connector.js';

export class DollarRates {
  readonly #perUsd: ReadonlyMap<string, number>;

  /** @param rates rows of the table `exchangeRates`; the newest of each currency counts */
  constructor(rates: readonly Pick<DraftRow<'exchangeRates'>, 'currency' | 'month' | 'perUsd'>[]) {
    const newest = new Map<string, (typeof rates)[number]>();
    for (const rate of rates) {
      const known = newest.get(rate.currency);
      if (known === undefined || rate.month > known.month) newest.set(rate.currency, rate);
    }
    this.#perUsd = new Map([['USD', 1], ...[...newest].map(([currency, { perUsd }]) => [currency, perUsd] as const)]);
  }

  /** Dollars, or null for a currency without a rate. */
  toUsd(amount: number, currency: string): number | null {
    const rate = this.#perUsd.get(currency);
    return rate === undefined ? null : amount / rate;
  }
}
