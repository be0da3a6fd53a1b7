/** The words the engine knows, found by a hash of the text itself, without cutting a string out of it. */

/** The hash before any letter. */
export const EMPTY_HASH = 0x811c9dc5 | 0;
/** FNV-1a: `hash = Math.imul(hash ^ unit, HASH_PRIME)` over lower-case UTF-16 units. */
export const HASH_PRIME = 0x01000193;

/** ASCII capitals made small; other units as they are. */
export function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
}

/** Hash of a word in any case. */
export function hashOf(word: string): number {
  let hash = EMPTY_HASH;
  for (let i = 0; i < word.length; i += 1) hash = Math.imul(hash ^ lowerCode(word.charCodeAt(i)), HASH_PRIME);
  return hash;
}

/** Open addressing over FNV-1a; four slots a word, so that a word that is not known costs one look. */
export class Vocabulary {
  private readonly words: string[] = [''];
  private readonly known = new Map<string, number>();
  private hashes = new Int32Array(1 << 13);
  private slots = new Int32Array(1 << 15);

  /** How many words there are, the unknown word 0 included. */
  get size(): number {
    return this.words.length;
  }

  /** Number of a word in lower case, added when it is new. */
  intern(word: string): number {
    const found = this.known.get(word);
    if (found !== undefined) return found;
    const id = this.words.length;
    this.words.push(word);
    this.known.set(word, id);
    if (id >= this.hashes.length) this.grow();
    this.hashes[id] = hashOf(word);
    this.place(id);
    return id;
  }

  /** Number of the word that a stretch of text spells in any case, 0 when it is not known. */
  find(text: string, from: number, to: number, hash: number): number {
    const { slots, hashes } = this;
    const mask = slots.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const id = slots[slot]!;
      if (id === 0) return 0;
      if (hashes[id] === hash && spells(text, from, to, this.words[id]!)) return id;
    }
  }

  private place(id: number): void {
    const hash = this.hashes[id]!;
    const mask = this.slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
    this.slots[slot] = id;
  }

  private grow(): void {
    const hashes = new Int32Array(this.hashes.length * 2);
    hashes.set(this.hashes);
    this.hashes = hashes;
    this.slots = new Int32Array(this.slots.length * 2);
    for (let id = 1; id < this.words.length - 1; id += 1) this.place(id);
  }
}

function spells(text: string, from: number, to: number, word: string): boolean {
  if (word.length !== to - from) return false;
  for (let i = 0; i < word.length; i += 1) {
    if (lowerCode(text.charCodeAt(from + i)) !== word.charCodeAt(i)) return false;
  }
  return true;
}
