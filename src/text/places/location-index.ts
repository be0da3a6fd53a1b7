import { DIVISION, LONGEST_CODE, type PlaceRow, WITHIN } from './place-row.js';

/** What a spelling can mean. */
export interface Candidate {
  /** Id of a market place. */
  readonly place: string;
  readonly kind: 'country' | 'state' | 'metro';
  /** Whether the spelling names something inside the place: a town, a city abroad, a province. */
  readonly within: boolean;
  /** Whether it names a first-level division of a country outside the United States. */
  readonly division: boolean;
  readonly country: string;
  /** State ids, principal first; of a town, the one it lies in when that is known. */
  readonly states: readonly string[];
}

/** What two or three capitals can mean; ids. */
export interface Code {
  readonly state: string | null;
  readonly country: string | null;
  /** Countries with a division of that code. */
  readonly divisions: readonly string[];
}

/** Place spellings arranged for reading locations. Make one with `buildLocationIndex`. */
export interface LocationIndex {
  readonly byKey: ReadonlyMap<string, readonly Candidate[]>;
  readonly codes: ReadonlyMap<string, Code>;
  /** The most words of any name that begins with a word. */
  readonly longest: ReadonlyMap<string, number>;
  /** Names that some US town has: `athens` by `athens, ga`. */
  readonly usTowns: ReadonlySet<string>;
}

/** Rows of the market table `places`, arranged for `readPlaces` and `readLocation`. */
export function buildLocationIndex(rows: readonly PlaceRow[]): LocationIndex {
  const byKey = new Map<string, Candidate[]>();
  const codes = new Map<string, { state: string | null; country: string | null; divisions: string[] }>();
  const codeOf = (letters: string) => {
    const code = codes.get(letters) ?? { state: null, country: null, divisions: [] };
    codes.set(letters, code);
    return code;
  };
  const townStates = statesOfTowns(rows);
  for (const row of rows) {
    const { key, place, country } = row;
    const prefix = [WITHIN, DIVISION].find((start) => key.startsWith(start)) ?? '';
    const bare = key.slice(prefix.length);
    if (prefix === DIVISION && bare.length <= LONGEST_CODE) {
      codeOf(bare).divisions.push(country);
      continue;
    }
    if (row.kind === 'state') codeOf(place.slice(3).toLowerCase()).state = place;
    if (row.kind === 'country' && bare === place.toLowerCase() && bare !== 'us') {
      codeOf(bare).country = country;
      continue;
    }
    if (row.kind === 'state' && bare.length === 2) continue;
    const ofTown = townStates.get(`${bare}\n${place}`);
    const candidates = byKey.get(bare) ?? [];
    candidates.push({
      place,
      kind: row.kind as Candidate['kind'],
      within: prefix !== '',
      division: prefix === DIVISION,
      country,
      states: ofTown?.length === 1 ? ofTown : row.states === '' ? [] : row.states.split(','),
    });
    byKey.set(bare, candidates);
  }
  const longest = new Map<string, number>();
  for (const key of byKey.keys()) {
    const words = key.split(' ');
    const first = words[0] as string;
    if (words.length > (longest.get(first) ?? 0)) longest.set(first, words.length);
  }
  for (const candidates of byKey.values())
    candidates.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || Number(a.within) - Number(b.within));
  return { byKey, codes, longest, usTowns: new Set([...townStates.keys()].map((key) => key.split('\n')[0] as string)) };
}

/** A state is meant before a country, and a country before a metropolitan area, as in a question. */
const ORDER: readonly string[] = ['state', 'country', 'metro'];

/** The one state of a bare name in an area of several: `hoboken` by the row of `hoboken, nj`. */
function statesOfTowns(rows: readonly PlaceRow[]): Map<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { key, place, states } of rows) {
    if (states === '' || key.slice(-4, -2) !== ', ') continue;
    const code = key.slice(-2);
    const town = key.slice(key.startsWith(WITHIN) ? WITHIN.length : 0, -4);
    const state = `US-${code.toUpperCase()}`;
    if (!states.split(',').includes(state)) continue;
    found.set(`${town}, ${code}\n${place}`, [state]);
    const known = found.get(`${town}\n${place}`) ?? [];
    found.set(`${town}\n${place}`, known.includes(state) ? known : [...known, state]);
  }
  return found;
}
