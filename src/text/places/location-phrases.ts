import type { Meter } from '../meter.js';
import type { Candidate, Code, LocationIndex } from './location-index.js';
import type { Gap, LocationToken } from './location-tokens.js';
import { NAME_BEGINNINGS, NAME_ENDINGS, REGION_NAME_BEGINNINGS } from './location-words.js';

/** The most words of a name that are looked up together. */
const LONGEST_NAME = 6;
/** Short names of countries that are read in lower case too. */
const SHORT_NAMES: ReadonlySet<string> = new Set(['us', 'uk', 'usa', 'uae', 'drc']);
/** Abbreviations that are far more often something other than a country. */
const NEVER_CODES: ReadonlySet<string> = new Set('et tv hr ai ml qa pm fm io cc vp as'.split(' '));
/** Codes that are also words: read as codes only where no word follows. */
const WORD_CODES: ReadonlySet<string> = new Set(
  'in or me de la no to be so my is it at am do by id al el es hi oh ok as'.split(' '),
);
/** `2nd FL` is a floor. */
const ORDINAL = /^\p{N}+(?:st|nd|rd|th)$/u;
const OTHER_FORMS: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['ft', 'fort'],
  ['mt', 'mount'],
]);

/** The most words of the phrases of a set, by their first word; worked out once for each set. */
const known = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, number>>();

function longestByFirstWord(phrases: ReadonlySet<string>): ReadonlyMap<string, number> {
  const before = known.get(phrases);
  if (before !== undefined) return before;
  const longest = new Map<string, number>();
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    const first = words[0] as string;
    longest.set(first, Math.max(words.length, longest.get(first) ?? 0));
  }
  known.set(phrases, longest);
  return longest;
}

export interface NameMatch {
  readonly key: string;
  readonly size: number;
  readonly candidates: readonly Candidate[];
}

/** Words from a position on, looked up as the names, codes and phrases of a location. */
export class Phrases {
  constructor(
    readonly tokens: readonly LocationToken[],
    readonly index: LocationIndex,
    readonly meter?: Meter,
  ) {}

  /** The most words from `at` on that together are a phrase of the set; 0 when none are. */
  longest(at: number, phrases: ReadonlySet<string>): number {
    const most = longestByFirstWord(phrases).get(this.tokens[at]?.text ?? '') ?? 0;
    for (let size = this.#reach(at, most, false); size > 0; size -= 1)
      if (phrases.has(this.words(at, size))) return size;
    return 0;
  }

  words(at: number, size: number): string {
    if (this.meter !== undefined) this.meter.steps += size;
    let spelled = this.tokens[at]?.text ?? '';
    for (let next = at + 1; next < at + size; next += 1) spelled += ` ${this.tokens[next]?.text ?? ''}`;
    return spelled;
  }

  /** The longest known name at a position, unless the words around it show that the name is another. */
  name(at: number): NameMatch | null {
    const text = this.tokens[at]?.text ?? '';
    const other = OTHER_FORMS.get(text);
    const most = Math.max(this.index.longest.get(text) ?? 0, this.index.longest.get(other ?? text) ?? 0);
    for (let size = this.#reach(at, Math.min(most, LONGEST_NAME), true); size > 0; size -= 1) {
      const spelled = this.words(at, size);
      for (const key of other === undefined ? [spelled] : [spelled, other + spelled.slice(text.length)]) {
        const found = this.index.byKey.get(key) ?? [];
        const candidates = found.filter((candidate) => this.#stands(at, size, candidate));
        if (candidates.length > 0) return { key, size, candidates };
      }
    }
    return null;
  }

  /** What a code at a position can mean; null when the word is none. */
  code(at: number): Code | null {
    const { text, capitals, gap } = this.tokens[at] as LocationToken;
    const code = this.index.codes.get(text);
    if (code === undefined || NEVER_CODES.has(text)) return null;
    const next = this.tokens[at + 1];
    const closed = next === undefined || next.gap !== 'space' || /^\p{N}/u.test(next.text);
    if (text === 'fl' && ORDINAL.test(this.tokens[at - 1]?.text ?? '')) return null;
    if (WORD_CODES.has(text)) return capitals && closed && (gap !== 'space' || next?.gap !== 'comma') ? code : null;
    return capitals || (gap === 'comma' && closed) ? code : null;
  }

  /** How many words from `at` on may form one phrase. */
  #reach(at: number, most: number, slashes: boolean): number {
    let size = Math.min(most, 1);
    while (size > 0 && size < most && this.#continues(at + size, slashes)) size += 1;
    return size;
  }

  #continues(at: number, slashes: boolean): boolean {
    const gap: Gap | undefined = this.tokens[at]?.gap;
    if (gap !== 'alternative') return gap === 'none' || gap === 'space' || gap === 'dash';
    return slashes && [at - 1, at].every((near) => (this.tokens[near]?.text.length ?? 0) > 2);
  }

  #stands(at: number, size: number, { kind, within }: Candidate): boolean {
    const { text, capitals } = this.tokens[at] as LocationToken;
    const before = this.tokens[at - 1];
    const after = this.tokens[at + size];
    if (size === 1 && kind === 'country' && !within && text.length < 4 && /^[a-z]+$/.test(text)) {
      if (!capitals && !SHORT_NAMES.has(text)) return false;
    }
    const beginnings = kind === 'metro' || within ? NAME_BEGINNINGS : REGION_NAME_BEGINNINGS;
    if (before !== undefined && this.tokens[at]?.gap === 'space' && beginnings.has(before.text)) return false;
    if (after === undefined || after.gap !== 'space' || size > 2) return true;
    if (after.text === 'city') return false;
    return !NAME_ENDINGS.has(after.text) || this.#beginsName(at + size);
  }

  /** Whether a name of two words or more begins at a position: `Bay Area` in `California Bay Area`. */
  #beginsName(at: number): boolean {
    const reach = this.#reach(at, LONGEST_NAME, true);
    for (let size = 2; size <= reach; size += 1) if (this.index.byKey.has(this.words(at, size))) return true;
    return false;
  }
}
