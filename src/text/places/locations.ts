import type { Meter } from '../meter.js';
import type { LocationIndex } from './location-index.js';
import { readPlaces } from './read-places.js';

/** Where a posting says its job is. */
export interface Location {
  /** ISO code when every place named lies in one country, else null. */
  readonly country: string | null;
  /** State id when every place named lies in one US state, else null. */
  readonly region: string | null;
  /** Whether more than one place is named or spoken of. */
  readonly several: boolean;
}

/**
 * Country and US state of a posting's location: what all the places that `readPlaces` finds in it have in common.
 *
 * A place that may be anywhere in several countries (`Berlin; Remote - Europe`) leaves the country open, and one
 * that may be anywhere in the United States (`Boston, MA; Remote, US`) the state. A metropolitan area of several
 * states counts for its principal state unless the text names another.
 *
 * @param raw only its first 1,000 UTF-16 units are read
 * @example readLocation('Cary,North Carolina,United States', index) // { country: 'US', region: 'US-NC', several: false }
 */
export function readLocation(raw: string, index: LocationIndex, meter?: Meter): Location {
  const { places, more } = readPlaces(raw, index, meter);
  const countries = new Set(places.map(({ country }) => country));
  const states = new Set(places.map(({ state }) => state));
  return {
    country: only(countries),
    region: only(states),
    several: more || places.length > 1,
  };
}

function only(values: ReadonlySet<string | null>): string | null {
  return values.size === 1 ? ([...values][0] as string | null) : null;
}
