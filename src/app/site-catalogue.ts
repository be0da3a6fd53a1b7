/** The titles and places that a server lists on its pages. */
import { select } from '../query/plan.js';
import { occupationGroupOf } from '../render/format/occupation-groups.js';
import type { SiteCatalogue } from '../serve/http/site-catalogue.js';
import { DEFAULT_PLACES, DEFAULT_TITLES } from '../site/defaults.js';
import { singleTitle } from '../text/search/index.js';
import type { Market } from './market.js';

/** Titles of the usual site and roles of the catalogue, which lead; then official occupations. All places. */
export async function siteCatalogue(market: Market): Promise<SiteCatalogue> {
  const { catalogue, places, store } = market;
  const occupations = await store.read(select('occupations', ['soc', 'title']));
  const titles = new Map<string, SiteCatalogue['titles'][number]>();
  for (const title of [...DEFAULT_TITLES, ...catalogue.roles.map(({ name }) => name)]) {
    const [first] = (await market.classifyTitle(title)).occupations;
    titles.set(title, { title, group: first === undefined ? null : occupationGroupOf(first.soc), leading: true });
  }
  for (const { soc, title: published } of occupations) {
    const title = singleTitle(published);
    if (!titles.has(title)) titles.set(title, { title, group: occupationGroupOf(soc), leading: false });
  }
  const leading = new Set(DEFAULT_PLACES);
  const listed = new Map(places.map(({ place, name, kind }) => [place, { id: place, name, kind }]));
  const first = DEFAULT_PLACES.flatMap((id) => listed.get(id) ?? []);
  const others = [...listed.values()].filter(({ id }) => !leading.has(id));
  return {
    titles: [...titles.values()],
    places: [...first, ...others].map((place) => ({
      ...place,
      leading: leading.has(place.id) || place.kind === 'state',
    })),
  };
}
