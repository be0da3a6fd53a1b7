/** The six defects no page may have, looked for over all pages of a site. */
import { forecastsOfThePast, laterEvidence } from './after-as-of.js';
import { type CountableOffers, checkCounts } from './cell-counts.js';
import {
  type AskedCredentials,
  type ListedTools,
  namedCredentials,
  singledOutTools,
  unfittingTools,
} from './fitting-skills.js';
import { silentInversions } from './level-order.js';
import { unnamedCurrencies } from './named-currency.js';
import type { Page } from './page.js';
import { repeatedAsks, repeatedOverPlaces, repeatedOverRoles } from './repeated-figures.js';

/** What the pages are held against. */
export interface DefectFacts {
  readonly offers: CountableOffers;
  readonly tools: ListedTools;
  readonly credentials: AskedCredentials;
}

/** One line for each occurrence, by the defect. */
export interface SiteDefects {
  readonly inversions: readonly string[];
  readonly misfits: readonly string[];
  readonly constants: readonly string[];
  readonly pastProjections: readonly string[];
  readonly namelessCurrencies: readonly string[];
  readonly foreignCounts: readonly string[];
}

/** What each defect is called in a table. */
export const DEFECT_NAMES: Readonly<Record<keyof SiteDefects, string>> = {
  inversions: 'a higher level below a lower one in silence',
  misfits: 'a skill or credential that does not fit the role',
  constants: 'a constant repeated as if it were a finding',
  pastProjections: 'a projection that does not start after the as-of date',
  namelessCurrencies: 'a currency left unnamed',
  foreignCounts: 'an n of another cell',
};

export function findDefects(pages: readonly Page[], { offers, tools, credentials }: DefectFacts): SiteDefects {
  return {
    inversions: silentInversions(pages),
    misfits: pages.flatMap((page) => [
      ...unfittingTools(page, tools),
      ...namedCredentials(page, credentials),
      ...singledOutTools(page, tools),
    ]),
    constants: [...repeatedOverRoles(pages), ...repeatedOverPlaces(pages), ...repeatedAsks(pages)],
    pastProjections: pages.flatMap((page) => [...forecastsOfThePast(page), ...laterEvidence(page)]),
    namelessCurrencies: pages.flatMap(unnamedCurrencies),
    foreignCounts: pages.flatMap((page) => checkCounts(page, offers).wrong),
  };
}
