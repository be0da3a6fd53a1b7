import { expect, it } from 'vitest';
import { sitePairs } from './defaults.js';
import { planPages } from './plan.js';

const placeOf = (place: string) => ({ id: place === 'Texas' ? 'US-TX' : place, name: `the ${place}` });

it('gives each address once, and names the titles left out', () => {
  const pairs = sitePairs(['C++ Developer', 'C plus plus developer', 'Nurse'], ['US-TX', 'Texas', 'US']);
  const { pages, repeated } = planPages(pairs, { placeOf });
  expect(pages.map(({ index, path }) => [index, path])).toEqual([
    [0, 'us-tx/c-plus-plus-developer'],
    [1, 'us-tx/nurse'],
    [2, 'us/c-plus-plus-developer'],
    [3, 'us/nurse'],
  ]);
  // Places that are one and the same leave no title out.
  expect(repeated).toEqual(['C plus plus developer']);
  expect(planPages(pairs, { placeOf, limit: 1 }).repeated).toEqual(['C plus plus developer']);
  expect(planPages(sitePairs(['Nurse', 'Nurse'], ['US', 'US']), { placeOf }).repeated).toEqual([]);
});

it('keeps the first so many pages, each leading to the same title elsewhere', () => {
  const { pages } = planPages(sitePairs(['Nurse', 'Cook'], ['A', 'B', 'C', 'D', 'E', 'F', 'G']), {
    placeOf,
    limit: 11,
  });
  expect(pages).toHaveLength(11);
  expect(pages[0]?.related.map(({ path }) => path)).toEqual(['b/nurse', 'c/nurse', 'd/nurse', 'e/nurse']);
  expect(pages[10]?.related).toEqual(
    ['A', 'B', 'C', 'D'].map((place) => ({ path: `${place.toLowerCase()}/nurse`, name: `Nurse, the ${place}` })),
  );
  expect(pages.flatMap(({ related }) => related).every(({ path }) => pages.some((page) => page.path === path))).toBe(
    true,
  );
});

it('lets an unknown place be refused before there is a plan', () => {
  const refuse = () => {
    throw new Error('unknown');
  };
  expect(() => planPages(sitePairs(['Nurse'], ['Atlantis']), { placeOf: refuse })).toThrow('unknown');
});
