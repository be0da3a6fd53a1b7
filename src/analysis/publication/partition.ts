/**
 * Complementary suppression by blocks of records that no outsider can tell apart.
 *
 * Two records are in one block when they are in the same published cells, of this release and of all before it. Every
 * published figure is then the same whichever way the records of a block are exchanged, so whatever is computed from
 * the figures speaks about whole blocks: differences of nested cells, sums along the hierarchy, any combination. A cell
 * is published only where all blocks it leaves are at or above the thresholds themselves; hence no combination can
 * reach a smaller group. The blocks are the atoms of the field of sets that the published cells generate.
 */
import { type Protection, type Weakness, weaknessOf } from '../../core/publication-rules.js';
import { addAll, type Members, sizeOf, without } from './members.js';

/** Records that are in the same cells of the lattice and were in the same published cells before. */
export interface Bundle {
  readonly members: ReadonlyMap<number, number>;
  /** Number of the block; see {@link NEVER_PUBLISHED}. */
  block: number;
}

/** The block of records that no published cell has ever held. It may be of any size: nothing speaks about it. */
export const NEVER_PUBLISHED = 0;

export type Verdict =
  | { readonly publish: true }
  | { readonly publish: false; readonly reason: Weakness | 'difference-too-small' };

export class Partition {
  readonly #protection: Protection;
  /** Members of every block, records of earlier releases that are gone now included. */
  readonly #blocks: Members[];

  /**
   * @param blocks by number; the first is that of records never published
   */
  constructor(blocks: readonly ReadonlyMap<number, number>[], protection: Protection) {
    this.#blocks = blocks.map((members) => new Map(members));
    this.#protection = protection;
  }

  /** Publishes a cell where that leaves no block too small; its bundles then know their new blocks. */
  admit(cell: readonly Bundle[]): Verdict {
    const parts = partsOf(cell);
    const whole: Members = new Map();
    for (const { members } of parts.values()) addAll(whole, members);
    const weakness = this.#weakness(whole);
    if (weakness !== null) return { publish: false, reason: weakness };
    const splits = [...parts].map(([block, part]) => ({
      block,
      part,
      rest: without(this.#blocks[block]!, part.members),
    }));
    for (const { block, part, rest } of splits) {
      const isNew = block === NEVER_PUBLISHED;
      if (!isNew && rest.size === 0) continue;
      if (this.#weakness(part.members) !== null || (!isNew && this.#weakness(rest) !== null)) {
        return { publish: false, reason: 'difference-too-small' };
      }
    }
    for (const { block, part, rest } of splits) {
      if (block !== NEVER_PUBLISHED && rest.size === 0) continue;
      this.#blocks[block] = rest;
      const fresh = this.#blocks.push(part.members) - 1;
      for (const bundle of part.bundles) bundle.block = fresh;
    }
    return { publish: true };
  }

  #weakness(members: ReadonlyMap<number, number>): Weakness | null {
    return weaknessOf(sizeOf(members), this.#protection);
  }
}

interface Part {
  readonly members: Members;
  readonly bundles: Bundle[];
}

/** What of each block lies in the cell. */
function partsOf(cell: readonly Bundle[]): Map<number, Part> {
  const parts = new Map<number, Part>();
  for (const bundle of cell) {
    let part = parts.get(bundle.block);
    if (part === undefined) {
      part = { members: new Map(), bundles: [] };
      parts.set(bundle.block, part);
    }
    addAll(part.members, bundle.members);
    part.bundles.push(bundle);
  }
  return parts;
}
