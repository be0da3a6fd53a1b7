/** Builds a market from the raw files of its sources. */
import { join } from 'node:path';
import type { Progress } from '../core/ports.js';
import type { Manifest, Workshop, WrittenFile } from '../store/port.js';
import { prepareSwap } from './directory-swap.js';
import { EmployerIds } from './employer-ids.js';
import { GatheredRows } from './gathered-rows.js';
import { layoutsOf, writeLayouts } from './layouts.js';
import { licencesText } from './licences.js';
import { RawReader } from './raw-reader.js';
import { type ReadSource, readSource } from './read-source.js';
import { buildReaders } from './readers.js';
import { connectors } from './registry.js';
import { REVIEWED_FILES, readReviewedLists } from './reviewed.js';
import { keepModels } from './trained-models.js';
import { employerKeys, manifestOf, writeDurably, writeSource } from './write-sources.js';

export interface BuildOptions {
  /** Folder that holds one folder of raw files per source. */
  readonly from: string;
  /** Directory the market is built into; replaced as a whole when the build has succeeded. */
  readonly out: string;
  /** Market whose trained models are kept where the one at `out` has none. */
  readonly shipped: string;
  /** Folder of the reviewed lists. */
  readonly reviewed: string;
  readonly workshop: Workshop;
  readonly progress: Progress;
  /** Completes the tables of the directory with what is fitted on them and writes its manifest, the last file. */
  readonly seal: (directory: string, manifest: Manifest) => Promise<Manifest>;
}

const MANIFEST = 'manifest.json';

/**
 * Builds a market of the sources that ship: the same sources and code give the same bytes.
 *
 * The tables are written into a directory beside `out`, trained models copied there, the manifest last; then the
 * directory takes the place of `out`. A build that is killed leaves `out` as it was, and the next one clears what was
 * left behind.
 *
 * @returns the manifest written
 * @throws {SourceError} when a raw folder, file or column is missing or holds what the publisher does not document
 * @throws {UsageError} when `out` holds something else than a market
 */
export async function buildMarket(options: BuildOptions): Promise<Manifest> {
  const { out, progress, workshop } = options;
  const swap = await prepareSwap(out, MANIFEST);
  try {
    const read = await readSources(options);
    progress.step('Writing tables');
    const files = await writeTables(workshop, swap.directory, read);
    await writeDurably(join(swap.directory, 'LICENSES.md'), licencesText(read.map(identityOf)));
    await writeLayouts(swap.directory, layoutsOf(read));
    await keepModels([out, options.shipped], swap.directory);
    progress.step('Fitting parameters');
    const sources = read.map(({ source }) => source);
    const manifest = await options.seal(swap.directory, manifestOf(sources, files));
    await swap.commit();
    progress.done();
    return manifest;
  } catch (failure) {
    await swap.abandon();
    throw failure;
  }
}

async function readSources({ from, reviewed, workshop, progress }: BuildOptions): Promise<ReadSource[]> {
  const raw = new RawReader(from, workshop);
  const lists = await readReviewedLists(reviewed);
  const gathered = new GatheredRows();
  const readers = buildReaders(lists, () => gathered.all('places'));
  for (const list of REVIEWED_FILES) raw.account(`reviewed/${list}`, join(reviewed, list));
  const read: ReadSource[] = [];
  for (const connector of connectors(lists).filter(({ ships }) => ships)) {
    progress.step(`Reading ${connector.name}`);
    read.push(await readSource(connector, { raw, readers, gathered }));
  }
  return read;
}

async function writeTables(workshop: Workshop, directory: string, read: readonly ReadSource[]): Promise<WrittenFile[]> {
  const employers = new EmployerIds(read.flatMap(({ reading }) => employerKeys(reading.tables)));
  const files: WrittenFile[] = [];
  for (const source of read) files.push(...(await writeSource(workshop, directory, source, employers)));
  return files;
}

/** How a licences file describes a source that was read. */
export function identityOf({ connector, source }: Pick<ReadSource, 'connector' | 'source'>) {
  return { ...source, modifications: connector.modifications };
}
