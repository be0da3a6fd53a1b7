/** Search over titles and places, for the server and for pages that carry their own index. */
export { openSearch, type SearchSetting } from './open-search.js';
export { placeEntries } from './place-entries.js';
export type { SearchEntry } from './search-entry.js';
export { shownTitle, singleTitle } from './shown-title.js';
export { type StaticIndex, type StaticPages, staticIndex, staticSearchIndex } from './static-index.js';
export { openStaticSearch, type StaticSearch } from './static-search.js';
export { type TitleSources, titleEntries } from './title-entries.js';
