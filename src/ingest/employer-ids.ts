/** One integer per employer, the same in every source of a market. */
import { createHash } from 'node:crypto';
import { DomainError } from '../core/errors.js';

/**
 * Ids 1..N in the order of the SHA-256 of the keys, so that an id tells nothing about a name's place in the
 * alphabet. Ids hold within one market: another set of employers gives other ids.
 */
export class EmployerIds {
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
