/** The search of a site without a server: stands before the index in the script that such a site carries. */
import { openStaticSearch } from '../../src/text/search/static-search.js';

globalThis.goingrateOpenSearch = openStaticSearch;
