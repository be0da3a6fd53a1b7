import type { Meter } from '../meter.js';
import type { LocationIndex } from './location-index.js';
import { type LocationItem, locationItems } from './location-items.js';
import { Mention } from './location-mention.js';
import { locationTokens } from './location-tokens.js';
import type { NamedPlace } from './named-place.js';
import { settleMentions } from './settle-mentions.js';

export interface NamedPlaces {
  /** In the order of the text; a place named twice is given once. */
  readonly places: readonly NamedPlace[];
  /** Whether the text says that the job can be done away from an office. */
  readonly remote: boolean;
  /** Whether the text speaks of more places than it names: `2 locations`. */
  readonly more: boolean;
}

/** The most UTF-16 units of a location, and of items in it, that are read. */
export const LOCATION_LIMIT = 1000;
const MOST_ITEMS = 120;

/**
 * The places a posting's location names, as messy as job boards give it: several places in one text, in any order
 * of town, state and country, with words of working arrangement between them.
 *
 * Parts that contain each other are one place (`US - CA - Menlo Park`). Other parts set off by commas are places of
 * their own (`Austin, Dallas, Houston`), and a slash, a semicolon, a bar and `or` always begin another one. A
 * two-letter code after a town is a US state (`Foster City, CA`) unless the town is known to lie in the country or
 * division of that code (`Toronto, CA`, `Perth, WA`). A code alone is a state where it names nothing else or where
 * the other places are US states; otherwise it stays unsure. A name with several well-known bearers is found only
 * with its state or country. Names not known are passed over.
 *
 * @param raw   only its first 1,000 UTF-16 units are read
 * @param index made by `buildLocationIndex` from the rows of the table `places`
 * @param meter counts characters and words looked at
 */
export function readPlaces(raw: string, index: LocationIndex, meter?: Meter): NamedPlaces {
  const tokens = locationTokens(raw, LOCATION_LIMIT, meter);
  const { items, remote, more } = locationItems(tokens, index, MOST_ITEMS, meter);
  if (meter !== undefined) meter.steps += items.length;
  return { places: settleMentions(mentionsOf(items, index)), remote, more };
}

/** Puts the items that are one place together. */
function mentionsOf(items: readonly LocationItem[], index: LocationIndex): Mention[] {
  const mentions: Mention[] = [];
  let current = null as Mention | null;
  let town = null as Mention | null;
  let piece = 0;
  for (const item of items) {
    if (item.gap === 'alternative') {
      piece += 1;
      current = null;
      town = null;
    }
    const known = town?.joinKnown(item) === true;
    if (!known && current?.join(item)) {
      town = null;
      continue;
    }
    if (town !== null && (known || town.join(item) || town.joinAround(item))) {
      if (current === null || !current.absorb(town)) {
        mentions.push(town);
        current = town;
      }
      town = null;
      continue;
    }
    if (item.type !== 'unknown' && current?.joinAround(item)) continue;
    if (item.type === 'unknown' && item.gap === 'space' && current !== null && current.code !== null)
      current.code = null;
    const mention = new Mention(item, piece, index);
    town = mention.unknown ? mention : null;
    if (town !== null) continue;
    mentions.push(mention);
    current = mention;
  }
  return mentions;
}
