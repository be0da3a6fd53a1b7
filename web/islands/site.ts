/** The script of every page: each part looks for its place and does nothing where there is none. */
import { startCompareBar } from './compare-bar.js';
import { startCopy } from './copy.js';
import { startCorrection } from './correction.js';
import { loadComparison } from './load-comparison.js';
import { startOffer } from './offer.js';
import { startSearch } from './search.js';

const PARTS: Readonly<Record<string, (element: HTMLElement) => void>> = {
  offer: startOffer,
  correction: startCorrection,
  search: startSearch,
  compare: (element) => {
    if (element.matches('.compare-bar')) startCompareBar(element);
    else loadComparison(element);
  },
};

/** A part that fails is reported as any fault is, and leaves the others and the page as they are. */
function attempt(start: () => void): void {
  try {
    start();
  } catch (error) {
    reportError(error);
  }
}

attempt(startCopy);
for (const element of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const start = PARTS[element.dataset.island ?? ''];
  if (start !== undefined) attempt(() => start(element));
}
