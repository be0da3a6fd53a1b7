/** The six defects over the pages of the default site. */
import { formatCount } from '../../core/format.js';
import { judged, type Score } from '../../core/score.js';
import { loadAskedCredentials, loadCountableOffers, loadListedTools } from '../../models/backtest/defect-facts.js';
import type { Page } from '../../report/defects/page.js';
import { DEFECT_NAMES, findDefects, type SiteDefects } from '../../report/defects/site-defects.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, type SitePair, sitePairs } from '../../site/defaults.js';
import type { Market } from '../market.js';
import { rememberingStore } from '../remembering-store.js';
import { answerReport } from '../report.js';
import type { Measurement } from './measurement.js';

/** Reads kept while pages are made, as for a site. */
const REMEMBERED_READS = 256;

const NAMES = Object.keys(DEFECT_NAMES) as (keyof SiteDefects)[];

export const siteDefects: Measurement = {
  ids: ['defects.site'],
  measure: async ({ market, progress, note }) => {
    const pairs = sitePairs(DEFAULT_TITLES, DEFAULT_PLACES);
    const pages = await pagesOf(market, pairs, (done) =>
      progress.step(`Pages of the default site, ${formatCount(done)} of ${formatCount(pairs.length)}`),
    );
    const [offers, tools, credentials] = await Promise.all([
      loadCountableOffers(market.store),
      loadListedTools(market.store),
      loadAskedCredentials(market.store),
    ]);
    const defects = findDefects(pages, { offers, tools, credentials });
    for (const name of NAMES) {
      const [first] = defects[name];
      if (first !== undefined) note(`defects.site, ${DEFECT_NAMES[name]}, first of ${defects[name].length}: ${first}.`);
    }
    return [defectScore(defects, pages.length)];
  },
};

export function defectScore(defects: SiteDefects, pages: number): Score {
  return judged({
    id: 'defects.site',
    metric: 'occurrences of the six defects over all pages of the default site',
    value: NAMES.reduce((sum, name) => sum + defects[name].length, 0),
    reference: null,
    limits: { low: null, high: 0 },
    n: pages,
    counted: 'pages',
    parts: NAMES.map((name) => ({ name: DEFECT_NAMES[name], value: defects[name].length, n: pages, limits: null })),
  });
}

async function pagesOf(market: Market, pairs: readonly SitePair[], onPage: (done: number) => void): Promise<Page[]> {
  const remembering = { ...market, store: rememberingStore(market.store, REMEMBERED_READS) };
  const pages: Page[] = [];
  for (const { title, place } of pairs) {
    onPage(pages.length);
    pages.push({ title, place, report: await answerReport(remembering, { title, place }) });
  }
  return pages;
}
