/** One integer per employer, the same in every source of a market. */
import { createHash } from 'node:crypto';
import { DomainError } from '../core/errors.js';

/** Gives employers their ids. */
export interface EmployerNumbering {
  idOf(key: string): number;
}

/**
 * Ids 1..N in the order of the SHA-256 of the keys, so that an id tells nothing about a name's place in the
 * alphabet. Ids hold within one market: another set of employers gives other ids.
 */
export class EmployerIds implements EmployerNumbering {
  readonly #ids: ReadonlyMap<string, number>;

  /** @param keys employer keys, with or without repetition */
  constructor(keys: Iterable<string>) {
    const hashed = [...new Set(keys)].map((key) => ({ key, hash: createHash('sha256').update(key).digest('hex') }));
    hashed.sort((a, b) => (a.hash < b.hash ? -1 : 1));
    this.#ids = new Map(hashed.map(({ key }, index) => [key, index + 1]));
  }

  idOf(key: string): number {
    const id = this.#ids.get(key);
    if (id === undefined) throw new DomainError('UNKNOWN_EMPLOYER', 'An employer key was not registered.');
    return id;
  }
}

/**
 * Ids for a market of which only some sources are read anew: known employers keep theirs, all others follow the
 * largest id in use, in the order of the SHA-256 of their keys.
 *
 * An employer whose name no table of the market states (a filer, say) is not known: when its source is read anew it
 * gets a new id, and counts apart from rows of sources that were not.
 */
export class ContinuedEmployerIds implements EmployerNumbering {
  readonly #known: ReadonlyMap<string, number>;
  readonly #fresh: EmployerIds;
  readonly #largest: number;

  /**
   * @param keys employer keys of the sources read anew
   * @param known ids of the employers that the market names
   * @param largest largest id in the market, 0 when there is none
   */
  constructor(keys: Iterable<string>, known: ReadonlyMap<string, number>, largest: number) {
    this.#known = known;
    this.#largest = largest;
    this.#fresh = new EmployerIds([...keys].filter((key) => !known.has(key)));
  }

  idOf(key: string): number {
    return this.#known.get(key) ?? this.#largest + this.#fresh.idOf(key);
  }
}
