export interface PhraseHit {
  readonly phrase: string;
  /** First token, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

interface Node {
  readonly next: Map<string, Node>;
  /** The phrase that ends here. */
  phrase: string | null;
}

/**
 * Finds any of a set of phrases in a row of tokens: at most `tokens x longest phrase` look-ups, whatever the
 * number of phrases.
 */
export class PhraseSet {
  private readonly root: Node = { next: new Map(), phrase: null };

  constructor(phrases: Iterable<string>) {
    for (const phrase of phrases) {
      let node = this.root;
      for (const word of phrase.split(' ')) {
        const next = node.next.get(word) ?? { next: new Map<string, Node>(), phrase: null };
        node.next.set(word, next);
        node = next;
      }
      node.phrase = phrase;
    }
  }

  /** Whether some phrase begins with this word. */
  begins(word: string): boolean {
    return this.root.next.has(word);
  }

  /** Every occurrence, leftmost first and the longer before the shorter. */
  find(words: readonly string[]): PhraseHit[] {
    const hits: PhraseHit[] = [];
    for (let from = 0; from < words.length; from += 1) {
      let node = this.root.next.get(words[from] as string);
      const first = hits.length;
      for (let to = from + 1; node !== undefined; to += 1) {
        if (node.phrase !== null) hits.splice(first, 0, { phrase: node.phrase, from, to });
        node = to < words.length ? node.next.get(words[to] as string) : undefined;
      }
    }
    return hits;
  }

  /** Which tokens lie inside an occurrence. */
  mask(words: readonly string[]): boolean[] {
    const mask = new Array<boolean>(words.length).fill(false);
    for (const { from, to } of this.find(words)) mask.fill(true, from, to);
    return mask;
  }
}
