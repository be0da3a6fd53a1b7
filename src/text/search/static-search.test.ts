import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { hasPage, type StaticIndex, staticIndex, staticSearchIndex } from './static-index.js';
import { openStaticSearch } from './static-search.js';

const us = { id: 'US', name: 'United States', kind: 'country' };
const texas = { id: 'US-TX', name: 'Texas', kind: 'state' };
const page = (title: string, place: typeof us, path: string) => ({ title, place, path });

const PAGES = [
  page('Data Scientist', us, 'us/data-scientist'),
  page('C++ Developer', us, 'us/c-plus-plus-developer'),
  page('データ分析', us, 'us/データ分析'),
  page('Data Scientist', texas, 'us-tx/data-scientist'),
];

/** The index as a page gets it: by running the script. */
function loaded(text: string): StaticIndex {
  const scope: { goingrateSearch?: StaticIndex } = {};
  runInNewContext(text, scope);
  return JSON.parse(JSON.stringify(scope.goingrateSearch)) as StaticIndex;
}

describe('staticSearchIndex', () => {
  it('carries names, spellings and pages through a script', () => {
    const index = loaded(staticSearchIndex({ pages: PAGES, spellingsOfPlace: (id) => (id === 'US' ? ['usa'] : []) }));
    expect(index).toEqual(staticIndex({ pages: PAGES, spellingsOfPlace: (id) => (id === 'US' ? ['usa'] : []) }));
    expect(index.titles.map(([name]) => name)).toEqual(['Data Scientist', 'C++ Developer', 'データ分析']);
  });

  it('lets no name end the script or its document', () => {
    const hostile = '</script><script>alert(1)</script>\u2028"\\';
    const text = staticSearchIndex({ pages: [page(hostile, us, 'us/x')] });
    expect(text).not.toMatch(/<|\u2028/);
    expect(loaded(text).titles[0]?.[0]).toBe(hostile);
  });

  it('knows each pair of a large site, and is small', () => {
    const pages = Array.from({ length: 1_000 }, (_, title) => title).flatMap((title) =>
      Array.from({ length: 50 }, (_, place) => place)
        .filter((place) => (title * 7 + place) % 3 !== 0)
        .map((place) =>
          page(
            `Title ${title}`,
            { id: `US-${10_000 + place}`, name: `Place ${place}`, kind: 'metro' },
            `p${place}/t${title}`,
          ),
        ),
    );
    const index = staticIndex({ pages });
    const titleAt = new Map(index.titles.map(([name], at) => [name, at]));
    const placeAt = new Map(index.places.map(([name], at) => [name, at]));
    for (const { title, place } of [
      [3, 4],
      [3, 3],
      [999, 49],
      [998, 49],
    ].map(([t, p]) => ({ title: t!, place: p! }))) {
      const there = hasPage(index, placeAt.get(`Place ${place}`)!, titleAt.get(`Title ${title}`)!);
      expect(there).toBe((title * 7 + place) % 3 !== 0);
    }
    expect(staticSearchIndex({ pages }).length).toBeLessThan(60_000);
  });
});

describe('openStaticSearch', () => {
  const { search, page: pageOf } = openStaticSearch(staticIndex({ pages: PAGES }));

  it('finds titles, places and the pages of both', () => {
    expect(search('dta scientist')[0]).toMatchObject({
      kind: 'title',
      name: 'Data Scientist',
      href: 'roles/data-scientist/index.html',
    });
    expect(search('texas')[0]).toMatchObject({
      kind: 'place',
      id: 'US-TX',
      href: 'us-tx/index.html',
      note: 'US state or territory',
    });
    expect(search('data scientist tx')[0]).toMatchObject({ kind: 'report', href: 'us-tx/data-scientist/index.html' });
  });

  it('offers no page that the site lacks', () => {
    expect(search('c++ developer texas').filter(({ kind }) => kind === 'report')).toEqual([]);
    expect(search('senior data scientist').every(({ name }) => name === 'Data Scientist' || name === 'Texas')).toBe(
      true,
    );
    expect(pageOf('C++ Developer', 'Texas')).toBeNull();
  });

  it.each([
    ['data scientist', 'US-TX', 'us-tx/data-scientist/index.html'],
    ['Data Scientist', 'texs', 'us-tx/data-scientist/index.html'],
    ['c++', '', 'us/c-plus-plus-developer/index.html'],
    ['data scientist texas', '', 'us-tx/data-scientist/index.html'],
    ['データ分析', 'US', 'us/%E3%83%87%E3%83%BC%E3%82%BF%E5%88%86%E6%9E%90/index.html'],
    ['qqq', 'US', null],
    ['', '', null],
  ])('the page of %j in %j is %j', (title, place, href) => expect(pageOf(title, place)).toBe(href));

  it('works on a site without pages', () => {
    const empty = openStaticSearch(staticIndex({ pages: [] }));
    expect([empty.search('nurse'), empty.page('nurse', 'us')]).toEqual([[], null]);
  });
});
