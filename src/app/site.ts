/** Builds a site of report pages over an open market. */

import type { Progress } from '../core/ports.js';
import { buildSite, type SiteSummary } from '../site/build.js';
import { DEFAULT_PLACES, DEFAULT_TITLES, sitePairs } from '../site/defaults.js';
import { findPlace } from '../text/places/find.js';
import { type Market, requirePublic } from './market.js';
import { rememberingStore } from './remembering-store.js';
import { answerReport } from './report.js';
import { readStyles } from './styles.js';

/** Reads kept while a site is built: about twenty questions' worth. */
const REMEMBERED_READS = 256;

export interface SiteRequest {
  readonly out: string;
  /** The 20 titles of the default site when left out. */
  readonly titles?: readonly string[] | undefined;
  /** The 10 places of the default site when left out. */
  readonly places?: readonly string[] | undefined;
  /** Only the first so many pages. */
  readonly limit?: number | undefined;
  readonly baseUrl?: string | undefined;
  readonly progress: Progress;
}

export type { SiteSummary } from '../site/build.js';

/** @throws {UsageError} UNWRITABLE_OUTPUT | BAD_BASE_URL | PRIVATE_DATA, and whatever a question throws */
export async function buildReportSite(market: Market, request: SiteRequest): Promise<SiteSummary> {
  requirePublic(market);
  const places = request.places ?? DEFAULT_PLACES;
  // Before anything is written: one unknown place would otherwise leave half a site behind.
  for (const place of places) findPlace(place, market.places);
  const pairs = sitePairs(request.titles ?? DEFAULT_TITLES, places);
  const remembering = { ...market, store: rememberingStore(market.store, REMEMBERED_READS) };
  return buildSite({
    answer: (title, place) => answerReport(remembering, { title, place }),
    pairs: pairs.slice(0, request.limit),
    out: request.out,
    styles: await readStyles(),
    baseUrl: request.baseUrl,
    progress: request.progress,
  });
}
