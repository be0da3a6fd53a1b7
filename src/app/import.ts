/** Imports of a user's own files: open, map, preview, and only then load. */
import { stat } from 'node:fs/promises';
import { basename, relative } from 'node:path';
import { type GoingRateError, UsageError } from '../core/errors.js';
import { type Progress, silentProgress } from '../core/ports.js';
import { listFiles } from '../ingest/imports/formats/list-files.js';
import { fileFailure } from '../ingest/imports/formats/unreadable.js';
import { isColumnList, parseColumnList, parseSettings } from '../ingest/imports/mapping/parse-given.js';
import { mappingPath, readSavedMapping, saveMapping } from '../ingest/imports/mapping/saved-mapping.js';
import type { Wishes } from '../ingest/imports/mapping/settle-mapping.js';
import type { RecordKind } from '../ingest/imports/mapping.js';
import type { ImportedFile, ImportSummaryModel } from '../report/import-summary.js';
import { type Home, locateHome } from './home.js';
import { type ImportSession, openImportSession } from './import-session.js';
import { joinSummaries } from './join-summaries.js';
import { type PreparedFile, prepareFile } from './prepare-file.js';

export type { PreparedFile, PreparedTable } from './prepare-file.js';

export interface ImportOptions {
  /** `title=Job Title,payLow=Min`, a file of JSON or the name of a saved mapping; later ones win. */
  readonly map?: readonly string[] | undefined;
  /** `currency=EUR`, `country=DE`, `kind=paid`, `decimal=,`, `dateOrder=day-first`. */
  readonly set?: readonly string[] | undefined;
  readonly kind?: RecordKind | undefined;
  /** Lets `map` name columns about persons, where that makes sense at all. */
  readonly allowPersonal?: boolean | undefined;
  /** Encoding of text files, where it is not told right. */
  readonly encoding?: string | undefined;
  /** Name under which the mapping is kept once the import is made. */
  readonly saveMap?: string | undefined;
  readonly home?: Home | undefined;
  /** Public market whose lists read titles and places; the one in use when left out. */
  readonly market?: string | undefined;
  readonly progress?: Progress | undefined;
  /** Says that another import is waited for. */
  readonly say?: ((message: string) => void) | undefined;
  /** Last day an observation can be of; the user's today when left out. */
  readonly today?: string | undefined;
}

/** What an import did. */
export type ImportAnswer = ImportSummaryModel;

/** A file of a folder that was left out, and why. */
export interface LeftOut {
  readonly file: string;
  readonly failure: GoingRateError;
}

/** An import that waits for a confirmation. Nothing of it is in the user's market yet. */
export interface PreparedImport {
  readonly files: readonly PreparedFile[];
  /** Files of a folder that cannot be imported. */
  readonly leftOut: readonly LeftOut[];
  readonly isFolder: boolean;
  /** Loads everything that was prepared. */
  run(): Promise<ImportAnswer>;
  /** Ids of the imports that were made, once they were. */
  ids(): readonly string[];
  /** Removes what was written beside; to be called in any case. */
  close(): Promise<void>;
}

/**
 * Opens a file, or every file of a folder, guesses the mapping and reads the first rows with it.
 *
 * @throws {UsageError} UNREADABLE_FILE | UNMAPPABLE_FILE | UNKNOWN_FIELD | UNKNOWN_COLUMN | PERSONAL_COLUMN and what
 * else the user can mend; of a folder only where nothing in it can be imported
 */
export async function prepareImport(path: string, options: ImportOptions = {}): Promise<PreparedImport> {
  const home = options.home ?? locateHome();
  const wishes = await readWishes(options, home);
  if (options.saveMap !== undefined) mappingPath(home.mappings, options.saveMap);
  const { paths, isFolder } = await findPaths(path);
  const session = await openImportSession({ ...options, home, progress: options.progress ?? silentProgress });
  try {
    const { files, leftOut } = await prepareAll({ paths, isFolder, root: path, session, wishes });
    const ids: string[] = [];
    return {
      files,
      leftOut,
      isFolder,
      ids: () => ids,
      run: async () => {
        const answer = await loadAll({ files, leftOut, isFolder, session, ids });
        if (options.saveMap !== undefined) await saveFirst(options.saveMap, files, home);
        return answer;
      },
      close: () => session.close(),
    };
  } catch (failure) {
    await session.close();
    throw failure;
  }
}

/**
 * Imports a file or a folder without a preview.
 *
 * @throws {UsageError} see {@link prepareImport}
 * @throws {MarketError} when the user's or the public market is damaged
 * @example const { summary } = await importFile('offers.csv', { set: ['country=DE'] });
 */
export async function importFile(path: string, options: ImportOptions = {}): Promise<ImportAnswer> {
  const prepared = await prepareImport(path, options);
  try {
    return await prepared.run();
  } finally {
    await prepared.close();
  }
}

async function readWishes({ map = [], set = [], kind, allowPersonal }: ImportOptions, home: Home): Promise<Wishes> {
  const settings = parseSettings(set);
  let saved: Wishes['saved'] = null;
  const columns: Wishes['columns'][number][] = [];
  for (const value of map) {
    if (isColumnList(value)) columns.push(...parseColumnList(value));
    else saved = await readSavedMapping(home.mappings, value);
  }
  const clash = columns.find(({ field, column }) => column !== null && field in settings.constants);
  if (clash !== undefined) {
    const message = `--map and --set both say what ${clash.field} is.`;
    throw new UsageError('CONTRADICTORY_FLAGS', message, 'Leave one of them out.');
  }
  if (kind !== undefined && settings.kind !== null && settings.kind !== kind) {
    throw new UsageError('CONTRADICTORY_FLAGS', '--kind and --set kind=... differ.', 'Leave one of them out.');
  }
  return {
    saved,
    columns,
    settings: { ...settings, kind: kind ?? settings.kind },
    allowPersonal: allowPersonal === true,
  };
}

async function findPaths(path: string): Promise<{ paths: readonly string[]; isFolder: boolean }> {
  try {
    if (!(await stat(path)).isDirectory()) return { paths: [path], isFolder: false };
  } catch (failure) {
    throw fileFailure(basename(path), failure);
  }
  return { paths: await listFiles(path), isFolder: true };
}

interface Preparation {
  readonly paths: readonly string[];
  readonly isFolder: boolean;
  readonly root: string;
  readonly session: ImportSession;
  readonly wishes: Wishes;
}

async function prepareAll({ paths, isFolder, root, session, wishes }: Preparation) {
  const files: PreparedFile[] = [];
  const leftOut: LeftOut[] = [];
  for (const path of paths) {
    const shown = isFolder ? relative(root, path) : path;
    try {
      files.push(await prepareFile(path, { shown, session, wishes }));
    } catch (failure) {
      if (!isFolder || !(failure instanceof UsageError) || !OF_ONE_FILE.has(failure.code)) throw failure;
      leftOut.push({ file: shown, failure });
    }
  }
  session.progress.done();
  if (files.length === 0) throw leftOut[0]!.failure;
  return { files, leftOut };
}

/** Faults of one file; the other files of a folder may be imported all the same. */
const OF_ONE_FILE: ReadonlySet<string> = new Set(['UNREADABLE_FILE', 'UNMAPPABLE_FILE', 'UNKNOWN_COLUMN']);

interface Loading {
  readonly files: readonly PreparedFile[];
  readonly leftOut: readonly LeftOut[];
  readonly isFolder: boolean;
  readonly session: ImportSession;
  /** Filled with the ids of what was imported. */
  readonly ids: string[];
}

async function loadAll({ files, leftOut, isFolder, session, ids }: Loading): Promise<ImportAnswer> {
  const done: ImportedFile[] = [];
  for (const file of files) {
    const loaded = await session.load(file);
    if (loaded.summary.imported > 0) ids.push(loaded.id);
    done.push(importedFile(file, loaded));
  }
  session.progress.done();
  const failed = leftOut.map(
    ({ file, failure }): ImportedFile => ({
      file,
      id: null,
      kind: null,
      summary: null,
      reasons: [],
      quarantine: null,
      error: failure.message,
    }),
  );
  return joinSummaries([...done, ...failed], isFolder);
}

function importedFile(
  { shown, mappings }: PreparedFile,
  loaded: Awaited<ReturnType<ImportSession['load']>>,
): ImportedFile {
  const { id, summary, reasons, quarantine } = loaded;
  const kind = mappings.find((mapping) => mapping !== null)?.kind ?? null;
  return { file: shown, id, kind, summary, reasons: [...reasons], quarantine, error: null };
}

async function saveFirst(name: string, files: readonly PreparedFile[], home: Home): Promise<void> {
  const first = files.flatMap(({ tables }) => tables).find(({ skipped }) => skipped === null);
  if (first !== undefined) await saveMapping(home.mappings, name, first.guess.mapping);
}
