/**
 * Text in, typed values out: titles, places, posting locations, employers. Nothing here reads a file; lists and
 * models are arguments.
 */
export { type EmployerAliases, employerKey, employerSpelling } from './employers/key.js';
export { type FoundPlace, findPlace } from './places/find.js';
export { buildLocationIndex, type Location, type LocationIndex, readLocation } from './places/locations.js';
export { normalisePlace } from './places/normalise.js';
export {
  type CountriesFile,
  type GeographyLine,
  type PlaceRow,
  type PlaceSources,
  placeRows,
  type UsStatesFile,
} from './places/rows.js';
export { decodeEntities, plainText } from './plain.js';
export { type ParsedLevel, parseLevel } from './titles/level.js';
export { buildTitleIndex, type NearTitle, nearestTitles, type TitleIndex } from './titles/nearest.js';
export { normaliseTitle, TITLE_LIMIT } from './titles/normalise.js';
export {
  combineEvidence,
  type OccupationFacts,
  occupationShares,
  type TitleCandidate,
  type WeightedOccupation,
} from './titles/occupations.js';
export { readTitle, type TitleKeys, type TitleKnowledge, titleKeys } from './titles/read.js';
export {
  buildCatalogue,
  type CatalogueRole,
  matchRole,
  type RecognisedTitle,
  type RoleCatalogue,
  type RolePhrase,
  type RolesFile,
  recogniseTitle,
  rolePhrases,
} from './titles/roles.js';
export { TEXT_VERSION } from './version.js';
