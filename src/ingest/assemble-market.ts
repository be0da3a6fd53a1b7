/** Puts a market together from sources kept as they are and sources read anew. */
import { constants } from 'node:fs';
import { copyFile, mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Progress } from '../core/ports.js';
import type { Manifest, ManifestSource, Workshop, WrittenFile } from '../store/port.js';
import type { Connector } from './connector.js';
import { prepareSwap } from './directory-swap.js';
import type { EmployerNumbering } from './employer-ids.js';
import { type Layouts, writeLayouts } from './layouts.js';
import { licencesText } from './licences.js';
import type { ReadSource } from './read-source.js';
import { keepModels } from './trained-models.js';
import { manifestOf, writeDurably, writeSource } from './write-sources.js';

/** A source whose files are taken over byte for byte. */
export interface KeptSource {
  readonly source: ManifestSource;
  readonly files: readonly WrittenFile[];
  /** Market that holds the files. */
  readonly directory: string;
}

export interface Assembly {
  /** Replaced as a whole. */
  readonly out: string;
  readonly kept: readonly KeptSource[];
  readonly read: readonly ReadSource[];
  /** Ids for the employers of the sources read anew. */
  readonly employers: EmployerNumbering;
  /** All connectors there are, in the order in which a manifest lists their sources. */
  readonly connectors: readonly Connector[];
  readonly layouts: Layouts;
  /** Markets whose trained models are kept, by preference. */
  readonly models: readonly string[];
  readonly workshop: Workshop;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  /** Writes what else belongs beside the tables, completes them and writes the manifest. */
  readonly seal: (directory: string, manifest: Manifest) => Promise<Manifest>;
  /** Asked just before the market takes its place. */
  readonly beforeCommit: () => Promise<void>;
}

/**
 * @returns the manifest of the market, which then stands at `out`; a failure leaves what stood there
 */
export async function assembleMarket(assembly: Assembly): Promise<Manifest> {
  const { out, kept, read, progress, signal } = assembly;
  const swap = await prepareSwap(out, 'manifest.json');
  try {
    progress.step('Writing tables');
    const files: WrittenFile[] = [];
    for (const source of read) {
      signal.throwIfAborted();
      files.push(...(await writeSource(assembly.workshop, swap.directory, source, assembly.employers)));
    }
    for (const { directory, files: taken } of kept) {
      for (const file of taken) await copyDurably(join(directory, file.path), join(swap.directory, file.path));
      files.push(...taken);
    }
    const sources = inOrder(
      [...kept, ...read].map(({ source }) => source),
      assembly.connectors,
    );
    await writeDurably(join(swap.directory, 'LICENSES.md'), licencesText(described(sources, assembly.connectors)));
    await writeLayouts(swap.directory, assembly.layouts);
    await keepModels(assembly.models, swap.directory);
    progress.step('Fitting parameters');
    const manifest = await assembly.seal(swap.directory, manifestOf(sources, files));
    signal.throwIfAborted();
    await assembly.beforeCommit();
    await swap.commit();
    return manifest;
  } catch (failure) {
    await swap.abandon();
    throw failure;
  }
}

function inOrder(sources: readonly ManifestSource[], connectors: readonly Connector[]): ManifestSource[] {
  const rank = new Map(connectors.map(({ id }, index) => [id, index]));
  const of = ({ id }: ManifestSource) => rank.get(id) ?? connectors.length;
  return [...sources].sort((a, b) => of(a) - of(b));
}

function described(sources: readonly ManifestSource[], connectors: readonly Connector[]) {
  const byId = new Map(connectors.map((connector) => [connector.id, connector]));
  return sources.map((source) => ({
    ...source,
    modifications: byId.get(source.id)?.modifications ?? 'Not known to this version of the program.',
  }));
}

async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  const file = await open(to, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
