/** Job titles: role, level and occupations. The model and the lists are arguments. */
export { classifyTitle, MATCHED_FROM, type TitleClassification, type TitleKnowledge } from './classify.js';
export { type ParsedLevel, parseLevel } from './level.js';
export { normaliseTitle, TITLE_LIMIT } from './normalise.js';
export { occupationCodeIn } from './official-title.js';
export {
  buildCatalogue,
  type CatalogueRole,
  type RecognisedTitle,
  type RoleCatalogue,
  type RolePhrase,
  type RolesFile,
  recogniseTitle,
  rolePhrases,
} from './roles.js';
export { type TitleStanding, titleStanding } from './standing.js';
export {
  ABSTAIN_BELOW,
  estimateOccupations,
  type OccupationEstimate,
  readTitleModel,
  type TitleModel,
} from './title-model.js';
