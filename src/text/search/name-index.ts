/** All names of titles and places, and how well each fits the words typed. */
import type { SearchEntry } from './search-entry.js';
import { searchWords } from './search-words.js';
import { type Effort, MISTAKE, WordIndex } from './word-index.js';

interface KnownName {
  readonly entry: SearchEntry;
  readonly key: string;
  readonly words: number;
  /** What the name costs whatever is typed: its rank, less its weight, more where it is not the name shown. */
  readonly cost: number;
}

/** `exact`: the whole name; `begun`: every word typed begins one of its words; `mistaken`: with errors of typing. */
export type Fit = 'exact' | 'begun' | 'mistaken';

export interface Match {
  readonly entry: SearchEntry;
  readonly fit: Fit;
  /** Lower fits better; comparable over fits. */
  readonly score: number;
  /** The spelling found, in the form of `searchWords`. */
  readonly spelling: string;
}

/** What a fit costs; larger than anything that tells names of one fit apart. */
export const FIT_COST: Readonly<Record<Fit, number>> = { exact: 0, begun: 100, mistaken: 200 };
const RANK_COST = 3;
const MISTAKE_COST = 6;
const OTHER_SPELLING = 0.5;
/** A town inside a place, and a code that is another place's too, come after names of the place itself. */
const INSIDE = 4;
const CODE = 4;
/** Matches compared in the end. */
const MOST_MATCHES = 200;

export class NameIndex {
  readonly words = new WordIndex();
  readonly #names: KnownName[] = [];
  readonly #whole = new Map<string, number[]>();
  /** For each name the latest word of a query that it holds, and what its words cost so far. */
  #held = new Int32Array(0);
  #costs = new Float64Array(0);
  #mark = 0;

  constructor(entries: Iterable<SearchEntry>) {
    for (const entry of entries) this.#add(entry);
    this.#held = new Int32Array(this.#names.length);
    this.#costs = new Float64Array(this.#names.length);
  }

  #add(entry: SearchEntry): void {
    const seen = new Set<string>();
    const cost = entry.rank * RANK_COST - (entry.weight ?? 0);
    const remember = (spelling: string, more: number, begins: boolean): void => {
      const words = searchWords(spelling);
      const key = words.join(' ');
      if (key === '' || seen.has(key)) return;
      seen.add(key);
      const name = this.#remember({ entry, key, words: words.length, cost: cost + more });
      if (begins) for (const word of words) this.words.add(word, name);
    };
    remember(entry.name, 0, true);
    for (const spelling of entry.spellings ?? []) remember(spelling, OTHER_SPELLING, true);
    for (const spelling of entry.inside ?? []) remember(spelling, INSIDE, true);
    for (const spelling of entry.codes ?? []) remember(spelling, CODE, false);
  }

  #remember(name: KnownName): number {
    const number = this.#names.push(name) - 1;
    const same = this.#whole.get(name.key);
    if (same === undefined) this.#whole.set(name.key, [number]);
    else same.push(number);
    return number;
  }

  /** Entries with this very name or spelling, best first. */
  exact(words: readonly string[]): Match[] {
    const key = words.join(' ');
    const found = (this.#whole.get(key) ?? []).map((number) => {
      const { entry, cost } = this.#names[number] as KnownName;
      return { entry, fit: 'exact', score: cost, spelling: key } satisfies Match;
    });
    return best(found);
  }

  /**
   * The entries that hold all of the words, best first, each once.
   *
   * @param accept which entries count
   */
  match(words: readonly string[], effort: Effort, accept: (entry: SearchEntry) => boolean): Match[] {
    const typed = { key: words.join(' '), words: words.length };
    const costs = this.#costs;
    let found: Match[] = [];
    let worst = Number.POSITIVE_INFINITY;
    for (const number of this.#holding(words, effort)) {
      const name = this.#names[number] as KnownName;
      const score = scoreOf(name, typed, costs[number] as number);
      if (score > worst || !accept(name.entry)) continue;
      found.push({ entry: name.entry, fit: fitOf(name, typed, costs[number] as number), score, spelling: name.key });
      if (found.length < 4 * MOST_MATCHES) continue;
      found = best(found).slice(0, MOST_MATCHES);
      worst = found.at(-1)?.score ?? worst;
    }
    const whole = this.exact(words).filter(({ entry }) => accept(entry));
    return best([...whole, ...found]).slice(0, MOST_MATCHES);
  }

  /** Names that hold every word; what that costs together stands in `#costs`. */
  #holding(words: readonly string[], effort: Effort): number[] {
    const lists = words
      .map((word, at) => this.words.candidates(word, effort, at === words.length - 1))
      .sort((a, b) => a.size - b.size);
    if (lists.some(({ size }) => size === 0)) return [];
    const [held, costs] = [this.#held, this.#costs];
    const start = this.#mark;
    let found: number[] = [];
    for (const { lists: candidates } of lists) {
      const before = this.#mark;
      this.#mark += 1;
      found = [];
      for (const [names, cost] of candidates) {
        for (const name of names) {
          const first = before === start;
          // Cheapest candidates come first: a name already marked for this word keeps the better one.
          if (held[name] === this.#mark || !(first || held[name] === before)) continue;
          held[name] = this.#mark;
          costs[name] = (first ? 0 : (costs[name] as number)) + cost;
          found.push(name);
        }
      }
      if (found.length === 0) break;
    }
    if (this.#mark > MARKS) this.#forgetMarks();
    return found;
  }

  #forgetMarks(): void {
    this.#held.fill(0);
    this.#mark = 0;
  }
}

/** Far from the largest number that a mark can hold. */
const MARKS = 2 ** 30;

interface Typed {
  readonly key: string;
  readonly words: number;
}

function fitOf({ key }: KnownName, typed: Typed, cost: number): Fit {
  if (key === typed.key) return 'exact';
  return cost < MISTAKE ? 'begun' : 'mistaken';
}

function scoreOf(name: KnownName, typed: Typed, cost: number): number {
  const fit = fitOf(name, typed, cost);
  if (fit === 'exact') return name.cost;
  const further = Math.max(0, name.words - typed.words);
  const begins = name.key.startsWith(typed.key) ? 0 : 0.8;
  const mistakes = cost * (fit === 'mistaken' ? MISTAKE_COST : 1);
  return FIT_COST[fit] + name.cost + mistakes + begins + Math.min(further, 6) * 0.4;
}

/** In order, each entry by its best spelling. */
function best(matches: readonly Match[]): Match[] {
  const ordered = [...matches].sort((a, b) => a.score - b.score || (a.entry.name < b.entry.name ? -1 : 1));
  const seen = new Set<SearchEntry>();
  return ordered.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}
