/** Which pages a site has, before any is made. */
import { reportPath } from '../render/html/page-path.js';
import type { SitePair } from './defaults.js';
import type { PlannedPage, RelatedPlan } from './make-page.js';

export interface SitePlan {
  readonly pages: readonly PlannedPage[];
  /** Titles left out because an earlier one has their address: `C plus plus Developer` after `C++ Developer`. */
  readonly repeated: readonly string[];
}

export interface PlanOptions {
  /** The place that a name stands for; throws for an unknown one. */
  readonly placeOf: (place: string) => { readonly id: string; readonly name: string };
  /** Only the first so many pages. */
  readonly limit?: number | undefined;
}

/** Links from a page to the same title elsewhere; the list of places leads to the rest. */
const MOST_RELATED = 4;

/** The pages of the pairs, in their order, each address once. */
export function planPages(pairs: readonly SitePair[], { placeOf, limit }: PlanOptions): SitePlan {
  const planned: Omit<PlannedPage, 'related'>[] = [];
  const taken = new Map<string, string>();
  const repeated = new Set<string>();
  const byTitle = new Map<string, RelatedPlan[]>();
  for (const { title, place } of pairs) {
    const { id, name } = placeOf(place);
    const path = reportPath(title, id);
    const first = taken.get(path);
    if (first !== undefined) {
      if (first !== title) repeated.add(title);
      continue;
    }
    if (planned.length === limit) break;
    taken.set(path, title);
    planned.push({ index: planned.length, title, place, path });
    const same = byTitle.get(title) ?? [];
    if (same.length <= MOST_RELATED) byTitle.set(title, [...same, { path, name: `${title}, ${name}` }]);
  }
  const related = ({ title, path }: Omit<PlannedPage, 'related'>) =>
    (byTitle.get(title) ?? []).filter((other) => other.path !== path).slice(0, MOST_RELATED);
  return { pages: planned.map((page) => ({ ...page, related: related(page) })), repeated: [...repeated] };
}
