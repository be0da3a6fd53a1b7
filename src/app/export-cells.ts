/** Figures from a user's own records that may be published. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type History, NO_HISTORY } from '../analysis/publication/history.js';
import { readOwnPopulations } from '../analysis/publication/own-records.js';
import { populationOf, type StatedPopulation } from '../analysis/publication/population.js';
import { publish } from '../analysis/publication/publish.js';
import { readVocabulary } from '../analysis/publication/vocabulary.js';
import { UsageError } from '../core/errors.js';
import { withOwnMarketLock } from '../ingest/imports/own-market/own-market-lock.js';
import { buildPublication, type ReleasedPopulation, summariseExport } from '../report/build-publication.js';
import type { ExportSummary, Publication } from '../report/publication.js';
import type { Home } from './home.js';
import type { Market } from './market.js';
import { type Ledger, markWith, readLedger, writeLedger } from './publication-ledger.js';

export interface ExportOptions {
  readonly home: Pick<Home, 'directory'>;
  /** Told when another export is waited for. */
  readonly say?: (message: string) => void;
  /** Longest time to wait for another export, milliseconds. */
  readonly wait?: number;
}

export interface ExportedCells {
  readonly publication: Publication;
  /** @param file where the publication was written, null where it was not */
  readonly summary: (file: string | null) => ExportSummary;
}

const WAIT_MS = 120_000;
/** Folder in the user's home. */
const LEDGER_FOLDER = 'published';
const OWNER_ALONE = 0o700;

/**
 * Decides which groups of the own pay records may be published, and enters them in the ledger of releases. The ledger
 * is on the disk before the figures are handed out: a figure that was shown and not entered could be told against a
 * later one.
 *
 * @throws {UsageError} NO_OWN_DATA | OWN_MARKET_BUSY
 * @throws {MarketError} PUBLICATION_LEDGER_DAMAGED | PUBLICATION_LEDGER_VERSION
 */
export async function exportCells(market: Market, options: ExportOptions): Promise<ExportedCells> {
  if (!market.hasOwnData) {
    throw new UsageError(
      'NO_OWN_DATA',
      'There are no data of your own to export.',
      'Import some: goingrate import FILE',
    );
  }
  const { home, say = () => {}, wait = WAIT_MS } = options;
  const directory = join(home.directory, LEDGER_FOLDER);
  await mkdir(directory, { recursive: true, mode: OWNER_ALONE });
  return withOwnMarketLock(directory, { wait, say }, async (lock) => {
    const ledger = await readLedger(directory);
    const vocabulary = await readVocabulary(market.store);
    const stated = await readOwnPopulations(market.store, { vocabulary, mark: markWith(ledger.key) });
    const { released, histories } = release(stated, ledger);
    await lock.verify();
    if (histories !== null) await writeLedger(directory, { ...ledger, histories });
    return {
      publication: buildPublication(released, vocabulary),
      summary: (file) => summariseExport(released, file),
    };
  });
}

interface Released {
  readonly released: readonly ReleasedPopulation[];
  /** null when nothing is published. */
  readonly histories: Ledger['histories'] | null;
}

function release(populations: readonly StatedPopulation[], ledger: Ledger): Released {
  const histories = new Map<string, History>(ledger.histories);
  let shown = false;
  const released = populations.map((stated): ReleasedPopulation => {
    const { population, leftOut } = populationOf(stated);
    const { basis, country } = stated;
    if (population === null) return { basis, records: 0, leftOut, release: null };
    const key = `${basis}|${country}`;
    const made = publish(population, histories.get(key) ?? NO_HISTORY);
    if (made.published.length > 0) {
      histories.set(key, made.history);
      shown = true;
    }
    return { basis, records: population.records.length, leftOut, release: made };
  });
  return { released, histories: shown ? histories : null };
}
