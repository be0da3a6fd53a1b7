import { plainText } from '../plain.js';
import { normalisePlace } from './normalise.js';
import { type PlaceRow, WITHIN } from './rows.js';

/** Where a posting says its job is. */
export interface Location {
  /** ISO code when every place named lies in one country, else null. */
  readonly country: string | null;
  /** State id when exactly one US state is named or implied, else null. */
  readonly region: string | null;
  /** Whether more than one place is named. */
  readonly several: boolean;
}

interface Spot {
  readonly country: string;
  readonly region: string | null;
}

/** Place spellings arranged for reading locations. Make one with `buildLocationIndex`. */
export interface LocationIndex {
  readonly byKey: ReadonlyMap<string, readonly Spot[]>;
  /** Keys that name a US state and no city. */
  readonly stateNames: ReadonlySet<string>;
  /** Keys of countries themselves, not of places inside them. */
  readonly countryNames: ReadonlySet<string>;
  /** State ids by two-letter code, lower case. */
  readonly stateCodes: ReadonlyMap<string, string>;
}

/** The most characters of a location, and of places in it, that are read. */
const LOCATION_LIMIT = 1000;
const MOST_PIECES = 60;

export function buildLocationIndex(rows: readonly PlaceRow[]): LocationIndex {
  const byKey = new Map<string, Spot[]>();
  const stateCodes = new Map<string, string>();
  const stateNames = new Set<string>();
  const metroNames = new Set<string>();
  const countryNames = new Set<string>();
  for (const { key, kind, place, country, states } of rows) {
    const inside = key.startsWith(WITHIN);
    const bare = inside ? key.slice(WITHIN.length) : key;
    const unsure = kind === 'country' || (inside && states.includes(','));
    const region = unsure ? null : (states.split(',')[0] as string);
    const spots = byKey.get(bare) ?? [];
    if (!spots.some((spot) => spot.country === country && spot.region === region)) {
      if (kind === 'state') spots.unshift({ country, region });
      else spots.push({ country, region });
    }
    byKey.set(bare, spots);
    if (kind === 'metro') metroNames.add(bare);
    if (kind === 'country' && !inside) countryNames.add(bare);
    if (kind !== 'state') continue;
    stateNames.add(bare);
    stateCodes.set(place.slice(3).toLowerCase(), place);
  }
  for (const name of metroNames) stateNames.delete(name);
  return { byKey, stateNames, countryNames, stateCodes };
}

/**
 * Country and US state of a posting's location, as messy as job boards give it: several places in one text, in
 * any order of city, state and country, with words such as `Remote` and `Hybrid` between them.
 *
 * A two-letter code after a city is a US state (`Foster City, CA`) unless the city is known to lie in the country
 * of that code (`Toronto, CA`); alone (`Remote - CA`) it decides nothing where it could be either. The metropolitan
 * area of a city in several states counts for its principal state. A place not known is passed over.
 *
 * @param raw only its first 1,000 characters are read
 * @example readLocation('Cary,North Carolina,United States', index) // { country: 'US', region: 'US-NC', several: false }
 */
export function readLocation(raw: string, index: LocationIndex): Location {
  const pieces = plainText(raw, LOCATION_LIMIT)
    .split(/[;|•·‧\n]|\s\/\s|\sor\s/)
    .slice(0, MOST_PIECES);
  const found = pieces.map((piece) => readPiece(piece, index)).filter((spots) => spots.length > 0);
  const spots = found.flat();
  const countries = new Set(spots.map(({ country }) => country));
  const regions = new Set(spots.flatMap(({ region }) => region ?? []));
  const country = countries.size === 1 ? ([...countries][0] as string) : null;
  return {
    country,
    region: country === 'US' && regions.size === 1 ? ([...regions][0] as string) : null,
    several: countries.size > 1 || regions.size > 1 || found.length > 1,
  };
}

const WORKING_ARRANGEMENT =
  /\b(?:remote|hybrid|onsite|on site|in office|office|offices|hq|headquarters|only|based|within|wfh|work from home|preferred|flexible|anywhere in|anywhere|greater|metro area|metro|metropolitan area|the|west coast|east coast|dnu|with|in|(?:north|south|latin|central)(?: and south)? america)\b/g;

/** The places of one piece: a row of parts separated by commas, dashes, slashes and brackets. */
function readPiece(piece: string, index: LocationIndex): Spot[] {
  const parts = piece
    .split(/[,()[\]/:]|\s[-‐-―]+\s?|[-‐-―]+\s|\sand\s|\s[&+]\s/)
    .flatMap((part) => parse(part, index))
    .slice(0, MOST_PIECES);
  const spots: Spot[] = [];
  for (let i = 0; i < parts.length; i += 1) {
    const next = parts[i + 1];
    const joined = next === undefined ? undefined : lookUp(`${parts[i]}, ${next}`, index)[0];
    if (joined !== undefined && next !== undefined) {
      const stated = stateOf(next, index);
      spots.push(stated !== undefined && joined.country === 'US' ? { country: 'US', region: stated } : joined);
      i += 1;
      continue;
    }
    const spot = cityOfAnotherState(parts, i, index) ? null : readPart(parts, i, index);
    if (spot !== null) spots.push(spot);
  }
  return spots;
}

function stateOf(part: string, index: LocationIndex): string | undefined {
  if (part.length === 2) return index.stateCodes.get(part);
  return lookUp(part, index).find(({ country, region }) => country === 'US' && region !== null)?.region ?? undefined;
}

/** Whether a city is followed by the name of a state that its known bearer does not lie in (`Richmond, California`). */
function cityOfAnotherState(parts: readonly string[], at: number, index: LocationIndex): boolean {
  const next = parts[at + 1];
  const part = parts[at] as string;
  return (
    next !== undefined &&
    index.stateNames.has(next) &&
    !index.stateNames.has(part) &&
    !index.countryNames.has(part) &&
    lookUp(part, index).every(({ region }) => region !== stateOf(next, index))
  );
}

/** A part without words of working arrangement; two places side by side (`CA United States`) become two parts. */
function parse(part: string, index: LocationIndex): string[] {
  const key = normalisePlace(part);
  if (key === '') return [];
  if (index.byKey.has(key) || index.stateCodes.has(key)) return [key];
  const local = key.replace(WORKING_ARRANGEMENT, ' ').replace(/\s+/g, ' ').trim();
  if (local === '' || index.byKey.has(local) || index.stateCodes.has(local)) return local === '' ? [] : [local];
  return splitInTwo(local, index) ?? [local];
}

function splitInTwo(text: string, index: LocationIndex): string[] | null {
  const words = text.split(' ').slice(0, 12);
  const known = (key: string): boolean => index.byKey.has(key) || index.stateCodes.has(key);
  for (let cut = 1; cut < words.length; cut += 1) {
    const head = words.slice(0, cut).join(' ');
    const tail = words.slice(cut).join(' ');
    if (index.byKey.has(tail) && (known(head) || tail.length > 3)) return known(head) ? [head, tail] : [tail];
    if (index.stateCodes.has(tail)) return [head, tail];
  }
  for (let cut = words.length - 1; cut > 0; cut -= 1) {
    const head = words.slice(0, cut).join(' ');
    if (index.byKey.has(head)) return [head];
  }
  return null;
}

function lookUp(key: string, index: LocationIndex): readonly Spot[] {
  return index.byKey.get(key) ?? [];
}

function readPart(parts: readonly string[], at: number, index: LocationIndex): Spot | null {
  const part = parts[at] as string;
  const state = part.length === 2 ? index.stateCodes.get(part) : undefined;
  const candidates = lookUp(part, index);
  if (state !== undefined) {
    const country = candidates.find((spot) => spot.region === null)?.country;
    const before = at > 0 ? lookUp(parts[at - 1] as string, index) : [];
    if (country !== undefined && before.some((spot) => spot.country === country && country !== 'US'))
      return { country, region: null };
    if (at > 0 || country === undefined) return { country: 'US', region: state };
    return null;
  }
  if (candidates.length <= 1) return candidates[0] ?? null;
  const others = parts.flatMap((other, i) => (i === at ? [] : lookUp(other, index)));
  return candidates.find((spot) => others.some(({ country }) => country === spot.country)) ?? (candidates[0] as Spot);
}
