import type { Meter } from '../meter.js';
import type { Candidate, Code, LocationIndex } from './location-index.js';
import { Phrases } from './location-phrases.js';
import { type Gap, type LocationToken, widerGap } from './location-tokens.js';
import {
  ALTERNATIVES,
  EVERYWHERE,
  EXCLUSIONS,
  MANY,
  MORE_PLACES,
  NEGATIONS,
  PASSED_OVER,
  REMOTE_WORDS,
  WIDE_AREAS,
} from './location-words.js';

/** A part of a location that says where: a known name, a code, words not known, or an area of several countries. */
export interface LocationItem {
  readonly type: 'name' | 'code' | 'unknown' | 'wide';
  readonly key: string;
  readonly candidates: readonly Candidate[];
  readonly code: Code | null;
  /** The widest gap since the item before. */
  readonly gap: Gap;
  /** Whether words of remote work lead it: `Remote US` at the beginning or after a comma. */
  readonly remote: boolean;
  readonly from: number;
  readonly to: number;
}

export interface LocationItems {
  readonly items: readonly LocationItem[];
  readonly remote: boolean;
  /** Whether the text speaks of more places than it names. */
  readonly more: boolean;
}

/**
 * The items of a location in order. Every word is looked at a bounded number of times.
 *
 * @param most the most items returned
 */
export function locationItems(
  tokens: readonly LocationToken[],
  index: LocationIndex,
  most: number,
  meter?: Meter,
): LocationItems {
  const scan = new Scan(new Phrases(tokens, index, meter));
  while (scan.at < tokens.length && scan.items.length < most) scan.step();
  scan.end();
  return { items: scan.items, remote: scan.remote, more: scan.more };
}

interface Found {
  readonly key: string;
  readonly candidates?: readonly Candidate[];
  readonly code?: Code | null;
}

class Scan {
  at = 0;
  remote = false;
  more = false;
  readonly items: LocationItem[] = [];
  readonly #phrases: Phrases;
  /** Widest gap since the last item. */
  #gap: Gap = 'none';
  #unknown: { words: string[]; gap: Gap; from: number; to: number } | null = null;
  #remoteLed = false;
  #everywhere: { from: number; to: number } | null = null;

  constructor(phrases: Phrases) {
    this.#phrases = phrases;
  }

  step(): void {
    const token = this.#phrases.tokens[this.at] as LocationToken;
    this.#gap = widerGap(this.#gap, token.gap);
    if (widerGap(token.gap, 'space') !== 'space') this.#endUnknown();
    const code = this.#phrases.code(this.at);
    const name = this.#phrases.name(this.at);
    const wide = this.#phrases.longest(this.at, WIDE_AREAS);
    if (name !== null && this.#excluded()) this.at += name.size;
    else if (name !== null && name.size >= wide) this.#add('name', name.size, name);
    else if (wide > 0) this.#wide(wide);
    else if (code !== null) this.#add('code', 1, { key: token.text, code });
    else if (!this.#passOver(token)) this.#extendUnknown(token);
  }

  /** Ends the scan: `Anywhere` is an area of all countries where nothing else is named. */
  end(): void {
    this.#endUnknown();
    if (this.#everywhere === null || this.items.some(({ type }) => type !== 'unknown')) return;
    const { from, to } = this.#everywhere;
    this.items.push({ ...NOTHING, type: 'wide', key: 'anywhere', gap: 'alternative', from, to });
  }

  #endUnknown(): void {
    const unknown = this.#unknown;
    this.#unknown = null;
    if (unknown === null) return;
    const { words, gap, from, to } = unknown;
    this.items.push({ ...NOTHING, type: 'unknown', key: words.join(' '), gap, from, to });
  }

  #add(type: LocationItem['type'], size: number, { key, candidates = [], code = null }: Found): void {
    const gap = this.#unknown === null ? this.#gap : (this.#phrases.tokens[this.at]?.gap ?? 'space');
    this.#endUnknown();
    const first = this.#phrases.tokens[this.at] as LocationToken;
    const last = this.#phrases.tokens[this.at + size - 1] as LocationToken;
    const remote = this.#remoteLed && first.gap !== 'comma';
    this.items.push({ type, key, candidates, code, gap, remote, from: first.from, to: last.to });
    this.at += size;
    this.#gap = 'none';
    this.#remoteLed = false;
  }

  /** Whether the words before say that the place is not meant: `non-US`, `outside of the US`. */
  #excluded(): boolean {
    return [1, 2].some((size) => this.at >= size && EXCLUSIONS.has(this.#phrases.words(this.at - size, size)));
  }

  #wide(size: number): void {
    const key = this.#phrases.words(this.at, size);
    this.remote ||= REMOTE_WORDS.has(key);
    this.#add('wide', size, { key });
  }

  /** Words of working arrangement and of alternatives, and numbers. */
  #passOver(token: LocationToken): boolean {
    if ((MANY.has(token.text) || Number(token.text) > 1) && this.#manyPlaces()) return true;
    if (token.text === 'or' || (ALTERNATIVES.has(token.text) && !token.capitals)) {
      this.#endUnknown();
      this.#gap = 'alternative';
      this.at += 1;
      return true;
    }
    const remote = this.#phrases.longest(this.at, REMOTE_WORDS);
    const size = Math.max(remote, this.#phrases.longest(this.at, PASSED_OVER));
    if (size === 0 && !/^\p{N}+$/u.test(token.text)) return false;
    if (remote > 0) this.#remoteWords(token, remote);
    this.at += Math.max(size, 1);
    return true;
  }

  #manyPlaces(): boolean {
    if (!MORE_PLACES.has(this.#phrases.tokens[this.at + 1]?.text ?? '')) return false;
    this.more = true;
    this.at += 2;
    return true;
  }

  #remoteWords(token: LocationToken, size: number): void {
    this.remote ||= !NEGATIONS.has(this.#phrases.tokens[this.at - 1]?.text ?? '');
    this.#remoteLed = this.items.length === 0 || widerGap(token.gap, 'comma') === token.gap;
    if (!EVERYWHERE.has(this.#phrases.words(this.at, size))) return;
    this.#everywhere = { from: token.from, to: (this.#phrases.tokens[this.at + size - 1] as LocationToken).to };
  }

  #extendUnknown(token: LocationToken): void {
    this.#unknown ??= { words: [], gap: this.#gap, from: token.from, to: token.to };
    this.#gap = 'none';
    this.#unknown.words.push(token.text);
    this.#unknown.to = token.to;
    this.at += 1;
  }
}

const NOTHING = { candidates: [], code: null, remote: false } as const;
