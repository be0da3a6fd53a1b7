import { describe, expect, it } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { hostileReport, sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import type { Report } from '../../report/model.js';
import type { SiteFrames } from './frame.js';
import { homePage } from './home.js';
import { type IndexEntry, indexEntry } from './index-entry.js';
import { placePages } from './place-index.js';
import { placesPages } from './places-page.js';
import { rolePages } from './role-index.js';
import { rolesPages } from './roles-page.js';

const frames: SiteFrames = {
  shared: { styles: 'assets/site.css', script: 'assets/site.js', search: 'assets/search-0.js' },
  address: null,
  live: false,
};

const REPORTS: readonly Report[] = [sampleReport, thinReport, hostileReport];
const ENTRIES = REPORTS.map((report, at) => indexEntry(report, `us/page-${at}`));
const PLACE = { id: 'US', name: 'United States' };

/** The same headline under other names; `at` tells them apart. */
function many(count: number, change: (at: number) => Partial<IndexEntry>): IndexEntry[] {
  const [first] = ENTRIES;
  return Array.from({ length: count }, (_, at) => ({ ...(first as IndexEntry), ...change(at) }));
}

describe('home', () => {
  const [page] = [homePage({ frames, examples: ENTRIES, titles: ['Machine Learning Lead'], places: [PLACE] })];

  it('shows answers with their interval and n, and none without a figure', () => {
    expect(page.html).toContain('US$196,000');
    expect(page.html).toContain('90% interval US$181,000 to US$212,000');
    expect(page.html).toContain('n 43');
    expect(page.html).not.toContain('page-1');
    expect(numbersNotInModel(REPORTS, page.html)).toEqual([]);
  });

  it('says that each example has a scale of its own', () => {
    expect(page.html).toMatch(/<p class="index-key[^>]*>Each on its own scale\./);
  });

  it('asks by a form that loses no question without a script, live and static', () => {
    const [form = ''] = /<form[\s\S]*?<\/form>/.exec(page.html) ?? [];
    expect(form).toMatch(/^<form[^>]*data-index="assets\/search-0\.js"/);
    expect(form).not.toMatch(/action=/);
    expect(form).toMatch(
      /<noscript><p[^>]*>Searching needs JavaScript; without it choose from <a href="roles\/index\.html">all roles<\/a> or <a href="places\/index\.html">all places<\/a>\.<\/p><\/noscript>/,
    );
    const live = homePage({ frames: { ...frames, live: true }, examples: [], titles: [], places: [] });
    expect(live.html).toMatch(/<form[^>]*data-api="api\/v1\/search"[^>]*action="report" method="get"/);
    expect(live.html).toContain('name="title"');
    expect(live.html).not.toContain('<noscript>');
  });
});

describe('a place', () => {
  it('lists each report with the numbers of its model and no others, thin ones apart', () => {
    const [page] = placePages({ frames, place: PLACE, folder: 'us', entries: ENTRIES });
    expect(page?.path).toBe('us/index.html');
    expect(page?.html).toContain('US$196,000');
    expect(page?.html).toMatch(/grade C; n 43/);
    expect(page?.html.indexOf('Not enough evidence')).toBeLessThan(page?.html.indexOf('page-1') ?? 0);
    expect(numbersNotInModel(REPORTS, page?.html ?? '')).toEqual([]);
  });

  it('says where observations of a wider scope are from, and how many are of the place', () => {
    const entry = ENTRIES[0] as IndexEntry;
    const evidence = { ...entry.headline.evidence, place: 'US', asked: { n: 3, employers: 2 } };
    const texas = {
      ...entry,
      place: { id: 'US-TX', name: 'Texas', kind: 'state' },
      headline: { ...entry.headline, evidence },
    };
    const [page] = placePages({ frames, place: texas.place, folder: 'us-tx', entries: [texas] });
    expect(page?.html).toContain('in all of US, here 3');
  });

  it('orders by estimate on one scale', () => {
    const quantity = (value: number) => ({ ...(ENTRIES[0] as IndexEntry).headline.quantity!, value, interval: null });
    const entries = many(3, (at) => ({
      title: `Job ${at}`,
      headline: {
        ...(ENTRIES[0] as IndexEntry).headline,
        quantity: { ...quantity(100_000 + 50_000 * at), percentiles: {} },
      },
    }));
    const [page] = placePages({ frames, place: PLACE, folder: 'us', entries });
    const order = [...(page?.html.matchAll(/>Job (\d)</g) ?? [])].map(([, at]) => at);
    expect(order).toEqual(['2', '1', '0']);
    const dots = [...(page?.html.matchAll(/<circle[^>]* cx="([\d.]+)%"/g) ?? [])].map(([, x]) => Number(x));
    expect(dots[1]).toBeCloseTo(50, 0);
    expect((dots[0] ?? 0) - (dots[1] ?? 0)).toBeCloseTo((dots[1] ?? 0) - (dots[2] ?? 0), 0);
  });

  it('splits a thousand roles over light pages that lead to every one', () => {
    const entries = many(1_000, (at) => ({
      title: `Job ${at}`,
      path: `us/job-${at}`,
      group: at % 5 === 0 ? null : `Group ${at % 3}`,
    }));
    const pages = placePages({ frames, place: PLACE, folder: 'us', entries });
    expect(pages.length).toBeGreaterThan(5);
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    expect(Math.max(...pages.map(({ html }) => html.length))).toBeLessThan(150_000);
    const text = pages.map(({ html }) => html).join('');
    for (const { path } of entries) expect(text).toContain(`${path}/index.html"`);
    for (const { path } of pages.slice(1)) expect(pages[0]?.html).toContain(path.replace('us/', ''));
    expect(pages[1]?.html).toContain('href="../../../us/index.html"');
  });

  it('is no page for search engines without a figure', () => {
    const [page] = placePages({ frames, place: PLACE, folder: 'us', entries: [ENTRIES[1] as IndexEntry] });
    expect(page?.html).toContain('noindex');
    expect(page?.noindex).toBe(true);
  });
});

describe('a role', () => {
  it('keeps currencies apart', () => {
    const [entry] = ENTRIES as [IndexEntry];
    const pounds = { ...entry.headline.quantity!, unit: 'GBP/year' };
    const british = { ...entry, currency: 'GBP', place: { id: 'GB', name: 'United Kingdom', kind: 'country' } };
    const entries = [entry, { ...british, headline: { ...entry.headline, quantity: pounds } }];
    const [page] = rolePages({ frames, title: 'Machine Learning Lead', entries });
    expect(page?.path).toBe('roles/machine-learning-lead/index.html');
    expect(page?.html).toContain('Pay in US$');
    expect(page?.html).toContain('Pay in £');
    expect(page?.html.match(/class="index-scale"/g)).toHaveLength(2);
  });
});

describe('lists', () => {
  it('group roles and places, and split very long lists', () => {
    const roles = Array.from({ length: 2_000 }, (_, at) => ({ title: `Job ${at}`, group: `Group ${at % 20}` }));
    const pages = rolesPages({ frames, roles });
    expect(pages).toHaveLength(21);
    expect(pages[0]?.html.length).toBeLessThan(20_000);
    const [places] = placesPages({
      frames,
      places: [
        { ...PLACE, kind: 'country' },
        { id: 'US-TX', name: 'Texas', kind: 'state' },
      ],
    });
    expect(places?.html).toMatch(/Countries[\s\S]*United States[\s\S]*US states and territories[\s\S]*Texas/);
  });

  it('stay pages without anything to list', () => {
    for (const pages of [rolesPages({ frames, roles: [] }), placesPages({ frames, places: [] })]) {
      expect(pages).toHaveLength(1);
      expect(pages[0]?.html).toContain('<h1>');
    }
    expect(rolePages({ frames, title: '<script>', entries: [] })[0]?.html).toContain('&lt;script&gt;: pay by place');
  });

  it('let no name become HTML', () => {
    const hostile = '"><img src=x onerror=alert(1)>';
    const place = { id: 'US', name: hostile, kind: 'country' };
    const entries = many(2, () => ({ title: hostile, place, group: hostile }));
    const pages = [
      homePage({ frames, examples: entries, titles: [hostile], places: [place] }),
      ...placePages({ frames, place, folder: 'us', entries, further: [{ name: hostile, path: 'us/x' }] }),
      ...rolePages({ frames, title: hostile, entries }),
      ...rolesPages({ frames, roles: [{ title: hostile, group: hostile }] }),
      ...placesPages({ frames, places: [place] }),
    ];
    for (const { html } of pages) expect(html).not.toMatch(/<img/);
  });
});
