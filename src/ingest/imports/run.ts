/** From an opened file and its mapping to rows of the own market. */
import { DomainError } from '../../core/errors.js';
import { OWN_SOURCE } from '../../core/own-data.js';
import type { Progress } from '../../core/ports.js';
import type { ImportDesk, ImportWorkshop, JudgedRows, WrittenImport } from '../../store/import-port.js';
import type { OwnImport, StoredMapping } from '../../store/own-manifest.js';
import { storageFailure } from '../storage-failure.js';
import { importId } from './import-id.js';
import type { Input } from './input.js';
import type { Mapping } from './mapping.js';
import { withOwnMarketLock } from './own-market/own-market-lock.js';
import { type OwnMarketWriter, openOwnMarket } from './own-market/own-market-writer.js';
import { QUARANTINE_FOLDER, quarantineFile } from './quarantine.js';
import type { ImportSummary } from './summary.js';
import { importRules, kindOf, type MappedTable, mappedTables, toImport } from './tables-to-import.js';
import { importReaders } from './values/import-readers.js';
import type { OwnReading } from './values/own-reading.js';

export interface ImportRequest {
  readonly input: Input;
  /** One for each table of the input, in order; null for a table that is skipped. */
  readonly mappings: readonly (Mapping | null)[];
  readonly home: { readonly own: string };
  readonly reading: OwnReading;
  readonly workshop: ImportWorkshop;
  readonly progress: Progress;
  readonly textVersion: string;
  /** Says once that another import is waited for. */
  readonly say?: (message: string) => void;
  /** Longest time to wait for another import; two minutes unless said. */
  readonly waitMs?: number;
}

export type ImportOutcome = ImportSummary & { readonly id: string };

export const WAIT_MS = 120_000;

/**
 * Imports a file: all of it or, when anything fails or the process is killed, nothing.
 *
 * The same file with the same mapping again changes nothing.
 *
 * @throws {UsageError} NOTHING_MAPPED | MIXED_KINDS | NOT_CLEAN_TEXT | OWN_MARKET_BUSY
 * @throws {UsageError} UNWRITABLE_HOME
 * @throws {MarketError} OWN_MARKET_DAMAGED | OWN_MARKET_VERSION | DISK_FULL
 */
export async function runImport(request: ImportRequest): Promise<ImportOutcome> {
  const { input, home, say = () => {}, waitMs = WAIT_MS, textVersion } = request;
  const tables = mappedTables(input, request.mappings);
  const id = importId(input.sha256, tables);
  try {
    return await withOwnMarketLock(home.own, { wait: waitMs, say }, async (lock) => {
      const market = await openOwnMarket(home.own, { lock, textVersion });
      const before = await market.find(id);
      if (before !== null) return again(before, home.own);
      return market.staged((staging) => add({ request, tables, id, market, staging }));
    });
  } catch (failure) {
    throw storageFailure(failure, home.own);
  }
}

/** The summary of an import that is already there. */
function again(before: OwnImport, own: string): ImportOutcome {
  const { id, rows, imported, repeated, quarantined, reasons, quarantine } = before;
  return {
    id,
    summary: { rows, imported: 0, repeated: imported + repeated, quarantined },
    reasons,
    quarantine: quarantine === null ? null : quarantineFile(own, quarantine),
  };
}

interface Addition {
  readonly request: ImportRequest;
  readonly tables: readonly MappedTable[];
  readonly id: string;
  readonly market: OwnMarketWriter;
  /** Folder for everything that is not yet part of the market. */
  readonly staging: string;
}

async function add(addition: Addition): Promise<ImportOutcome> {
  const { request, tables, id, market, staging } = addition;
  const { input, progress, workshop, home } = request;
  const sources = tables.map((one) => toImport(one, null));
  const desk = await workshop.begin(sources, staging);
  try {
    const judged = await judge(desk, addition);
    const quarantine = judged.quarantined > 0 ? `${QUARANTINE_FOLDER}/${id}.csv` : null;
    if (quarantine !== null) await market.write(staging, quarantine, (path) => desk.writeQuarantine(path));
    const written = await write(desk, addition);
    await desk.close();
    const entry = entryOf({ input, tables, id, judged, written, quarantine });
    progress.step('Adding the rows to your own data');
    if (entry.rows > 0) await market.commit(staging, entry, written.files);
    const { rows, imported, repeated, quarantined, reasons } = entry;
    const path = quarantine === null ? null : quarantineFile(home.own, quarantine);
    return { id, summary: { rows, imported, repeated, quarantined }, reasons, quarantine: path };
  } finally {
    await desk.close();
    progress.done();
  }
}

async function judge(desk: ImportDesk, { request, tables }: Addition): Promise<JudgedRows> {
  const { reading, progress } = request;
  const say = (message: string) => progress.step(message);
  const readers = new Map(tables.map(({ table, mapping }) => [table.name, importReaders(reading, mapping)]));
  await desk.read(({ name }) => readers.get(name)!, say);
  return desk.judge(importRules(kindOf(tables), reading), say);
}

function write(desk: ImportDesk, { request, tables, id, market, staging }: Addition): Promise<WrittenImport> {
  const basis = kindOf(tables) === 'paid' ? 'paid' : 'posted';
  const destination = { directory: staging, id, source: OWN_SOURCE.id, basis } as const;
  return desk.write(destination, market.earlier(), (message) => request.progress.step(message));
}

interface Parts {
  readonly input: Input;
  readonly tables: readonly MappedTable[];
  readonly id: string;
  readonly judged: JudgedRows;
  readonly written: WrittenImport;
  readonly quarantine: string | null;
}

/** @throws {DomainError} ROWS_UNACCOUNTED */
function entryOf({ input, tables, id, judged, written, quarantine }: Parts): OwnImport {
  const { rows, quarantined, reasons } = judged;
  const { imported, repeated, period } = written;
  const set = reasons.reduce((sum, { count }) => sum + count, 0);
  if (imported < 0 || repeated < 0 || rows !== imported + repeated + quarantined || set !== quarantined) {
    const told = `${imported} imported, ${repeated} repeated, ${quarantined} set aside for ${set} reasons`;
    throw new DomainError('ROWS_UNACCOUNTED', `An import of ${rows} rows accounts for ${told}.`);
  }
  return {
    id,
    fileName: input.fileName,
    kind: kindOf(tables),
    bytes: input.bytes,
    sha256: input.sha256,
    mapping: Object.fromEntries(tables.map(({ table, mapping }) => [table.name, mapping as StoredMapping])),
    rows,
    imported,
    repeated,
    quarantined,
    reasons,
    quarantine,
    period,
  };
}
