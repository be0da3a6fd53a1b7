/** Search over titles and places: tolerant of typing errors, the same in a server and in a browser. */
import { MOST_HITS, type Search, type SearchHit, type SearchOptions, USUAL_HITS } from '../../core/search.js';
import { normaliseTitle } from '../titles/normalise.js';
import type { Match } from './name-index.js';
import { NameIndex } from './name-index.js';
import { type NamedPair, namedPairs } from './named-pairs.js';
import type { SearchEntry } from './search-entry.js';
import { searchWords } from './search-words.js';
import { shownPlace } from './shown-title.js';
import type { Effort } from './word-index.js';

export interface SearchSetting {
  /** Address of the page of a title or a place, below the root of the site; null where there is none. */
  readonly hrefOf: (entry: SearchEntry) => string | null;
  /** Address of the report of a title in a place; null where there is none. */
  readonly reportHref: (title: string, placeId: string) => string | null;
  /** Whether a level may be put before any title: `senior data scientist`. Not where only some titles have a page. */
  readonly anyLevel: boolean;
}

const LEVEL_WORDS: ReadonlyMap<string, string> = new Map([
  ['senior', 'Senior'],
  ['sr', 'Senior'],
  ['snr', 'Senior'],
  ['junior', 'Junior'],
  ['jr', 'Junior'],
  ['staff', 'Staff'],
  ['principal', 'Principal'],
  ['lead', 'Lead'],
]);

/** Entries of one group that are shown, at most. */
const MOST_OF_GROUP = 3;

/**
 * Makes the search.
 *
 * Names as typed come before names that begin so, these before misspelt ones; among equals roles come before their
 * aliases and these before official and listed titles, each by what is known of it. Two words typed as one, one typed
 * as two, and common abbreviations (`ml eng`) are understood.
 *
 * @example openSearch(entries, setting)('mashine lerning enginer')[0]?.name // 'Machine Learning Engineer'
 */
export function openSearch(entries: Iterable<SearchEntry>, setting: SearchSetting): Search {
  const known = { index: new NameIndex(entries), setting };
  return (query, options = {}) => {
    const asked = options.limit ?? USUAL_HITS;
    const limit = Number.isNaN(asked) ? USUAL_HITS : Math.max(1, Math.min(MOST_HITS, Math.trunc(asked)));
    const words = searchWords(query);
    return words.length === 0 ? [] : listed(found(words, known, options), limit, setting);
  };
}

interface Known {
  readonly index: NameIndex;
  readonly setting: SearchSetting;
}

/** Something to list: an entry, perhaps with a level before its name, or a title in a place. */
interface Found {
  readonly match: Match;
  readonly level: string | null;
  readonly place: SearchEntry | null;
  readonly score: number;
}

/** Titles found beside a place come after the pairs, and pairs after names that the query is as a whole. */
const BESIDE_PAIR = 20;
const AFTER_CLEAR = 150;

function found(words: readonly string[], { index, setting }: Known, { kind }: SearchOptions): Found[] {
  const accept = (entry: SearchEntry) => kind === undefined || entry.kind === kind;
  const spellings = spellingsOf(words, index, kind !== 'place');
  const matches = spellings.flatMap((spelling) => lookedUp(spelling, index, accept));
  const whole = matches.map((match) => ({ match, level: null, place: null, score: match.score }));
  if (kind === 'place') return whole;
  const clear = matches.some(({ fit }) => fit !== 'mistaken');
  const pairs = words.length < 2 ? [] : namedPairs(words, index, clear);
  const all = [...whole, ...pairs.flatMap((pair) => ofPair(pair, clear))];
  if (setting.anyLevel) all.push(...withLevel(words, { index, setting }, { kind: 'title' }));
  return all.sort((a, b) => a.score - b.score);
}

function ofPair({ title, place, score }: NamedPair, clear: boolean): Found[] {
  const after = score + (clear ? AFTER_CLEAR : 0);
  return [
    { match: title, level: null, place: place.entry, score: after },
    { match: title, level: null, place: null, score: after + BESIDE_PAIR },
  ];
}

/** Looks harder the less there is: first as typed, then with mistakes. */
function lookedUp(words: readonly string[], index: NameIndex, accept: (entry: SearchEntry) => boolean): Match[] {
  for (const effort of ['typed', 'misspelt', 'far'] satisfies Effort[]) {
    const matches = index.match(words, effort, accept);
    if (matches.length > 0) return matches;
  }
  return [];
}

/** The words as typed, with abbreviations written out, and with words joined or divided where one is not known. */
function spellingsOf(words: readonly string[], { words: known }: NameIndex, ofTitle: boolean): (readonly string[])[] {
  const spellings = new Map([[words.join(' '), words]]);
  const add = (other: readonly string[]) => void spellings.set(other.join(' '), other);
  const written = ofTitle ? searchWords(normaliseTitle(words.join(' '))) : words;
  // Shorter: words were left out as noise, and they may be a place.
  if (written.length >= words.length) add(written);
  words.forEach((word, at) => {
    const next = words[at + 1];
    if (next !== undefined && known.has(word + next)) add(words.toSpliced(at, 2, word + next));
    const parts = word.length < 6 || known.has(word) ? null : known.divided(word);
    if (parts !== null) add(words.toSpliced(at, 1, ...parts));
  });
  return [...spellings.values()].slice(0, MOST_SPELLINGS);
}

const MOST_SPELLINGS = 4;

/** A level before a title that is known without it. */
function withLevel([first = '', ...rest]: readonly string[], known: Known, options: SearchOptions): Found[] {
  const level = LEVEL_WORDS.get(first);
  if (level === undefined || rest.length === 0) return [];
  const setting = { ...known.setting, anyLevel: false };
  return found(rest, { index: known.index, setting }, options)
    .filter(({ match }) => !LEVEL_WORDS.has(searchWords(match.entry.name)[0] ?? ''))
    .map((item) => ({ ...item, level, score: item.score + 1 }));
}

function hitOf({ match: { entry, spelling }, level, place }: Found, setting: SearchSetting): SearchHit | null {
  const title = level === null ? entry.name : `${level} ${entry.name}`;
  if (place !== null) {
    const href = place.id === undefined ? null : setting.reportHref(title, place.id);
    if (place.id === undefined || href === null) return null;
    return { kind: 'report', name: `${title}, ${place.name}`, id: place.id, title, href };
  }
  const href = setting.hrefOf(level === null ? entry : { ...entry, name: title });
  const note = [answersFor(entry, spelling), entry.note].filter((part) => part !== undefined).join('; ');
  return {
    kind: entry.kind,
    name: title,
    ...(entry.id === undefined ? {} : { id: entry.id }),
    ...(href === null ? {} : { href }),
    ...(note === '' ? {} : { note }),
  };
}

/** `for London, KY`: why a place is found whose name has not the first word of the spelling; codes need no reason. */
function answersFor({ kind, name, id, inside }: SearchEntry, spelling: string): string | undefined {
  if (kind !== 'place') return undefined;
  const [first = ''] = searchWords(spelling);
  const isName = searchWords(name).includes(first);
  const isCode = spelling.length <= LONGEST_SHORT_NAME || spelling === searchWords(id ?? '').join(' ');
  if (inside?.includes(spelling) !== true && (isName || isCode)) return undefined;
  return `for ${shownPlace(spelling)}`;
}

/** `uk`, `usa`, `nyc`. */
const LONGEST_SHORT_NAME = 3;

/** The first hits, each name once, no group filling the list. */
function listed(all: readonly Found[], limit: number, setting: SearchSetting): SearchHit[] {
  const seen = new Set<string>();
  const ofGroup = new Map<string, number>();
  const hits: SearchHit[] = [];
  for (const item of all) {
    const { entry } = item.match;
    const place = item.place?.id ?? entry.id ?? '';
    const key = `${place}\n${entry.kind === 'place' ? '' : `${item.level} ${entry.name.toLowerCase()}`}`;
    const group = item.place === null ? entry.group : undefined;
    const shown = group === undefined ? 0 : (ofGroup.get(group) ?? 0);
    if (seen.has(key) || shown >= MOST_OF_GROUP) continue;
    seen.add(key);
    const hit = hitOf(item, setting);
    if (hit === null) continue;
    if (group !== undefined) ofGroup.set(group, shown + 1);
    hits.push(hit);
    if (hits.length >= limit) break;
  }
  return hits;
}
