/** Writes a small market to a directory, for tests that need a real one. */
import type { RowOf, TableName } from '../../src/query/tables.js';
import { openWorkshop } from '../../src/store/duckdb/workshop.js';
import { writeManifest } from '../../src/store/manifest.js';
import type { Manifest, WrittenFile } from '../../src/store/port.js';
import type { MarketRows } from './store.contract.js';

export const TEST_TEXT_VERSION = 'test-1';

/** One file a table, from a source called `test`, and a manifest. */
export async function writeMarket(directory: string, rows: MarketRows): Promise<Manifest> {
  const workshop = await openWorkshop();
  const files: WrittenFile[] = [];
  for (const [table, tableRows] of Object.entries(rows)) {
    files.push(await workshop.writeTable(directory, table as TableName, 'test', tableRows as RowOf<TableName>[]));
  }
  await workshop.close();
  const manifest: Manifest = {
    schema: 'goingrate.market/1',
    textVersion: TEST_TEXT_VERSION,
    asOf: '2025-05-31',
    sources: [],
    files,
  };
  await writeManifest(directory, manifest);
  return manifest;
}
