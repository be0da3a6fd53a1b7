/** Deals the pages of a site out to threads so that those which read the same rows are made by the same one. */
import type { PlannedPage } from '../site/make-page.js';

export interface PageQueue {
  /** Pages to be made next by one of the threads, all of one title; null when none are left. */
  next(thread: number): readonly PlannedPage[] | null;
}

/** Small enough that no thread waits long for the last one, large enough that asking for the next costs nothing. */
const BATCH = 12;

interface Group {
  readonly batches: PlannedPage[][];
  owner: number | null;
}

/**
 * A thread keeps to one group until all its pages are dealt; then it takes the largest group nobody has, then helps
 * with whatever has most left.
 *
 * @param groupOf what the title of a page shares its rows with, such as its family of roles
 */
export function pageQueue(pages: readonly PlannedPage[], groupOf: (title: string) => string): PageQueue {
  const groups = [...grouped(pages, groupOf).values()];
  const left = (group: Group): number => group.batches.reduce((sum, batch) => sum + batch.length, 0);
  const largest = (candidates: readonly Group[]): Group | undefined =>
    candidates.reduce<Group | undefined>(
      (best, group) => (best && left(best) >= left(group) ? best : group),
      undefined,
    );
  return {
    next(thread) {
      const open = groups.filter(({ batches }) => batches.length > 0);
      const group =
        open.find(({ owner }) => owner === thread) ??
        largest(open.filter(({ owner }) => owner === null)) ??
        largest(open);
      if (group === undefined) return null;
      group.owner ??= thread;
      return group.batches.shift() ?? null;
    },
  };
}

function grouped(pages: readonly PlannedPage[], groupOf: (title: string) => string): Map<string, Group> {
  const byTitle = new Map<string, PlannedPage[]>();
  for (const page of pages) {
    const same = byTitle.get(page.title);
    if (same === undefined) byTitle.set(page.title, [page]);
    else same.push(page);
  }
  const groups = new Map<string, Group>();
  for (const [title, own] of byTitle) {
    const name = groupOf(title);
    const group = groups.get(name) ?? { batches: [], owner: null };
    groups.set(name, group);
    for (let from = 0; from < own.length; from += BATCH) group.batches.push(own.slice(from, from + BATCH));
  }
  return groups;
}
