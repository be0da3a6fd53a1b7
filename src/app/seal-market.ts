/** The last step of every market: what is fitted on its tables, and its manifest. */
import type { KeptSource } from '../ingest/assemble-market.js';
import { byPath } from '../ingest/write-sources.js';
import { fitParameters, MODEL_SOURCE } from '../models/fit.js';
import { openStore } from '../store/duckdb/store.js';
import { writeManifest } from '../store/manifest.js';
import type { Manifest, Workshop } from '../store/port.js';

/** The table that is fitted, not read from a source. */
const FITTED = 'parameters';

/** Fits the parameters of a market whose other tables are there, and writes its manifest, the last file. */
export async function sealMarket(workshop: Workshop, directory: string, manifest: Manifest): Promise<Manifest> {
  await writeManifest(directory, manifest);
  const store = await openStore(directory);
  const rows = await fitParameters(store).finally(() => store.close());
  const fitted = await workshop.writeTable(directory, FITTED, MODEL_SOURCE, rows);
  const sealed = { ...manifest, files: byPath([...manifest.files, fitted]) };
  await writeManifest(directory, sealed);
  return sealed;
}

/** Sources of a market that are taken over with their files, but for what was fitted on them. */
export function keptFrom(manifest: Manifest, directory: string, isKept: (id: string) => boolean): KeptSource[] {
  return manifest.sources
    .filter(({ id }) => isKept(id))
    .map((source) => ({
      source,
      files: manifest.files.filter((file) => file.source === source.id && file.table !== FITTED),
      directory,
    }));
}
