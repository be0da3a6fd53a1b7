/** Counts in how many titles each feature stands, and whether more than one employer uses it. */
const EMPTY = -1;
const MANY = -2;

/** In order of their hashes. */
export interface KeptFeatures {
  readonly hashes: Uint32Array;
  readonly kinds: Uint8Array;
  /** How many titles hold each. */
  readonly titles: Uint32Array;
}

/** Open addressing in flat arrays: millions of features are counted in seconds. */
export class FeatureUses {
  #hashes = new Uint32Array(1 << 16);
  #titles = new Uint32Array(1 << 16);
  #lastTitle = new Int32Array(1 << 16).fill(EMPTY);
  /** The one employer of the titles so far, `EMPTY`, or `MANY`. */
  #employer = new Int32Array(1 << 16).fill(EMPTY);
  #kind = new Uint8Array(1 << 16);
  #size = 0;

  /**
   * @param kind     of the feature
   * @param title    number of the title; titles come in ascending order
   * @param employer number of the title's only employer, or null when several use it or a published list holds it
   */
  count(hash: number, kind: number, title: number, employer: number | null): void {
    if (this.#size * 2 > this.#hashes.length) this.#grow();
    const slot = this.#slotOf(hash);
    if (this.#titles[slot] === 0) {
      this.#hashes[slot] = hash;
      this.#kind[slot] = kind;
      this.#size += 1;
    }
    if (this.#lastTitle[slot] === title) return;
    this.#lastTitle[slot] = title;
    this.#titles[slot]! += 1;
    const before = this.#employer[slot]!;
    if (employer === null || (before !== EMPTY && before !== employer)) this.#employer[slot] = MANY;
    else if (before === EMPTY) this.#employer[slot] = employer;
  }

  /**
   * Features that are no single employer's.
   *
   * @param fewestTitles fewest titles that must hold a feature, by its kind
   */
  kept(fewestTitles: readonly number[]): KeptFeatures {
    const slots = Uint32Array.from(this.#hashes.keys())
      .filter((slot) => this.#employer[slot] === MANY && this.#titles[slot]! >= fewestTitles[this.#kind[slot]!]!)
      .sort((a, b) => this.#hashes[a]! - this.#hashes[b]!);
    return {
      hashes: slots.map((slot) => this.#hashes[slot]!),
      kinds: Uint8Array.from(slots, (slot) => this.#kind[slot]!),
      titles: slots.map((slot) => this.#titles[slot]!),
    };
  }

  #slotOf(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = hash & mask;
    while (this.#titles[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const [hashes, titles, lastTitle, employer] = [this.#hashes, this.#titles, this.#lastTitle, this.#employer];
    const kind = this.#kind;
    const length = hashes.length * 2;
    this.#hashes = new Uint32Array(length);
    this.#titles = new Uint32Array(length);
    this.#lastTitle = new Int32Array(length).fill(EMPTY);
    this.#employer = new Int32Array(length).fill(EMPTY);
    this.#kind = new Uint8Array(length);
    for (let old = 0; old < hashes.length; old += 1) {
      if (titles[old] === 0) continue;
      const slot = this.#slotOf(hashes[old]!);
      this.#hashes[slot] = hashes[old]!;
      this.#titles[slot] = titles[old]!;
      this.#lastTitle[slot] = lastTitle[old]!;
      this.#employer[slot] = employer[old]!;
      this.#kind[slot] = kind[old]!;
    }
  }
}
