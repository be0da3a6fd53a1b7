/** Where a posting's job is: the addresses of its board, and what its locations say. */
import type { PlaceFacts, Readers } from '../../readers.js';
import type { StatedPlace } from './parse.js';

/** Words of a location that is wider than a country: the address beside it is then an office, not the job's place. */
const WIDER_THAN_A_COUNTRY =
  /\b(?:global(?:ly)?|worldwide|international(?:ly)?|anywhere|europe(?:an)?|emea|eu|apac|asia|africa|latam|latin america|americas?|amer|non[\s-]u\.?s|cet)\b/i;
const REMOTE = /\bremote\b/i;

export interface JobPlaces {
  /** Country of the posting's own place. */
  readonly country: string;
  /** State, where all places of that country lie in one. */
  readonly region: string | null;
  /** Every country named, with the state where all places there lie in one. */
  readonly regions: ReadonlyMap<string, string | null>;
  /** Every state named, by country; with null where a place names none. */
  readonly states: ReadonlyMap<string, ReadonlySet<string | null>>;
  /** Whether a place named is in no country that can be told. */
  readonly open: boolean;
}

/**
 * Places of a posting, or null when its own place is in no country that can be told.
 *
 * The address says the country. A state is believed where address and location agree or one names none, and a job
 * that is remote by its location is in no state.
 */
export function jobPlaces(places: readonly [StatedPlace, ...StatedPlace[]], readers: Readers): JobPlaces | null {
  const read = places.map((place) => placeOf(place, readers));
  const own = read[0]!;
  if (own === null) return null;
  const states = new Map<string, Set<string | null>>();
  for (const place of read) {
    if (place !== null) states.set(place.country, (states.get(place.country) ?? new Set()).add(place.region));
  }
  const regions = new Map([...states].map(([country, named]) => [country, only(named)] as const));
  return { country: own.country, region: regions.get(own.country)!, regions, states, open: read.includes(null) };
}

function placeOf({ address, location }: StatedPlace, readers: Readers): PlaceFacts | null {
  const byAddress = readers.readPlace(address);
  const byLocation = readers.readPlace(location);
  if (byAddress === null) return byLocation;
  if (byLocation === null) {
    if (WIDER_THAN_A_COUNTRY.test(location)) return null;
    return { country: byAddress.country, region: REMOTE.test(location) ? null : byAddress.region };
  }
  if (byLocation.country !== byAddress.country) return null;
  const { region } = byAddress;
  const agreed = region === null || byLocation.region === null || region === byLocation.region;
  return { country: byAddress.country, region: agreed ? (region ?? byLocation.region) : null };
}

function only(values: ReadonlySet<string | null>): string | null {
  return values.size === 1 ? [...values][0]! : null;
}
