/** Everything on a site that is no report: the ways to the reports, and what they rest on. */
import { comparePage } from '../render/html/comparison-page.js';
import { type DocumentPage, documentPage, type SiteDocument } from '../render/html/document.js';
import { type SiteFrames, siteFrame } from '../render/html/frame.js';
import { renderMessage } from '../render/html/message.js';
import { type SourcesPageOptions, sourcesPage } from '../render/html/sources-page.js';
import { atomFeed, FEED_FILE } from './feed.js';
import { indexPages } from './index-pages.js';
import { isThin, type PageEntry } from './page-entry.js';
import { type MapPage, robots, siteMaps } from './sitemap.js';

export interface SitePart {
  /** Below the root, with forward slashes. */
  readonly path: string;
  readonly content: string | Uint8Array;
}

export interface SitePartsOptions {
  /** Of all report pages, in the order of the site. */
  readonly entries: readonly PageEntry[];
  readonly frames: SiteFrames;
  readonly documents: readonly SiteDocument[];
  readonly sources: Omit<SourcesPageOptions, 'frames'>;
  /** The file that the search of the site reads, made from its pages; without one there is no search. */
  readonly search?: ((entries: readonly PageEntry[]) => SitePart) | undefined;
}

/** One after the other, so that no more than one is in memory. */
export function* siteParts(options: SitePartsOptions): Generator<SitePart> {
  const { entries, frames, search } = options;
  const file = search?.(entries);
  if (file !== undefined) yield file;
  const searching = file === undefined ? frames : { ...frames, shared: { ...frames.shared, search: file.path } };
  const mapped: MapPage[] = [];
  for (const { path, html, noindex } of pagesBeside({ ...options, frames: searching })) {
    if (noindex !== true) mapped.push({ path: path.replace(/index\.html$/, ''), asOf: null });
    yield { path, content: html };
  }
  for (const { name, text } of options.sources.licences) yield { path: `sources/${name}`, content: text };
  yield { path: '404.html', content: notFound(searching) };
  yield { path: 'robots.txt', content: robots(frames.address) };
  if (frames.address === null) return;
  for (const entry of entries) if (!isThin(entry)) mapped.push({ path: `${entry.path}/`, asOf: entry.asOf });
  yield* siteMaps(frames.address, mapped);
  yield { path: FEED_FILE, content: atomFeed(frames.address, entries) };
}

function* pagesBeside({ entries, frames, documents, sources }: SitePartsOptions): Generator<DocumentPage> {
  yield* indexPages(frames, entries);
  yield comparePage(frames);
  for (const document of documents) yield documentPage(document, { frames, documents });
  yield sourcesPage({ ...sources, frames });
}

/** A page for any address that leads nowhere: it may stand at any depth, so its links start at the site's own path. */
function notFound(frames: SiteFrames): string {
  const root = frames.address === null ? '/' : new URL(frames.address).pathname;
  return renderMessage({
    frame: { ...siteFrame(frames, '404.html'), root },
    heading: 'No page here',
    message: 'There is no report at this address.',
    remedy: 'Choose a job and a place from the front page, or go by the list of roles or places.',
  });
}
