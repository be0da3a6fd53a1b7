/** A title and a place in one query: `data scientist texas`, `nurse in London`. */
import type { Match, NameIndex } from './name-index.js';
import type { SearchEntry } from './search-entry.js';

export interface NamedPair {
  readonly title: Match;
  readonly place: Match;
  readonly score: number;
}

/** The most words of a place's name. */
const PLACE_WORDS = 4;
/** Letters from which the beginning of a place's name, and a misspelt one, may stand for it. */
const CODE_LENGTH = 2;
const SHORTEST_BEGINNING = 3;
const SHORTEST_MISSPELT = 4;
const MOST_PAIRS = 3;

const isTitle = ({ kind }: SearchEntry): boolean => kind === 'title';
const isPlace = ({ kind }: SearchEntry): boolean => kind === 'place';

/**
 * The pairs a query may mean, best first.
 *
 * @param strict only places named whole: for queries that are a title themselves
 */
export function namedPairs(words: readonly string[], index: NameIndex, strict: boolean): NamedPair[] {
  const divided = divisions(words);
  const typed = pairsOf(divided, index, strict ? placesWhole : placesTyped);
  const pairs = typed.length > 0 || strict ? typed : pairsOf(divided, index, placesMisspelt);
  return distinct(pairs.sort((a, b) => a.score - b.score)).slice(0, MOST_PAIRS);
}

type FindPlaces = (words: readonly string[], index: NameIndex) => Match[];

function pairsOf(divided: readonly Division[], index: NameIndex, placesOf: FindPlaces): NamedPair[] {
  return divided.flatMap(({ rest, around }) => {
    const places = placesOf(around, index);
    const titles = places.length === 0 ? [] : titlesNamed(rest, index);
    return titles.flatMap((title) => places.map((place) => ({ title, place, score: title.score + place.score })));
  });
}

interface Division {
  readonly rest: readonly string[];
  readonly around: readonly string[];
}

/** The words as title and place: the place after the title or before it, with `in` between them or not. */
function divisions(words: readonly string[]): Division[] {
  const found: Division[] = [];
  for (let size = 1; size <= Math.min(PLACE_WORDS, words.length - 1); size += 1) {
    const rest = words.slice(0, -size);
    if (rest.at(-1) === 'in') rest.pop();
    if (rest.length > 0) found.push({ rest, around: words.slice(-size) });
    // Two letters before a title are rarely a country: `ml engineer`, `pr manager`.
    const around = words.slice(0, size);
    if (around.join('').length > CODE_LENGTH) found.push({ rest: words.slice(size), around });
  }
  return found;
}

function placesWhole(words: readonly string[], index: NameIndex): Match[] {
  const exact = index.exact(words).filter(({ entry }) => isPlace(entry));
  return exact.slice(0, 2);
}

function placesTyped(words: readonly string[], index: NameIndex): Match[] {
  const exact = placesWhole(words, index);
  if (exact.length > 0 || words.join('').length < SHORTEST_BEGINNING) return exact;
  const key = words.join(' ');
  const begun = index.match(words, 'typed', isPlace).filter(({ spelling }) => spelling.startsWith(key));
  return begun.slice(0, 1);
}

function placesMisspelt(words: readonly string[], index: NameIndex): Match[] {
  if (words.join('').length < SHORTEST_MISSPELT) return [];
  return index
    .match(words, 'misspelt', isPlace)
    .filter(({ spelling }) => spelling.split(' ').length === words.length)
    .slice(0, 1);
}

function titlesNamed(words: readonly string[], index: NameIndex): Match[] {
  const typed = index.match(words, 'typed', isTitle);
  if (typed[0]?.fit === 'exact') return typed.slice(0, 1);
  return (typed.length > 0 ? typed : index.match(words, 'misspelt', isTitle)).slice(0, 2);
}

function distinct(pairs: readonly NamedPair[]): NamedPair[] {
  const seen = new Set<string>();
  return pairs.filter(({ title, place }) => {
    const key = `${title.entry.name}\n${place.entry.id}`;
    return !seen.has(key) && seen.add(key);
  });
}
