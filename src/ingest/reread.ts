/** Reads those sources of a market anew whose files have changed, and those that rest on them. */
import { join } from 'node:path';
import { type GoingRateError, SourceError } from '../core/errors.js';
import type { Progress } from '../core/ports.js';
import type { ManifestSource, Store, Workshop } from '../store/port.js';
import type { Connector } from './connector.js';
import type { EmployerNumbering } from './employer-ids.js';
import { GatheredRows } from './gathered-rows.js';
import type { Layouts } from './layouts.js';
import { type Locate, RawReader } from './raw-reader.js';
import { type ReadSource, readSource } from './read-source.js';
import { buildReaders, type Readers } from './readers.js';
import { readingWarnings } from './reading-warnings.js';
import { REVIEWED_FILES, type ReviewedLists } from './reviewed.js';
import { type SourceState, stateOf } from './source-state.js';
import { continuedIds, storedRows } from './stored-rows.js';
import { employerKeys } from './write-sources.js';

export interface RereadRequest {
  /** The market to begin with. */
  readonly store: Store;
  readonly layouts: Layouts;
  /** All there are, in reading order. */
  readonly connectors: readonly Connector[];
  readonly lists: ReviewedLists;
  /** Folder of the reviewed lists. */
  readonly reviewed: string;
  /** Sources to bring up to date. */
  readonly ids: ReadonlySet<string>;
  /** Why the files of a source could not be fetched. */
  readonly missed: ReadonlyMap<string, GoingRateError>;
  readonly locate: Locate;
  readonly workshop: Workshop;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface SourceFigures {
  readonly rows: number;
  readonly newest: string;
  readonly vintage: string;
}

/**
 * What became of a source. `dependent`: it rests on one that changed, but its own files are not here, so it stays as
 * it was; `absent`: none of its files is here.
 */
export interface SourceOutcome {
  readonly id: string;
  readonly name: string;
  readonly status: 'updated' | 'added' | 'unchanged' | 'dependent' | 'absent' | 'failed';
  readonly before: SourceFigures | null;
  readonly after: SourceFigures | null;
  readonly failure: GoingRateError | null;
  /** One line each, to be read after the name of the source. */
  readonly warnings: readonly string[];
}

export interface Reread {
  readonly outcomes: readonly SourceOutcome[];
  readonly read: readonly ReadSource[];
  readonly employers: EmployerNumbering;
}

/**
 * Reads what has changed. A source that fails keeps its old rows, and the others go on.
 *
 * @throws the reason of the signal when it is aborted; failures that are no source's
 */
export async function rereadSources(request: RereadRequest): Promise<Reread> {
  const { connectors, store, lists, signal } = request;
  const rows = new RowsInPart(store);
  const readers = buildReaders(lists, () => rows.gathered.all('places'));
  const outcomes: SourceOutcome[] = [];
  const read: ReadSource[] = [];
  const changed = new Set<string>();
  for (const connector of connectors) {
    signal.throwIfAborted();
    const rests = (connector.after ?? []).some((id) => changed.has(id));
    if (!request.ids.has(connector.id) && !(rests && entryOf(store, connector.id) !== null)) continue;
    const result = await attempt(connector, { request, rows, readers, rests });
    outcomes.push(result.outcome);
    if (result.read === null) continue;
    read.push(result.read);
    changed.add(connector.id);
  }
  const keys = read.flatMap(({ reading }) => employerKeys(reading.tables));
  return { outcomes, read, employers: await continuedIds(store, keys, readers) };
}

interface Attempt {
  readonly request: RereadRequest;
  readonly rows: RowsInPart;
  readonly readers: Readers;
  /** Whether a source it rests on has changed. */
  readonly rests: boolean;
}

type Attempted = { readonly outcome: SourceOutcome; readonly read: ReadSource | null };

async function attempt(connector: Connector, { request, rows, readers, rests }: Attempt): Promise<Attempted> {
  const entry = entryOf(request.store, connector.id);
  const { id, name } = connector;
  const before = entry === null ? null : figuresOf(entry);
  const settled = (status: SourceOutcome['status'], failure: GoingRateError | null = null): Attempted => ({
    outcome: { id, name, status, before, after: before, failure, warnings: [] },
    read: null,
  });
  const missed = request.missed.get(id);
  if (missed !== undefined) return settled('failed', missed);
  const locate = withReviewed(request.locate, request.reviewed);
  const state: SourceState = await stateOf(connector, entry, locate);
  if (state === 'absent') return settled(rests ? 'dependent' : 'absent');
  if (state === 'unchanged' && !rests) return settled('unchanged');
  try {
    request.progress.step(`Reading ${name}`);
    await rows.provide(connector);
    const raw = new RawReader(locate, request.workshop);
    const known = request.layouts.get(id);
    if (known !== undefined) raw.expect(known);
    if (id === request.connectors[0]!.id) {
      for (const list of REVIEWED_FILES) raw.account(`reviewed/${list}`, join(request.reviewed, list));
    }
    const read = await readSource(connector, { raw, readers, gathered: rows.gathered });
    if (!rests && entry !== null && isSameEntry(entry, read.source)) return settled('unchanged');
    rows.replaced(id);
    const warnings = entry === null ? [] : readingWarnings(read, entry, known);
    const status = entry === null ? 'added' : 'updated';
    return { outcome: { id, name, status, before, after: figuresOf(read.source), failure: null, warnings }, read };
  } catch (failure) {
    if (failure instanceof SourceError) return settled('failed', failure);
    throw failure;
  }
}

/** Rows of the sources read anew, and of those that are not as far as they are asked for. */
class RowsInPart {
  readonly gathered = new GatheredRows();
  readonly #store: Store;
  readonly #given = new Set<string>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Sees that the rows a connector may ask for are there. */
  async provide({ id, after = [] }: Connector): Promise<void> {
    const { files, sources } = this.#store.manifest;
    const held = new Set(sources.map((source) => source.id));
    const lacking = after.find((source) => !held.has(source) && !this.#given.has(source));
    if (lacking !== undefined) {
      const message = `${id} rests on ${lacking}, which the market does not hold.`;
      throw new SourceError('SOURCE_NEEDED', message, `Run goingrate sources update ${lacking} first.`);
    }
    const placing = files.filter(({ table }) => table === 'places').map(({ source }) => source);
    for (const source of new Set([...after, ...placing])) {
      if (this.#given.has(source) || source === id) continue;
      this.gathered.add(source, await storedRows(this.#store, source));
      this.#given.add(source);
    }
  }

  /** A source was read anew: its stored rows are not asked for again. */
  replaced(source: string): void {
    this.#given.add(source);
  }
}

function entryOf({ manifest }: Store, id: string): ManifestSource | null {
  return manifest.sources.find((source) => source.id === id) ?? null;
}

function figuresOf({ rowsKept, newest, vintage }: ManifestSource): SourceFigures {
  return { rows: rowsKept, newest, vintage };
}

/** Whether the same files gave the same account. */
function isSameEntry(before: ManifestSource, after: ManifestSource): boolean {
  return JSON.stringify(sorted(before)) === JSON.stringify(sorted(after));
}

function sorted({ rowsIn, rowsKept, newest, inputs, excluded }: ManifestSource): unknown {
  const files = inputs.map(({ path, bytes, sha256 }) => `${path} ${bytes} ${sha256}`).sort();
  return [rowsIn, rowsKept, newest, files, excluded.map(({ reason, count }) => `${reason} ${count}`).sort()];
}

function withReviewed(locate: Locate, reviewed: string): Locate {
  return (path) => (path.startsWith('reviewed/') ? join(reviewed, path.slice('reviewed/'.length)) : locate(path));
}
