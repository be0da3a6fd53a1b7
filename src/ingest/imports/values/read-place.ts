/** Country and state of a row, from one cell or from separate ones. */
import type { PlaceFacts } from '../../readers.js';
import type { OwnReading } from './own-reading.js';
import { saysNothing } from './says-nothing.js';

type PlaceWorld = Pick<OwnReading, 'readPlace' | 'currencyOf'>;

export interface PlaceParts {
  /** A place as people write it. */
  readonly place: string | null;
  readonly city: string | null;
  readonly region: string | null;
  /** Code or name. */
  readonly country: string | null;
}

/**
 * Reads a place. A cell for the country is believed before anything else: there `CA` is Canada, whatever the other
 * cells say.
 *
 * @returns null where no country, or more than one, is named
 */
export function readPlaceParts(parts: PlaceParts, world: PlaceWorld): PlaceFacts | null {
  const place = said(parts.place);
  const city = said(parts.city);
  const region = said(parts.region);
  const named = [place ?? city, region].filter((part) => part !== null).join(', ');
  const countryText = said(parts.country);
  if (countryText === null) return named === '' ? null : world.readPlace(named);
  const country = countryOf(countryText, world);
  if (country === null) return null;
  return { country, region: regionOf(named, region, country, world) };
}

function said(text: string | null): string | null {
  return text === null || saysNothing(text) ? null : text.trim();
}

function countryOf(text: string, { readPlace, currencyOf }: PlaceWorld): string | null {
  const code = text.toUpperCase();
  if (code === 'UK') return 'GB';
  if (/^[A-Z]{2}$/.test(code)) return currencyOf(code) === null ? null : code;
  return readPlace(text)?.country ?? null;
}

/** Only the United States have states among the places. */
function regionOf(named: string, region: string | null, country: string, { readPlace }: PlaceWorld): string | null {
  if (country !== 'US' || named === '') return null;
  for (const text of [
    named,
    `${named}, United States`,
    ...(region === null ? [] : [region, `${region}, United States`]),
  ]) {
    const facts = readPlace(text);
    if (facts !== null && facts.country === country && facts.region !== null) return facts.region;
  }
  return null;
}
