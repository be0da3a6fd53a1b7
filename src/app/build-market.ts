/** Builds a market from raw sources and fits what is fitted once. */

import { stat } from 'node:fs/promises';
import { UsageError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { buildMarket } from '../ingest/build.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import type { Manifest } from '../store/port.js';
import { REVIEWED_LISTS, SHIPPED_MARKET } from './paths.js';
import { sealMarket } from './seal-market.js';

export interface MarketBuildRequest {
  /** Folder with one folder of raw files per source. */
  readonly from: string;
  readonly out?: string | undefined;
  readonly progress: Progress;
  readonly threads?: number | undefined;
}

/**
 * @throws {UsageError} MISSING_RAW_FOLDER
 * @throws {SourceError} when a raw file is missing or not what its publisher documents
 */
export async function buildMarketFrom(request: MarketBuildRequest): Promise<Manifest> {
  const folder = await stat(request.from).catch(() => null);
  if (folder === null || !folder.isDirectory()) {
    throw new UsageError(
      'MISSING_RAW_FOLDER',
      `There is no folder of raw sources at "${request.from}".`,
      'Give --from the folder that holds one folder per source; docs/sources.md names them.',
    );
  }
  const workshop = await openWorkshop(request.threads === undefined ? {} : { threads: request.threads });
  try {
    return await buildMarket({
      from: request.from,
      out: request.out ?? SHIPPED_MARKET,
      shipped: SHIPPED_MARKET,
      reviewed: REVIEWED_LISTS,
      workshop,
      progress: request.progress,
      seal: (directory, manifest) => sealMarket(workshop, directory, manifest),
    });
  } finally {
    await workshop.close();
  }
}
