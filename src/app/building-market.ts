/** A market as it answers many questions in a row: a site, or all its pages in one worker. */
import { newShared } from '../analysis/country-analyses.js';
import { recent } from '../core/recent.js';
import type { TitleClassification } from '../text/titles/index.js';
import type { Market } from './market.js';
import { widenedStore } from './widened-store.js';

/** About fifty questions' worth. */
const ANALYSES_KEPT = 256;
/** The pages of one title follow each other, and those of its family are near. */
const TITLES_KEPT = 64;

/** The same market, answering the same, with what neighbouring questions share kept in memory. */
export function buildingMarket(market: Market): Market {
  const titles = recent<TitleClassification>(TITLES_KEPT);
  return {
    ...market,
    store: widenedStore(market.store),
    shared: newShared(ANALYSES_KEPT),
    classifyTitle: (title) => titles.get(title, () => market.classifyTitle(title)),
  };
}
