/** What a simulation measured of an estimator, with its Monte Carlo error and the limits it is held to. */
import type { Rng } from '../../src/core/ports.js';
import { normalQuantile, seededRng } from '../../src/stats/index.js';

export type Suite =
  | 'shrinkage'
  | 'between-cell variance'
  | 'pooled growth'
  | 'damped trend'
  | 'top-coded pay'
  | 'difference of two estimates';

export interface Measured {
  readonly suite: Suite;
  readonly scenario: string;
  /** What `value` is; a coverage is a fraction, a bias is in percent of the truth. */
  readonly measure: string;
  readonly value: number;
  /** Monte Carlo standard error of the value. */
  readonly standardError: number;
  readonly replications: number;
  /** Smallest and largest acceptable value; null where it is only reported. */
  readonly low: number | null;
  readonly high: number | null;
  /** null without limits. */
  readonly met: boolean | null;
}

export interface Limits {
  readonly low?: number;
  readonly high?: number;
}

/** Running mean and variance of one value a replication. */
export class Tally {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    const before = value - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (value - this.#mean);
  }

  measured(what: Pick<Measured, 'suite' | 'scenario' | 'measure'>, { low, high }: Limits = {}): Measured {
    const value = rounded(this.#mean);
    const bounded = low !== undefined || high !== undefined;
    return {
      ...what,
      value,
      standardError: rounded(Math.sqrt(this.#squares / Math.max(1, this.#count - 1) / this.#count)),
      replications: this.#count,
      low: low ?? null,
      high: high ?? null,
      met: bounded ? value >= (low ?? -Infinity) && value <= (high ?? Infinity) : null,
    };
  }
}

/** Random numbers that depend on the scenario's name alone. */
export function scenarioRng(name: string): Rng {
  let seed = 11;
  for (const character of name) seed = (Math.imul(seed, 31) + character.charCodeAt(0)) | 0;
  return seededRng(seed);
}

export function normalDraw(rng: Rng): number {
  return normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, rng())));
}

function rounded(value: number): number {
  return Number(value.toFixed(4));
}
