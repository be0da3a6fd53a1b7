// Imports a file in a process of its own, or only loads it as the engine alone would, and says how long that took and
// how much memory was held at most.
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openOwnReading } from '../dist/app/own-reading.js';
import { SHIPPED_MARKET } from '../dist/app/paths.js';
import { runImport } from '../dist/ingest/imports/run.js';
import { fingerprint } from '../dist/ingest/raw-reader.js';
import { openImportWorkshop } from '../dist/store/duckdb/imports/import-workshop.js';
import { COLUMNS } from './import-file.mjs';

const [what, path = '', own = ''] = process.argv.slice(2);
const result = what === 'load' ? await load() : await importFile();
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.stdout.write(`${JSON.stringify({ ...result, peakBytes })}\n`);

async function load() {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(`CREATE TABLE offers AS FROM read_csv('${path}')`);
  const seconds = (performance.now() - started) / 1000;
  const rows = await connection.runAndReadAll('SELECT count(*) FROM offers');
  return { seconds, rows: Number(rows.value(0, 0)) };
}

async function importFile() {
  const { reading } = await openOwnReading(SHIPPED_MARKET, '2026-06-30');
  const { size } = await stat(path);
  const started = performance.now();
  const { sha256 } = await fingerprint(path);
  const fileName = basename(path);
  const outcome = await runImport({
    input: {
      fileName,
      bytes: size,
      sha256,
      tables: [{ name: fileName, columns: COLUMNS, content: { kind: 'csv', path, delimiter: ',' }, rejected: null }],
    },
    mappings: [
      {
        kind: 'advertised',
        columns: {
          title: 'title',
          employer: 'company',
          place: 'location',
          payLow: 'salary_min',
          payHigh: 'salary_max',
          currency: 'currency',
          date: 'posted',
        },
        constants: { unit: 'year' },
        decimal: '.',
        dateOrder: null,
      },
    ],
    home: { own },
    reading,
    workshop: openImportWorkshop(),
    progress: { step: () => {}, done: () => {} },
    textVersion: 'bench',
  });
  return { seconds: (performance.now() - started) / 1000, ...outcome };
}
