/** Where the raw files of an update lie: the folder of downloads, or what the user gives instead. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { UsageError } from '../core/errors.js';
import type { Connector } from '../ingest/connector.js';
import type { Locate } from '../ingest/raw-reader.js';
import { stateOf } from '../ingest/source-state.js';
import type { Manifest } from '../store/port.js';

export interface GivenFiles {
  /** What --from names. */
  readonly from: string;
  /** The source that was named, if one was. */
  readonly connector: Connector | null;
  readonly connectors: readonly Connector[];
  /** Market to begin with. */
  readonly manifest: Manifest;
  /** Folder of downloads: files that were not given are looked for there. */
  readonly downloads: string;
}

/**
 * Reads --from: a folder with one folder per source, the folder of the source named, or its one file.
 *
 * @throws {UsageError} MISSING_RAW_FOLDER | NOT_THE_SOURCE
 */
export async function locateGiven(given: GivenFiles): Promise<Locate> {
  const from = resolve(given.from);
  const found = await stat(from).catch(() => null);
  if (found === null) {
    const remedy = 'Give --from the folder that holds the publishers’ files.';
    throw new UsageError('MISSING_RAW_FOLDER', `There is nothing at "${given.from}".`, remedy);
  }
  return found.isDirectory() ? inFolder(from, given) : oneFile(from, given);
}

export function locateDownloads(downloads: string): Locate {
  return (path) => join(downloads, path);
}

async function inFolder(from: string, given: GivenFiles): Promise<Locate> {
  const { connector, connectors, manifest, downloads } = given;
  const wanted = connector === null ? connectors : [connector];
  const folders = new Set(wanted.flatMap((one) => foldersOf(one, manifest)));
  const overlay = overlayOf(from, downloads);
  // A source that is got by hand, and was not read before, says itself what it lacks.
  if (folders.size === 0 || folders.has(basename(from))) return overlay;
  if ([...folders].some((folder) => existsSync(join(from, folder)))) return overlay;
  if (connector !== null && folders.size === 1) {
    const [folder] = folders;
    const renamed: Locate = (path) =>
      path.split('/')[0] === folder ? join(from, path.slice(folder!.length + 1)) : join(downloads, path);
    const entry = manifest.sources.find(({ id }) => id === connector.id);
    if (entry !== undefined && (await stateOf(connector, entry, renamed)) !== 'absent') return renamed;
  }
  throw notTheSource(given, connector === null ? 'one folder per source' : `the folder ${[...folders].join(', ')}`);
}

/** Folders given first, or the one folder given by its own name; each is taken whole from where it stands. */
function overlayOf(from: string, downloads: string): Locate {
  return (path) => {
    const folder = path.split('/')[0]!;
    if (existsSync(join(from, folder))) return join(from, path);
    return join(basename(from) === folder ? dirname(from) : downloads, path);
  };
}

function oneFile(from: string, given: GivenFiles): Locate {
  const { connector, manifest, downloads } = given;
  if (connector === null) throw notTheSource(given, 'a folder, or name the source that the file belongs to');
  const paths = pathsOf(connector, manifest);
  const named = paths.filter((path) => basename(path) === basename(from));
  const alike = named.length > 0 ? named : paths.filter((path) => extname(path) === extname(from));
  if (alike.length !== 1 || (named.length === 0 && !isOfOneFile(connector, manifest))) {
    throw notTheSource(given, `the folder that holds its files: ${paths.slice(0, 3).join(', ')}`);
  }
  const [read] = alike;
  const folder = `${read!.split('/')[0]}/`;
  const alone = isOfOneFile(connector, manifest);
  return (path) => {
    if (path === read) return from;
    // Another form of the same file, left from an earlier update, must not be read in its place.
    return alone && path.startsWith(folder) ? join(from, path) : join(downloads, path);
  };
}

function isOfOneFile({ id, downloads }: Connector, manifest: Manifest): boolean {
  return downloads.length <= 1 && inputsOf(id, manifest).length <= 1;
}

function pathsOf({ id, downloads }: Connector, manifest: Manifest): string[] {
  return [...new Set([...inputsOf(id, manifest), ...downloads.map(({ path }) => path)])];
}

function foldersOf(connector: Connector, manifest: Manifest): string[] {
  return [...new Set(pathsOf(connector, manifest).map((path) => path.split('/')[0]!))];
}

function inputsOf(id: string, manifest: Manifest): string[] {
  const inputs = manifest.sources.find((source) => source.id === id)?.inputs ?? [];
  return inputs.map(({ path }) => path).filter((path) => !path.startsWith('reviewed/'));
}

function notTheSource({ from, connector }: GivenFiles, expected: string): UsageError {
  const whose = connector === null ? 'the sources' : connector.id;
  return new UsageError('NOT_THE_SOURCE', `"${from}" holds no files of ${whose}.`, `Give --from ${expected}.`);
}
