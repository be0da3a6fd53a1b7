/**
 * Where each unit of a folded text stood in the original. Only the places are kept where the two stop running side by
 * side: a text in which every unit became one unit needs no entry.
 * Entries are added in rising order; a later one for the same unit replaces the earlier.
 */
export class OffsetMap {
  /** Folded offset, original offset and original length of a unit, three numbers an entry, by folded offset. */
  private readonly entries: number[] = [];
  private nextFolded = 0;
  private nextOriginal = 0;

  /** Records that the folded unit at `folded` stands for `width` original units from `original` on. */
  add(folded: number, original: number, width: number): void {
    if (width === 1 && original - folded === this.nextOriginal - this.nextFolded) return;
    const last = this.entries.length - 3;
    if (last >= 0 && this.entries[last] === folded) this.entries.length = last;
    this.entries.push(folded, original, width);
    this.nextFolded = folded + 1;
    this.nextOriginal = original + width;
  }

  /** Original offset at which a folded unit begins. */
  start(folded: number): number {
    const at = this.lastEntry(folded);
    if (at < 0) return folded;
    const distance = folded - (this.entries[at] as number);
    const original = this.entries[at + 1] as number;
    return distance === 0 ? original : original + (this.entries[at + 2] as number) + distance - 1;
  }

  /** Original offset after the unit before a folded end. */
  end(folded: number): number {
    const last = folded - 1;
    const at = this.lastEntry(last);
    const width = at >= 0 && this.entries[at] === last ? (this.entries[at + 2] as number) : 1;
    return this.start(last) + width;
  }

  private lastEntry(folded: number): number {
    let low = 0;
    let high = this.entries.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.entries[middle * 3] as number) <= folded) low = middle + 1;
      else high = middle;
    }
    return (low - 1) * 3;
  }
}
