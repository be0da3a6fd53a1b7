/** The script of every page of a site: each part looks for its place and does nothing where there is none. */
import { startChosenLink } from './chosen-link.js';
import { startCompareBar } from './compare-bar.js';
import { startCopy } from './copy.js';
import { startCorrection } from './correction.js';
import { loadComparison } from './load-comparison.js';
import { startOffer } from './offer.js';
import { startSearch } from './search.js';
import { attempt, startParts } from './start.js';

attempt(startCopy);
startParts({
  offer: startOffer,
  correction: startCorrection,
  search: startSearch,
  chosen: startChosenLink,
  compare: (element) => {
    if (element.matches('.compare-bar')) startCompareBar(element);
    else loadComparison(element);
  },
});
