/** The search over everything a market can answer for. */
import type { Search } from '../core/search.js';
import { type PlanRow, select } from '../query/plan.js';

import { addressPart, encodePath, reportPath } from '../render/html/page-path.js';
import { DEFAULT_PLACES, DEFAULT_TITLES } from '../site/defaults.js';
import { openSearch, placeEntries, type SearchEntry, titleEntries } from '../text/search/index.js';
import type { Market } from './market.js';

/** An occupation that every state has in proportion to its size: general and operations managers. */
const EVERYWHERE = '11-1021';

/** The places of the default site that are countries come before states. */
const COUNTRY_WEIGHT = 4;

/** Opens the search; reads the titles and places of the market once. */
export async function openMarketSearch(market: Market): Promise<Search> {
  return openSearch(await searchEntries(market), {
    hrefOf: ({ kind, name, id = name }) =>
      kind === 'title' ? `roles/${part(name)}/index.html` : `${part(id)}/index.html`,
    reportHref: (title, placeId) => `${encodePath(reportPath(title, placeId))}/index.html`,
    anyLevel: true,
  });
}

function part(text: string): string {
  return encodeURIComponent(addressPart(text));
}

/** Every title and every place of a market. */
export async function searchEntries({ store, places }: Market): Promise<SearchEntry[]> {
  const [phrases, occupations, listed, jobs] = await Promise.all([
    store.read(select('roles', ['role', 'name', 'match', 'phrase'])),
    store.read(select('occupations', ['soc', 'title'])),
    store.read(select('occupationTitles', ['taxonomy', 'title', 'language'])),
    store.read(select('official', ['soc', 'place', 'year', 'jobs'], [{ column: 'place', is: 'US' }])),
  ]);
  const everywhere = await store.read(
    select('official', ['soc', 'place', 'year', 'jobs'], [{ column: 'soc', is: EVERYWHERE }]),
  );
  const bySoc = newestJobs(jobs, ({ soc }) => soc);
  const titles = titleEntries({
    examples: DEFAULT_TITLES,
    phrases,
    occupations: occupations.map(({ soc, title }) => ({ soc, title, jobs: bySoc.get(soc) ?? null })),
    listed,
  });
  return [...titles, ...placeEntries(places, placeWeights(newestJobs(everywhere, ({ place }) => place)))];
}

type JobsRow = PlanRow<'official', 'soc' | 'place' | 'year' | 'jobs'>;

function newestJobs(rows: readonly JobsRow[], keyOf: (row: JobsRow) => string): Map<string, number> {
  const newest = new Map<string, JobsRow>();
  for (const row of rows) {
    if (row.jobs === null) continue;
    const known = newest.get(keyOf(row));
    if (known === undefined || row.year > known.year) newest.set(keyOf(row), row);
  }
  return new Map([...newest].map(([key, { jobs }]) => [key, jobs as number]));
}

/** By jobs where they are known, in powers of ten above a thousand. */
function placeWeights(jobs: ReadonlyMap<string, number>): Map<string, number> {
  const weights = new Map<string, number>();
  for (const [place, count] of jobs) weights.set(place, Math.max(0, Math.log10(count) - 3));
  for (const id of DEFAULT_PLACES) if (!id.includes('-')) weights.set(id, COUNTRY_WEIGHT);
  return weights;
}
