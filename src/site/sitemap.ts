/** What search engines read: the site map and robots.txt. */
import { UsageError } from '../core/errors.js';
import { escapeHtml } from '../render/html/markup.js';
import { encodePath } from '../render/html/page-path.js';

/** Most addresses that one site map may hold (sitemaps.org). */
const MAP_LIMIT = 50_000;
/** Most bytes of one: 50 MB, with room for its first and last lines. */
const BYTES_LIMIT = 50_000_000 - 1_000;

export interface MapLimits {
  readonly addresses: number;
  readonly bytes: number;
}

export interface MapPage {
  /** Below the root, with a slash at its end; empty for the front page. */
  readonly path: string;
  /** `YYYY-MM-DD` of the data, where the page has data. */
  readonly asOf: string | null;
}

/**
 * The address of a site, ending in a slash.
 *
 * @throws {UsageError} BAD_BASE_URL
 */
export function siteAddress(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null;
  if (
    url === null ||
    !/^https?:$/.test(url.protocol) ||
    url.search !== '' ||
    url.hash !== '' ||
    url.username !== '' ||
    url.password !== ''
  ) {
    throw new UsageError(
      'BAD_BASE_URL',
      `Not the address of a site: ${baseUrl}.`,
      'Give one like https://example.org/pay.',
    );
  }
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/**
 * The site map; where one file may not hold all pages, several with an index.
 *
 * @param address of the site, ending in a slash
 * @returns files; `sitemap.xml` is the one to announce
 */
export function siteMaps(
  address: string,
  pages: readonly MapPage[],
  limits: MapLimits = { addresses: MAP_LIMIT, bytes: BYTES_LIMIT },
): { readonly path: string; readonly content: string }[] {
  const parts = splitLines(
    pages.map((page) => pageLine(address, page)),
    limits,
  );
  if (parts.length <= 1) return [{ path: 'sitemap.xml', content: document('urlset', parts[0] ?? []) }];
  const files = parts.map((lines, index) => ({
    path: `sitemaps/pages-${index + 1}.xml`,
    content: document('urlset', lines),
  }));
  const names = files.map(({ path }) => `<sitemap><loc>${escapeHtml(address + path)}</loc></sitemap>`);
  return [{ path: 'sitemap.xml', content: document('sitemapindex', names) }, ...files];
}

/** robots.txt of a folder of pages: everything may be read; thin pages say `noindex` themselves. */
export function robots(address: string | null): string {
  return `User-agent: *\nAllow: /\n${address === null ? '' : `Sitemap: ${address}sitemap.xml\n`}`;
}

/** robots.txt of a server: its pages may be read; questions put in words are without end, and each costs an answer. */
export const SERVED_ROBOTS = 'User-agent: *\nDisallow: /api/\nDisallow: /report?\nDisallow: /compare?\n';

function pageLine(address: string, { path, asOf }: MapPage): string {
  const date = asOf === null ? '' : `<lastmod>${escapeHtml(asOf)}</lastmod>`;
  return `<url><loc>${escapeHtml(address + encodePath(path))}</loc>${date}</url>`;
}

function splitLines(lines: readonly string[], limits: MapLimits): string[][] {
  const parts: string[][] = [];
  let part: string[] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(line) + 1;
    if (part.length > 0 && (part.length >= limits.addresses || bytes + size > limits.bytes)) {
      parts.push(part);
      part = [];
      bytes = 0;
    }
    part.push(line);
    bytes += size;
  }
  return part.length === 0 ? parts : [...parts, part];
}

function document(element: string, lines: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</${element}>\n`;
}
