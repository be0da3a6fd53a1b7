/** Brings public sources up to date on this machine. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type GoingRateError, SourceError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { assembleMarket } from '../ingest/assemble-market.js';
import type { Connector } from '../ingest/connector.js';
import { settleSwap } from '../ingest/directory-swap.js';
import { type FetchOptions, fetchDownloads } from '../ingest/fetch/fetch-downloads.js';
import type { FetchFailure } from '../ingest/fetch/fetch-failure.js';
import { sourceFetch } from '../ingest/fetch/source-failure.js';
import { type Layouts, layoutsOf, readLayouts } from '../ingest/layouts.js';
import type { Locate } from '../ingest/raw-reader.js';
import { connectors as registered } from '../ingest/registry.js';
import { type Reread, rereadSources, type SourceOutcome } from '../ingest/reread.js';
import { type ReviewedLists, readReviewedLists } from '../ingest/reviewed.js';
import { storageFailure } from '../ingest/storage-failure.js';
import { type UpdateLock, withUpdateLock } from '../ingest/update-lock.js';
import { openStore } from '../store/duckdb/store.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import type { Manifest, Store, Workshop } from '../store/port.js';
import type { Home } from './home.js';
import { REVIEWED_LISTS, SHIPPED_MARKET } from './paths.js';
import { locateDownloads, locateGiven } from './raw-folders.js';
import { keptFrom, sealMarket } from './seal-market.js';
import { sourceNamed } from './source-names.js';
import { dropUpdated, lockPath, type Start, startOf, WAIT_MS, writeOrigin } from './updated-market.js';

export interface UpdateRequest {
  readonly home: Home;
  /** The source named; null for all that the market holds. */
  readonly id: string | null;
  /** Files given instead of fetched ones. */
  readonly from: string | null;
  readonly dryRun: boolean;
  /** Version of the program. */
  readonly version: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Says that another update is waited for. */
  readonly say: (message: string) => void;
  /** How files are fetched, where not as usual. */
  readonly fetching?: Partial<FetchOptions>;
  readonly shipped?: string;
  readonly reviewed?: string;
  readonly connectors?: (lists: ReviewedLists) => readonly Connector[];
}

export interface UpdatedSource extends SourceOutcome {
  /** What to download by hand from where. */
  readonly obtain: string;
}

export interface UpdateSummary {
  readonly sources: readonly UpdatedSource[];
  /** Whether the market in use is another now. */
  readonly written: boolean;
  /** Newest data date of the market afterwards. */
  readonly asOf: string;
}

/**
 * Fetches what has changed, reads it and puts the updated market together. Killed at any moment it leaves the market
 * as it was.
 *
 * @throws {UsageError} UNKNOWN_SOURCE | MISSING_RAW_FOLDER | NOT_THE_SOURCE | UNWRITABLE_HOME
 * @throws {MarketError} when the market to begin with is damaged
 * @throws the reason of the signal when it is aborted
 */
export async function updateSources(request: UpdateRequest): Promise<UpdateSummary> {
  const { home, say, signal } = request;
  const lists = await readReviewedLists(request.reviewed ?? REVIEWED_LISTS);
  const connectors = (request.connectors ?? registered)(lists);
  if (request.id !== null) sourceNamed(request.id, connectors);
  try {
    return await withUpdateLock(lockPath(home), { waitMs: WAIT_MS, signal, say }, (lock) =>
      update({ ...request, lists, connectors, lock }),
    );
  } catch (failure) {
    throw storageFailure(failure, home.directory);
  } finally {
    request.progress.done();
  }
}

interface Update extends Omit<UpdateRequest, 'connectors'> {
  readonly lists: ReviewedLists;
  readonly connectors: readonly Connector[];
  readonly lock: UpdateLock;
}

async function update(request: Update): Promise<UpdateSummary> {
  await settleSwap(request.home.updated);
  const start = await startOf(request.home, request.shipped ?? SHIPPED_MARKET);
  const workshop = await openWorkshop();
  try {
    const store = await openStore(start.directory);
    let reread: Reread;
    const layouts = await readLayouts(start.directory);
    try {
      reread = await changedSources(request, { start, store, layouts, workshop });
    } finally {
      await store.close();
    }
    const written = request.dryRun ? null : await putTogether(request, { start, reread, layouts, workshop, store });
    return {
      sources: reread.outcomes.map((outcome) => withAdvice(outcome, request)),
      written: written !== null,
      asOf: (written ?? store.manifest).asOf,
    };
  } finally {
    await workshop.close();
  }
}

interface Base {
  readonly start: Start;
  readonly store: Store;
  readonly layouts: Layouts;
  readonly workshop: Workshop;
}

async function changedSources(request: Update, { start, store, layouts, workshop }: Base): Promise<Reread> {
  const { id, connectors, home } = request;
  const held = new Set([...store.manifest.sources.map((source) => source.id), ...start.again]);
  const asked = new Set(id === null ? connectors.map((one) => one.id).filter((one) => held.has(one)) : [id]);
  const missed = request.from === null ? await fetchAll(request, asked) : new Map<string, GoingRateError>();
  const { lists, progress, signal } = request;
  return rereadSources({
    store,
    layouts,
    connectors,
    lists,
    reviewed: request.reviewed ?? REVIEWED_LISTS,
    ids: new Set([...asked, ...start.again]),
    missed,
    locate: await locateFor(request, store.manifest, home.downloads),
    workshop,
    progress,
    signal,
  });
}

async function locateFor({ from, id, connectors }: Update, manifest: Manifest, downloads: string): Promise<Locate> {
  if (from === null) return locateDownloads(downloads);
  const connector = id === null ? null : sourceNamed(id, connectors);
  return locateGiven({ from, connector, connectors, manifest, downloads });
}

/** @returns why the files of a source could not be fetched, by its id */
async function fetchAll(request: Update, asked: ReadonlySet<string>): Promise<Map<string, GoingRateError>> {
  const { home, version, progress, signal } = request;
  const wanted = request.connectors.filter(({ id }) => asked.has(id));
  const outcomes = await fetchDownloads(
    wanted.flatMap(({ downloads }) => downloads),
    { folder: home.downloads, version, progress, signal, ...request.fetching },
  );
  const missed = new Map<string, FetchFailure>();
  for (const { id, downloads } of wanted) {
    const { failure, withdrawn } = sourceFetch(downloads, outcomes);
    if (failure !== null) missed.set(id, failure);
    for (const path of withdrawn) await rm(join(home.downloads, path), { force: true });
  }
  return missed;
}

interface Parts extends Base {
  readonly reread: Reread;
}

/** @returns the manifest of the new market, or null where the one in use stays */
async function putTogether(request: Update, parts: Parts): Promise<Manifest | null> {
  const { start, reread, layouts, workshop, store } = parts;
  const { home, progress, signal, connectors, lock } = request;
  const shipped = request.shipped ?? SHIPPED_MARKET;
  if (reread.read.length === 0) {
    const failed = reread.outcomes.some(({ status }) => status === 'failed');
    if (start.kind === 'shipped' && start.updated && !failed) await dropUpdated(home);
    return null;
  }
  const fresh = new Set(reread.read.map(({ connector }) => connector.id));
  return assembleMarket({
    out: home.updated,
    kept: keptFrom(store.manifest, start.directory, (id) => !fresh.has(id)),
    read: reread.read,
    employers: reread.employers,
    connectors,
    layouts: new Map([...layouts, ...layoutsOf(reread.read)]),
    models: [start.directory, shipped],
    workshop,
    progress,
    signal,
    seal: async (directory, manifest) => {
      await writeOrigin(directory, shipped);
      return sealMarket(workshop, directory, manifest);
    },
    beforeCommit: () => lock.verify(),
  });
}

/** A source that was named and is not here has failed; one among all may be got by hand. */
function withAdvice(outcome: SourceOutcome, { connectors, id, from }: Update): UpdatedSource {
  const { obtain } = connectors.find((one) => one.id === outcome.id)!;
  if (outcome.status !== 'absent' || id !== outcome.id) return { ...outcome, obtain };
  const where = from === null ? 'Its publisher offers no file to programs.' : `"${from}" holds none of its files.`;
  const failure = new SourceError('SOURCE_MISSING', where, obtain);
  return { ...outcome, status: 'failed', failure, obtain };
}
