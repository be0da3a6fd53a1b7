/** Which sources there are: in the market in use, of the user's own, and those that could be added. */
import type { Connector } from '../ingest/connector.js';
import { connectors as registered } from '../ingest/registry.js';
import { type ReviewedLists, readReviewedLists } from '../ingest/reviewed.js';
import { readManifest } from '../store/manifest.js';
import { type OwnImport, readOwnManifest } from '../store/own-manifest.js';
import type { Manifest, ManifestSource } from '../store/port.js';
import type { Home } from './home.js';
import { type MarketChoice, type MarketInUse, marketDirectoryInUse } from './market-in-use.js';
import { REVIEWED_LISTS, SHIPPED_MARKET } from './paths.js';
import { sourceNamed } from './source-names.js';
import { updatedSources } from './updated-market.js';

/** `shipped` with the program, `updated` or `added` on this machine, or of the market that GOINGRATE_MARKET names. */
export type SourceOrigin = 'shipped' | 'updated' | 'added' | 'chosen';

export interface ListedSource {
  readonly id: string;
  readonly name: string;
  readonly vintage: string;
  readonly newest: string;
  /** Rows kept. */
  readonly rows: number;
  readonly licence: string;
  readonly where: SourceOrigin;
}

export interface ListedImport {
  readonly id: string;
  readonly file: string;
  readonly kind: OwnImport['kind'];
  readonly rows: number;
  readonly imported: number;
  readonly period: OwnImport['period'];
}

export interface OptionalSource {
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly obtain: string;
}

export interface SourceList {
  readonly schema: 'goingrate.sources/1';
  readonly market: { readonly directory: string; readonly kind: MarketInUse['kind']; readonly asOf: string };
  readonly sources: readonly ListedSource[];
  readonly imports: readonly ListedImport[];
  /** Sources that do not ship and are not in the market. */
  readonly optional: readonly OptionalSource[];
}

export interface SourcesRequest extends MarketChoice {
  readonly home: Home;
  /** Told once when an updated market cannot be used. */
  readonly note: (message: string) => void;
  readonly reviewed?: string;
  readonly connectors?: (lists: ReviewedLists) => readonly Connector[];
}

/** @throws {MarketError} when the market in use or the user's own data are damaged */
export async function listSources(request: SourcesRequest): Promise<SourceList> {
  const { use, manifest, origins, imports, connectors } = await gather(request);
  const held = new Set(manifest.sources.map(({ id }) => id));
  const optional = connectors.filter(({ id, ships }) => !ships && !held.has(id));
  return {
    schema: 'goingrate.sources/1',
    market: { directory: use.directory, kind: use.kind, asOf: manifest.asOf },
    sources: manifest.sources.map((source) => listed(source, origins)),
    imports: imports.map(({ id, fileName: file, kind, rows, imported, period }) => ({
      id,
      file,
      kind,
      rows,
      imported,
      period,
    })),
    optional: optional.map(({ id, name, licence, obtain }) => ({ id, name, licence, obtain })),
  };
}

/** Everything known of one source: of the market, of the registry, or of the user's own. */
export type SourceDetails =
  | { readonly kind: 'import'; readonly import: OwnImport; readonly quarantine: string | null }
  | {
      readonly kind: 'public';
      /** Null for a source that could be added. */
      readonly source: (ManifestSource & { readonly where: SourceOrigin }) | null;
      readonly tables: readonly { readonly table: string; readonly rows: number; readonly bytes: number }[];
      readonly about: Pick<Connector, 'id' | 'name' | 'publisher' | 'address' | 'licence' | 'attribution'> & {
        /** Null where this version of the program does not read the source any more. */
        readonly cadence: string | null;
        readonly obtain: string | null;
        readonly modifications: string | null;
        readonly ships: boolean;
        readonly after: readonly string[];
        /** Official addresses of its files, each once. */
        readonly addresses: readonly string[];
      };
    };

/** @throws {UsageError} UNKNOWN_SOURCE */
export async function showSource(id: string, request: SourcesRequest): Promise<SourceDetails> {
  const { manifest, origins, imports, connectors } = await gather(request);
  const mine = imports.find((one) => one.id === id);
  if (mine !== undefined) {
    const quarantine = mine.quarantine === null ? null : `${request.home.own}/${mine.quarantine}`;
    return { kind: 'import', import: mine, quarantine };
  }
  const known = sourceNamed(id, [...manifest.sources, ...connectors, ...imports]);
  const source = manifest.sources.find((one) => one.id === known.id) ?? null;
  const connector = connectors.find((one) => one.id === known.id) ?? null;
  const files = manifest.files.filter((file) => file.source === known.id);
  return {
    kind: 'public',
    source: source === null ? null : { ...source, where: origins(source.id) },
    tables: files.map(({ table, rows, bytes }) => ({ table, rows, bytes })),
    about: aboutOf((source ?? connector)!, connector),
  };
}

type Identity = Pick<Connector, 'id' | 'name' | 'publisher' | 'address' | 'licence' | 'attribution'>;

function aboutOf({ id, name, publisher, address, licence, attribution }: Identity, connector: Connector | null) {
  return {
    id,
    name,
    publisher,
    address,
    licence,
    attribution,
    cadence: connector?.cadence ?? null,
    obtain: connector?.obtain ?? null,
    modifications: connector?.modifications ?? null,
    ships: connector?.ships ?? false,
    after: connector?.after ?? [],
    addresses: [...new Set(connector?.downloads.map((download) => download.address) ?? [])],
  };
}

async function gather(request: SourcesRequest) {
  const { home, note } = request;
  const use = await marketDirectoryInUse(home, request);
  if (use.note !== null) note(use.note);
  const [manifest, own, lists] = await Promise.all([
    readManifest(use.directory),
    readOwnManifest(home.own),
    readReviewedLists(request.reviewed ?? REVIEWED_LISTS),
  ]);
  const origins = await originsOf(use, manifest, request.shipped ?? SHIPPED_MARKET);
  return { use, manifest, origins, imports: own?.imports ?? [], connectors: (request.connectors ?? registered)(lists) };
}

async function originsOf({ kind }: MarketInUse, manifest: Manifest, shipped: string) {
  if (kind !== 'updated') return (): SourceOrigin => (kind === 'chosen' ? 'chosen' : 'shipped');
  const before = await readManifest(shipped);
  const ships = new Set(before.sources.map(({ id }) => id));
  const changed = new Set(updatedSources(manifest, before));
  return (id: string): SourceOrigin => (changed.has(id) ? (ships.has(id) ? 'updated' : 'added') : 'shipped');
}

function listed(source: ManifestSource, origins: (id: string) => SourceOrigin): ListedSource {
  const { id, name, vintage, newest, rowsKept: rows, licence } = source;
  return { id, name, vintage, newest, rows, licence, where: origins(id) };
}
