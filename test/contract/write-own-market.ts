/** Writes a user's own market to a directory, as imports leave it, for tests of what reads it. */
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import type { RowOf, TableName } from '../../src/query/tables.js';
import { openWorkshop } from '../../src/store/duckdb/workshop.js';
import {
  OWN_MANIFEST_SCHEMA,
  type OwnImport,
  type OwnManifest,
  writeOwnManifest,
} from '../../src/store/own-manifest.js';
import type { WrittenFile } from '../../src/store/port.js';
import type { MarketRows } from './store.contract.js';
import { TEST_TEXT_VERSION } from './write-market.js';

export interface OwnMarketOptions {
  /** Version of the text engines said to have read the rows. */
  readonly textVersion?: string;
  /** Rows keep the source they state instead of `mine`. */
  readonly keepSource?: boolean;
}

/** One import for each set of rows, in order. */
export async function writeOwnMarket(
  directory: string,
  imports: readonly MarketRows[],
  { textVersion = TEST_TEXT_VERSION, keepSource = false }: OwnMarketOptions = {},
): Promise<OwnManifest> {
  await mkdir(directory, { recursive: true });
  const workshop = await openWorkshop();
  const files: WrittenFile[] = [];
  const made: OwnImport[] = [];
  for (const [index, tables] of imports.entries()) {
    const id = importId(index);
    for (const [table, rows] of Object.entries(tables)) {
      const mine = rows.map((row) => (keepSource ? row : { ...row, source: 'mine' }));
      files.push(await workshop.writeTable(directory, table as TableName, id, mine as RowOf<TableName>[]));
    }
    made.push(importOf(id, tables));
  }
  await workshop.close();
  const manifest: OwnManifest = { schema: OWN_MANIFEST_SCHEMA, textVersion, imports: made, files };
  await writeOwnManifest(directory, manifest);
  return manifest;
}

export function importId(index: number): string {
  return createHash('sha256').update(`import ${index}`).digest('hex').slice(0, 16);
}

function importOf(id: string, tables: MarketRows): OwnImport {
  const pay = (tables.pay ?? []) as readonly RowOf<'pay'>[];
  const days = pay.flatMap(({ seenFrom, seenTo }) => [seenFrom, seenTo]).sort();
  const [from, to] = [days[0], days.at(-1)];
  return {
    id,
    fileName: `${id}.csv`,
    kind: pay[0]?.basis === 'paid' ? 'paid' : 'advertised',
    bytes: 1,
    sha256: '0'.repeat(64),
    mapping: {},
    rows: pay.length + 1,
    imported: pay.length,
    repeated: 0,
    quarantined: 1,
    reasons: [{ reason: 'no pay', count: 1 }],
    quarantine: null,
    period: from === undefined || to === undefined ? null : { from, to },
  };
}
