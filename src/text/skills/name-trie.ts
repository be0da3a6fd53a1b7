/** Sequences of words and what they stand for. */
import { isWideLetter, LOWER } from './characters.js';
import { JOIN, joinOf } from './gaps.js';
import type { Words } from './scan-words.js';
import type { Vocabulary } from './vocabulary.js';

/** A name in words as the scanner cuts it. */
export interface NameWords {
  /** The words in the letters of the name. */
  readonly written: readonly string[];
  /** How each word hangs on the one before it; absent words and an empty list mean a space. */
  readonly joins: readonly number[];
}

const JOINS: Readonly<Record<string, number>> = {
  '.': JOIN.dot,
  '/': JOIN.slash,
  '&': JOIN.ampersand,
  "'": JOIN.apostrophe,
  ',': JOIN.comma,
  ' - ': JOIN.dash,
};

/** Words and single spaces alone: most names. */
const PLAIN_NAME = /^[A-Za-z0-9 ]+$/;
const NO_JOINS: readonly number[] = [];

/** `Node.js` in words as the scanner cuts it: `Node`, then `js` joined by a dot. */
export function wordsOfName(name: string): NameWords {
  if (PLAIN_NAME.test(name)) return { written: name.split(' '), joins: NO_JOINS };
  const written: string[] = [];
  const joins: number[] = [];
  let between = '';
  for (let i = 0; i < name.length; ) {
    const from = i;
    if (name[i] === '.' && isWordAt(name, i + 1) && !isWordAt(name, i - 1) && name[i - 1] !== '#') i += 1;
    while (isWordAt(name, i)) i += 1;
    if (i > from && isWordAt(name, i - 1)) {
      while (name[i] === '+' || name[i] === '#') i += 1;
      written.push(name.slice(from, i));
      joins.push(JOINS[between] ?? JOINS[between.trim()] ?? JOIN.space);
      between = '';
    } else {
      between += name[from]!;
      i = from + 1;
    }
  }
  return { written, joins };
}

function isWordAt(name: string, at: number): boolean {
  if (at < 0 || at >= name.length) return false;
  const code = name.charCodeAt(at);
  return code < 128 ? LOWER[code] !== 0 : isWideLetter(code);
}

/**
 * A trie over word numbers. With `joined`, `a/b` and `a b` are different sequences; without it, whatever stands
 * between two words is passed over.
 */
export class NameTrie<Value> {
  private first = new Int32Array(1 << 13);
  private readonly values: (Value[] | undefined)[] = [undefined];
  /** Open addressing: three numbers a slot, the node, its word with the join, and the node they lead to. */
  private edges = new Int32Array(3 << 12);
  private edgeCount = 0;

  constructor(private readonly joined: boolean) {}

  add({ written, joins }: NameWords, value: Value, vocabulary: Vocabulary): void {
    let node = 0;
    for (let at = 0; at < written.length; at += 1) {
      const id = vocabulary.intern(written[at]!.toLowerCase());
      const step = id * 8 + (this.joined && at > 0 ? (joins[at] ?? JOIN.space) : 0);
      if (id >= this.first.length) this.seal(id * 2);
      let next = node === 0 ? this.first[id]! : this.edge(node, step);
      if (next === 0) {
        next = this.values.length;
        this.values.push(undefined);
        if (node === 0) this.first[id] = next;
        else this.addEdge(node, step, next);
      }
      node = next;
    }
    if (node === 0) return;
    const values = this.values[node];
    if (values === undefined) this.values[node] = [value];
    else values.push(value);
  }

  /** Makes room for the words numbered below `size`. */
  seal(size: number): void {
    if (size <= this.first.length) return;
    const first = new Int32Array(size);
    first.set(this.first);
    this.first = first;
  }

  /** Node of a first word, 0 when no sequence begins with it. */
  begin(word: number): number {
    return this.first[word]!;
  }

  /** Node one word further, 0 when no sequence goes on so. */
  next(node: number, words: Words, at: number): number {
    const word = words.word(at);
    if (word === 0) return 0;
    const join = this.joined ? joinOf(words.gap(at)) : 0;
    return join === JOIN.none ? 0 : this.edge(node, word * 8 + join);
  }

  valuesAt(node: number): readonly Value[] | undefined {
    return this.values[node];
  }

  private edge(node: number, step: number): number {
    const { edges } = this;
    const slots = edges.length / 3;
    for (let slot = slotOf(node, step, slots); ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const to = edges[slot * 3 + 2]!;
      if (to === 0 || (edges[slot * 3] === node && edges[slot * 3 + 1] === step)) return to;
    }
  }

  private addEdge(node: number, step: number, to: number): void {
    this.edgeCount += 1;
    if (this.edgeCount * 6 > this.edges.length) {
      const old = this.edges;
      this.edges = new Int32Array(old.length * 2);
      for (let i = 0; i < old.length; i += 3) if (old[i + 2] !== 0) this.place(old[i]!, old[i + 1]!, old[i + 2]!);
    }
    this.place(node, step, to);
  }

  private place(node: number, step: number, to: number): void {
    const slots = this.edges.length / 3;
    let slot = slotOf(node, step, slots);
    while (this.edges[slot * 3 + 2] !== 0) slot = slot + 1 === slots ? 0 : slot + 1;
    this.edges[slot * 3] = node;
    this.edges[slot * 3 + 1] = step;
    this.edges[slot * 3 + 2] = to;
  }
}

/** Slot of an edge; `slots` is a power of two. */
function slotOf(node: number, step: number, slots: number): number {
  const hash = Math.imul(node, 0x9e3779b1 | 0) ^ Math.imul(step, 0x85ebca6b | 0);
  return (hash ^ (hash >>> 15)) & (slots - 1);
}
