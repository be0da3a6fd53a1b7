/** Takes a user's import, or what was updated on this machine, out again. */
import { UsageError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import { assembleMarket } from '../ingest/assemble-market.js';
import type { Connector } from '../ingest/connector.js';
import { settleSwap } from '../ingest/directory-swap.js';
import { EmployerIds } from '../ingest/employer-ids.js';
import { removeImport } from '../ingest/imports/own-market/remove-import.js';
import { readLayouts } from '../ingest/layouts.js';
import { connectors as registered } from '../ingest/registry.js';
import { type ReviewedLists, readReviewedLists } from '../ingest/reviewed.js';
import { storageFailure } from '../ingest/storage-failure.js';
import { withUpdateLock } from '../ingest/update-lock.js';
import { openWorkshop } from '../store/duckdb/workshop.js';
import { readManifest } from '../store/manifest.js';
import { readOwnManifest } from '../store/own-manifest.js';
import type { Manifest } from '../store/port.js';
import type { Home } from './home.js';
import { REVIEWED_LISTS, SHIPPED_MARKET } from './paths.js';
import { keptFrom, sealMarket } from './seal-market.js';
import { sourceNamed } from './source-names.js';
import { dropUpdated, lockPath, startOf, updatedSources, WAIT_MS, writeOrigin } from './updated-market.js';

export interface RemovalRequest {
  readonly home: Home;
  readonly id: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly say: (message: string) => void;
  readonly shipped?: string;
  readonly reviewed?: string;
  readonly connectors?: (lists: ReviewedLists) => readonly Connector[];
}

/** What a removal would take away, in words for a question. */
export interface Removal {
  readonly id: string;
  /** `import`: the user's own rows; `update`: back to what ships; `added`: an optional source. */
  readonly kind: 'import' | 'update' | 'added';
  readonly description: string;
}

/**
 * Says what would be removed.
 *
 * @throws {UsageError} UNKNOWN_SOURCE | NOT_REMOVABLE
 */
export async function removalOf(request: Pick<RemovalRequest, 'home' | 'id' | 'shipped'>): Promise<Removal> {
  const { home, id } = request;
  const shippedAt = request.shipped ?? SHIPPED_MARKET;
  const imports = (await readOwnManifest(home.own))?.imports ?? [];
  const mine = imports.find((one) => one.id === id);
  if (mine !== undefined) return { id, kind: 'import', description: mine.fileName };
  const shipped = await readManifest(shippedAt);
  const { changed, manifest } = await changedHere(home, shippedAt, shipped);
  const source = sourceNamed(id, [...manifest.sources, ...shipped.sources, ...imports]);
  if (!changed.includes(id)) {
    const message = `${id} is as it ships with the program: there is nothing to remove.`;
    throw new UsageError('NOT_REMOVABLE', message, 'See goingrate sources for what can be removed.');
  }
  const ships = shipped.sources.some((one) => one.id === id);
  return { id, kind: ships ? 'update' : 'added', description: 'name' in source ? source.name : id };
}

async function changedHere(home: Home, shippedAt: string, shipped: Manifest) {
  const start = await startOf(home, shippedAt);
  if (start.kind === 'shipped') return { start, changed: start.again, manifest: shipped };
  const manifest = await readManifest(start.directory);
  return { start, changed: updatedSources(manifest, shipped), manifest };
}

/**
 * Removes it: an own import without a trace, a public source back to what ships.
 *
 * @throws {UsageError} UNKNOWN_SOURCE | NOT_REMOVABLE | STILL_NEEDED | UNWRITABLE_HOME
 */
export async function removeSource(request: RemovalRequest): Promise<Removal> {
  const { home, id, say } = request;
  const removal = await removalOf(request);
  try {
    if (removal.kind === 'import') await removeImport(home.own, id, { say });
    else {
      const options = { waitMs: WAIT_MS, signal: request.signal, say };
      await withUpdateLock(lockPath(home), options, ({ verify }) => goBack(request, verify));
    }
    return removal;
  } catch (failure) {
    throw storageFailure(failure, home.directory);
  } finally {
    request.progress.done();
  }
}

async function goBack(request: RemovalRequest, beforeCommit: () => Promise<void>): Promise<void> {
  const { home, id, progress, signal } = request;
  const shippedAt = request.shipped ?? SHIPPED_MARKET;
  await settleSwap(home.updated);
  const shipped = await readManifest(shippedAt);
  const { start, changed, manifest } = await changedHere(home, shippedAt, shipped);
  if (!changed.includes(id)) return;
  // A market of an older program is of no use; what else it held comes again with the next update.
  if (start.kind === 'shipped' || changed.length === 1) return dropUpdated(home);
  const connectors = (request.connectors ?? registered)(await readReviewedLists(request.reviewed ?? REVIEWED_LISTS));
  const original = shipped.sources.some((one) => one.id === id);
  if (!original) requireUnneeded(id, manifest, connectors);
  const layouts = new Map(await readLayouts(start.directory));
  const before = (await readLayouts(shippedAt)).get(id);
  if (before === undefined) layouts.delete(id);
  else layouts.set(id, before);
  const workshop = await openWorkshop();
  try {
    await assembleMarket({
      out: home.updated,
      kept: [
        ...keptFrom(manifest, start.directory, (one) => one !== id),
        ...keptFrom(shipped, shippedAt, (one) => one === id),
      ],
      read: [],
      employers: new EmployerIds([]),
      connectors,
      layouts,
      models: [start.directory, shippedAt],
      workshop,
      progress,
      signal,
      seal: async (directory, unsealed) => {
        await writeOrigin(directory, shippedAt);
        return sealMarket(workshop, directory, unsealed);
      },
      beforeCommit,
    });
  } finally {
    await workshop.close();
  }
}

function requireUnneeded(id: string, { sources }: Manifest, connectors: readonly Connector[]): void {
  const held = new Set(sources.map((source) => source.id));
  const resting = connectors.find((one) => held.has(one.id) && one.after?.includes(id));
  if (resting === undefined) return;
  throw new UsageError('STILL_NEEDED', `${resting.id} rests on ${id}.`, `Remove ${resting.id} first.`);
}
