/** DuckDB's workshop for imports. */
import { join } from 'node:path';
import type { ImportDesk, ImportWorkshop, TableToImport } from '../../import-port.js';
import { startEngine } from '../connection.js';
import { DuckDBImportDesk } from './desk.js';
import { literal } from './sql-text.js';
import { FIRST_ROWS } from './table-readings.js';

export interface ImportWorkshopOptions {
  /** Existing folder for what does not fit in memory, where a desk is given none of its own. */
  readonly scratch?: string;
  /** Rows whose texts are read before any row is judged; what others hold besides is read later. */
  readonly firstRows?: number;
  /** Threads of the engine; what is written does not depend on them. */
  readonly threads?: number;
  /** Memory that the engine may use before it writes to the scratch folder; the process needs some hundred more. */
  readonly memoryMegabytes?: number;
}

/**
 * Opens a workshop for imports. Every desk has an engine of its own, so that its memory and scratch files go with it.
 *
 * @example
 * const workshop = openImportWorkshop();
 * const desk = await workshop.begin(tables, scratch);
 */
export function openImportWorkshop(options: ImportWorkshopOptions = {}): ImportWorkshop {
  const { scratch: own = null, threads = 2, memoryMegabytes = 1100, firstRows = FIRST_ROWS } = options;
  const desks = new Set<ImportDesk>();
  return {
    begin: async (tables: readonly TableToImport[], scratch: string | null) => {
      const engine = await startEngine({ threads });
      const connection = await engine.connect();
      const writer = await engine.connect();
      const parent = scratch ?? own;
      const folder = parent === null ? '' : join(parent, 'spill');
      await connection.run(`SET memory_limit = '${memoryMegabytes}MB'`);
      await connection.run(`SET temp_directory = ${literal(folder)}`);
      // The engine cannot tell how long a text file is, and would put the file itself into its hash tables.
      await connection.run("SET disabled_optimizers = 'join_order,build_side_probe_side'");
      const desk: ImportDesk = new DuckDBImportDesk({
        engine,
        connection,
        writer,
        firstRows,
        tables,
        onClose: () => desks.delete(desk),
      });
      desks.add(desk);
      return desk;
    },
    close: async () => {
      for (const desk of desks) await desk.close();
    },
  };
}
