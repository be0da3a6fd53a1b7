/** The places a market can answer for, as a search knows them. */
import { DIVISION, LONGEST_CODE, type PlaceRow, WITHIN } from '../places/place-row.js';
import type { SearchEntry } from './search-entry.js';

const RANKS: Readonly<Record<string, number>> = { state: 0, country: 0, metro: 1 };
/** What a place is, by its kind. */
export const PLACE_NOTES: Readonly<Record<string, string>> = {
  country: 'country',
  state: 'US state or territory',
  metro: 'US metropolitan area',
};

/** A code of the SOC or CBSA kind: no name a person types. */
const NUMBER = /^\d+$/;

/** What people write that is a code of another place, or no name of the official list. */
const USUAL_CODES: ReadonlyMap<string, readonly string[]> = new Map([
  ['US-31080', ['la']],
  ['US-41860', ['sf']],
  ['US-35620', ['nyc']],
  ['US-47900', ['dc']],
]);

/**
 * One entry per place with all its spellings: its id, its names, and the towns and divisions it answers for. The two
 * letters of a US state find it beside the country of that code.
 *
 * @param weights how much is known of a place by its id, in powers of ten
 */
export function placeEntries(
  rows: readonly PlaceRow[],
  weights: ReadonlyMap<string, number> = new Map(),
): SearchEntry[] {
  const known = new Map<string, { row: PlaceRow; spellings: string[]; inside: string[] }>();
  for (const row of rows) {
    const place = known.get(row.place) ?? { row, spellings: [row.place], inside: [] };
    known.set(row.place, place);
    if (row.key.startsWith(WITHIN)) place.inside.push(row.key.slice(WITHIN.length));
    else if (!row.key.startsWith(DIVISION)) {
      if (!NUMBER.test(row.key)) place.spellings.push(row.key);
    } else if (row.key.length > DIVISION.length + LONGEST_CODE) place.inside.push(row.key.slice(DIVISION.length));
  }
  return [...known.values()].map(({ row, spellings, inside }) => ({
    kind: 'place',
    name: row.name,
    id: row.place,
    spellings,
    inside,
    codes: row.kind === 'state' ? [row.place.slice(3)] : (USUAL_CODES.get(row.place) ?? []),
    note: PLACE_NOTES[row.kind] ?? row.kind,
    rank: RANKS[row.kind] ?? 1,
    weight: weights.get(row.place) ?? 0,
  }));
}
