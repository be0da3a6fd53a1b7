export interface PhraseHit {
  readonly phrase: string;
  /** First token, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * Finds any of a set of phrases in a row of tokens: at most `tokens x longest phrase` look-ups, whatever the
 * number of phrases.
 */
export class PhraseSet {
  private readonly phrases: ReadonlySet<string>;
  /** Length in words of the longest phrase that begins with each word. */
  private readonly longestFrom: ReadonlyMap<string, number>;

  constructor(phrases: Iterable<string>) {
    this.phrases = new Set(phrases);
    const longestFrom = new Map<string, number>();
    for (const phrase of this.phrases) {
      const words = phrase.split(' ');
      const first = words[0] as string;
      longestFrom.set(first, Math.max(longestFrom.get(first) ?? 0, words.length));
    }
    this.longestFrom = longestFrom;
  }

  /** Every occurrence, leftmost first and the longer before the shorter. */
  find(words: readonly string[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    for (let from = 0; from < words.length; from += 1) {
      const longest = this.longestFrom.get(words[from] as string) ?? 0;
      for (let to = Math.min(words.length, from + longest); to > from; to -= 1) {
        const phrase = words.slice(from, to).join(' ');
        if (this.phrases.has(phrase)) hits.push({ phrase, from, to });
      }
    }
    return hits;
  }

  /** Which tokens lie inside an occurrence. */
  mask(words: readonly string[]): boolean[] {
    const mask = words.map(() => false);
    for (const { from, to } of this.find(words)) mask.fill(true, from, to);
    return mask;
  }
}
