import { describe, expect, it } from 'vitest';
import type { PlannedPage } from '../site/make-page.js';
import { pageQueue } from './page-queue.js';

const plan = (pairs: readonly (readonly [title: string, places: number])[]): PlannedPage[] =>
  pairs
    .flatMap(([title, places]) => Array.from({ length: places }, (_, at) => ({ title, place: `P${at}` })))
    .map((page, index) => ({ ...page, index, path: `${page.place}/${page.title}`, related: [] }));
const familyOf = (title: string) => title.split(' ')[0] as string;

/** Threads take turns until nothing is left; what each was given, batch by batch. */
function dealt(pages: readonly PlannedPage[], threads: number) {
  const queue = pageQueue(pages, familyOf);
  const given: (readonly PlannedPage[])[][] = Array.from({ length: threads }, () => []);
  for (let left = true; left; ) {
    left = false;
    for (const [thread, batches] of given.entries()) {
      const batch = queue.next(thread);
      if (batch === null) continue;
      batches.push(batch);
      left = true;
    }
  }
  return given;
}

describe('pageQueue', () => {
  it.each([1, 2, 3, 8])('deals every page once to %i threads, in batches of one title', (threads) => {
    const pages = plan([
      ['data scientist', 30],
      ['data engineer', 5],
      ['nurse', 14],
      ['design lead', 1],
    ]);
    const batches = dealt(pages, threads).flat();
    const indexes = batches.flat().map(({ index }) => index);
    expect([...indexes].sort((a, b) => a - b)).toEqual(pages.map(({ index }) => index));
    for (const batch of batches) expect(new Set(batch.map(({ title }) => title)).size).toBe(1);
  });

  it('keeps a thread to its family while others are left to the others', () => {
    const pages = plan([
      ['data scientist', 12],
      ['data engineer', 12],
      ['nurse', 12],
      ['nurse lead', 12],
    ]);
    const given = dealt(pages, 2).map((batches) => batches.map(([page]) => page?.title));
    expect(given).toEqual([
      ['data scientist', 'data engineer'],
      ['nurse', 'nurse lead'],
    ]);
  });

  it('gives the largest family first, and lets a thread without one help', () => {
    const pages = plan([
      ['small', 2],
      ['large job', 40],
    ]);
    const [first, second] = dealt(pages, 2);
    expect(first?.[0]?.[0]?.title).toBe('large job');
    expect(second?.[0]?.[0]?.title).toBe('small');
    expect(second?.slice(1).every(([page]) => page?.title === 'large job')).toBe(true);
    expect(second?.length).toBeGreaterThan(1);
  });

  it('has nothing for anybody where there are no pages', () => {
    expect(pageQueue([], familyOf).next(0)).toBeNull();
  });
});
