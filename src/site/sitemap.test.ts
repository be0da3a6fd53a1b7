import { describe, expect, it } from 'vitest';
import { robots, siteAddress, siteMaps } from './sitemap.js';

const ADDRESS = 'https://example.org/pay/';
const pages = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ path: `us/job-${at}/`, asOf: '2026-08-08' }));

describe('siteMaps', () => {
  it('is one file while one may hold all pages', () => {
    const [map, ...more] = siteMaps(ADDRESS, [
      { path: '', asOf: null },
      { path: 'us/データ/', asOf: '2026-08-08' },
    ]);
    expect(more).toEqual([]);
    expect(map?.path).toBe('sitemap.xml');
    expect(map?.content).toContain('<url><loc>https://example.org/pay/</loc></url>');
    expect(map?.content).toContain('/us/%E3%83%87%E3%83%BC%E3%82%BF/</loc><lastmod>2026-08-08</lastmod>');
  });

  it('is split where it holds too many addresses, each address once', () => {
    const [index, ...parts] = siteMaps(ADDRESS, pages(100_001));
    expect(parts.map(({ path }) => path)).toEqual([
      'sitemaps/pages-1.xml',
      'sitemaps/pages-2.xml',
      'sitemaps/pages-3.xml',
    ]);
    expect(index?.content.match(/<loc>https:\/\/example\.org\/pay\/sitemaps\/pages-\d\.xml<\/loc>/g)).toHaveLength(3);
    const found = parts.flatMap(({ content }) => content.match(/<loc>[^<]*<\/loc>/g) ?? []);
    expect(new Set(found).size).toBe(100_001);
    expect(parts[0]?.content.match(/<url>/g)).toHaveLength(50_000);
  });

  it('is split where it holds too many bytes', () => {
    const parts = siteMaps(ADDRESS, pages(200), { addresses: 1000, bytes: 5_000 }).slice(1);
    expect(parts.length).toBeGreaterThan(2);
    for (const { content } of parts) expect(Buffer.byteLength(content)).toBeLessThan(5_200);
    expect(parts.flatMap(({ content }) => content.match(/<url>/g) ?? [])).toHaveLength(200);
  });

  it('escapes what would end an element', () => {
    const [map] = siteMaps('https://example.org/a&b/', [{ path: "o'<>/", asOf: null }]);
    expect(map?.content).toContain('<loc>https://example.org/a&amp;b/o&#39;%3C%3E/</loc>');
  });
});

it('an address ends in a slash and has no secrets', () => {
  expect(siteAddress('https://example.org/pay')).toBe(ADDRESS);
  for (const bad of ['', 'example.org', 'ftp://example.org', 'https://example.org/?a', 'https://me:x@example.org/']) {
    expect(() => siteAddress(bad)).toThrow(/Not the address of a site/);
  }
});

it('robots.txt names the site map where there is one', () => {
  expect(robots(ADDRESS)).toContain('Sitemap: https://example.org/pay/sitemap.xml\n');
  expect(robots(null)).not.toContain('Sitemap');
});
