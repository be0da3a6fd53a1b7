/** Areas, with the reviewed countries and states, to the table of places. */
import { type CountriesFile, type GeographyLine, placeRows, type UsStatesFile } from '../../../text/index.js';
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';

export interface PlaceLists {
  readonly countries: CountriesFile;
  readonly states: UsStatesFile;
}

/** Rows are counted in counties; one stands for its area, and countries and states come on top. */
export function normalizeGeography(
  geography: readonly GeographyLine[],
  lists: PlaceLists,
): Omit<SourceReading, 'newest'> {
  const places = placeRows({ geography, ...lists });
  const metros = new Set(places.filter(({ kind }) => kind === 'metro').map(({ place }) => place.slice(3)));
  const excluded = new Exclusions();
  const seen = new Set<string>();
  for (const { area } of geography) {
    if (!metros.has(area)) excluded.add('county outside metropolitan areas');
    else if (seen.has(area)) excluded.add('further county of a metropolitan area');
    seen.add(area);
  }
  const rowsIn = geography.length;
  return { tables: { places }, rowsIn, rowsKept: rowsIn - excluded.total, excluded: excluded.list() };
}
