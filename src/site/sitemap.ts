/** What search engines read: the site map and robots.txt. */
import { UsageError } from '../core/errors.js';
import { escapeHtml } from '../render/html/markup.js';
import { encodePath } from '../render/html/page-path.js';

/** Most addresses that one site map may hold (sitemaps.org). */
const MAP_LIMIT = 50_000;

/**
 * The address of a site, ending in a slash.
 *
 * @throws {UsageError} BAD_BASE_URL
 */
export function siteAddress(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '') {
    throw new UsageError(
      'BAD_BASE_URL',
      `Not the address of a site: ${baseUrl}.`,
      'Give one like https://example.org/pay.',
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/**
 * The site map, and further ones with an index when there are many pages.
 *
 * @param address of the site, ending in a slash
 * @param paths of the pages, relative to the site
 * @returns text by file name; `sitemap.xml` is the one to announce
 */
export function siteMaps(address: string, paths: readonly string[]): Map<string, string> {
  const locations = paths.map((path) => `<url><loc>${escapeHtml(address + encodePath(path))}</loc></url>`);
  if (locations.length <= MAP_LIMIT) return new Map([['sitemap.xml', document('urlset', locations)]]);
  const parts = new Map<string, string>();
  for (let start = 0; start < locations.length; start += MAP_LIMIT) {
    parts.set(`sitemap-${parts.size + 1}.xml`, document('urlset', locations.slice(start, start + MAP_LIMIT)));
  }
  const names = [...parts.keys()].map((name) => `<sitemap><loc>${escapeHtml(address + name)}</loc></sitemap>`);
  return parts.set('sitemap.xml', document('sitemapindex', names));
}

/** robots.txt: everything may be read; thin pages say `noindex` themselves. */
export function robots(address: string | null): string {
  return `User-agent: *\nAllow: /\n${address === null ? '' : `Sitemap: ${address}sitemap.xml\n`}`;
}

function document(element: string, lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${element}>\n`;
}
