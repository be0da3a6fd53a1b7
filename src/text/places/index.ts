/** Places: of a question, of the market, and of the text that says where a job is. */
export { type FoundPlace, findPlace } from './find.js';
export { buildLocationIndex, type LocationIndex } from './location-index.js';
export { type Location, readLocation } from './locations.js';
export type { NamedPlace } from './named-place.js';
export { normalisePlace } from './normalise.js';
export type { CountriesFile, GeographyLine, PlaceRow, PlaceSources, UsStatesFile } from './place-row.js';
export { type NamedPlaces, readPlaces } from './read-places.js';
export { placeRows } from './rows.js';
