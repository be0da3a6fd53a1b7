/** Builds a site of report pages over an open market. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../core/errors.js';
import type { Place } from '../core/place.js';
import type { Progress } from '../core/ports.js';
import { buildSite, type SiteSummary } from '../site/build.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from '../site/defaults.js';
import { planPages } from '../site/plan.js';
import { findPlace } from '../text/places/find.js';
import { type Market, requirePublic } from './market.js';
import { sitePageFiles } from './page-files.js';
import { programDigest } from './program-digest.js';
import { openSearchFile } from './search-file.js';
import { readSiteDocuments, readSiteSources } from './site-documents.js';
import { sitePlaces, siteTitles } from './site-lists.js';
import { siteWorkers } from './site-workers.js';

export interface SiteRequest {
  readonly out: string;
  /** Titles, lists of them or `all`, as `siteTitles` reads them; the 20 of the default site when left out. */
  readonly titles?: readonly string[] | undefined;
  /** Places, lists of them or `all`, as `sitePlaces` reads them; the 10 of the default site when left out. */
  readonly places?: readonly string[] | undefined;
  /** Only the first so many pages. */
  readonly limit?: number | undefined;
  readonly baseUrl?: string | undefined;
  /** Makes every page again. */
  readonly force?: boolean | undefined;
  /** Removes pages of earlier builds that the site has no more. */
  readonly prune?: boolean | undefined;
  /** Draws a picture per page for links that are shared. */
  readonly shareImages?: boolean | undefined;
  /** Threads that make pages; as many as there are processors when left out. */
  readonly jobs?: number | undefined;
  readonly progress: Progress;
}

export interface ReportSiteSummary extends SiteSummary {
  /** Titles without pages of their own, because an earlier title has the same address. */
  readonly repeated: readonly string[];
}

/** @throws {UsageError} UNWRITABLE_OUTPUT | SITE_IN_USE | BAD_BASE_URL | PRIVATE_DATA, and whatever a question throws */
export async function buildReportSite(market: Market, request: SiteRequest): Promise<ReportSiteSummary> {
  requirePublic(market);
  checkPictures(request);
  const titles = request.titles === undefined ? DEFAULT_TITLES : await siteTitles(request.titles, market);
  const places = request.places === undefined ? DEFAULT_PLACES : await sitePlaces(request.places, market);
  // Before anything is written: one unknown place would otherwise leave half a site behind.
  const found = new Map(places.map((place) => [place, findPlace(place, market.places).place]));
  const { pages, repeated } = planPages(sitePairs(titles, places), {
    placeOf: (place) => found.get(place) as Place,
    limit: request.limit,
  });
  const { out, jobs = availableParallelism(), shareImages = false } = request;
  const [pageFiles, documents, sources, searchFile] = await Promise.all([
    sitePageFiles(),
    readSiteDocuments(),
    readSiteSources(market),
    openSearchFile(market),
  ]);
  const summary = await buildSite({
    pages,
    openMaker: (context) => siteWorkers(market, { ...context, out, jobs, shareImages }),
    madeFrom: await madeFrom(market, [pageFiles.shared, request.baseUrl ?? null, shareImages]),
    out,
    pageFiles,
    parts: { documents, sources, search: searchFile },
    baseUrl: request.baseUrl,
    force: request.force,
    prune: request.prune,
    progress: request.progress,
  });
  return { ...summary, repeated };
}

/** @throws {UsageError} PICTURES_WITHOUT_ADDRESS: a page names its picture by its full address */
function checkPictures({ shareImages = false, baseUrl }: SiteRequest): void {
  if (!shareImages || baseUrl !== undefined) return;
  throw new UsageError(
    'PICTURES_WITHOUT_ADDRESS',
    'Pictures for shared links need the address of the site.',
    'Give --base-url as well, or leave --share-images out.',
  );
}

/** Names market, program and options: all that a page is made from beside its question. */
async function madeFrom({ store, directory }: Market, options: readonly unknown[]): Promise<string> {
  const parts = [await programDigest(), store.manifest, await modelsIn(directory), ...options];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What the market's trained models are; the manifest of the tables does not name them. */
function modelsIn(directory: string): Promise<string | null> {
  return readFile(join(directory, 'models', 'manifest.json'), 'utf8').catch(() => null);
}
