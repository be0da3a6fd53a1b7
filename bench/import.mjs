/** Importing a file of ten million offers, against the engine that only loads it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openOwnReading } from '../dist/app/own-reading.js';
import { SHIPPED_MARKET } from '../dist/app/paths.js';
import { TITLES, writeOffers } from './import-file.mjs';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const ROWS = 10_000_000;
const RUNS = 3;
const MOST_TIMES = 3;
const MOST_GIB = 2;

/**
 * @param {string} root
 * @param {number} [rows]
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureImport(root, rows = ROWS) {
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const path = join(folder, 'offers.csv');
    await writeOffers(path, rows);
    const loads = [];
    const imports = [];
    for (let run = 0; run < RUNS; run += 1) {
      const own = join(folder, `own-${run}`);
      loads.push(inProcess(root, ['load', path]));
      imports.push(inProcess(root, ['import', path, own]));
      if (run === 0) await verifyImport(path, own, imports[0]);
      rmSync(own, { recursive: true, force: true });
    }
    return rowsOf(rows, loads, imports);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {number} rows
 * @param {readonly any[]} loads
 * @param {readonly any[]} imports
 */
function rowsOf(rows, loads, imports) {
  const load = spreadOf(loads.map(({ seconds }) => seconds));
  const seconds = spreadOf(imports.map((one) => one.seconds));
  const times = spreadOf(imports.map((one, run) => one.seconds / loads[run].seconds));
  const gib = Math.max(...imports.map(({ peakBytes }) => peakBytes)) / 2 ** 30;
  const million = rows / 1e6;
  return [
    {
      what: `import of ${million} million offers from CSV, times DuckDB's own \`CREATE TABLE ... read_csv\``,
      value: spreadText(times, 2),
      reference: `${spreadText(seconds, 1)} s against ${spreadText(load, 1)} s; ${TITLES} distinct titles, one row in a hundred a repeat`,
      hold: `at most ${MOST_TIMES}`,
      met: times.median <= MOST_TIMES,
      miss: `${(times.median - MOST_TIMES).toFixed(2)} over`,
    },
    {
      what: 'the same, most resident memory, GiB',
      value: gib.toFixed(2),
      reference: 'as the operating system counts it, the largest of the runs',
      hold: `at most ${MOST_GIB}`,
      met: gib <= MOST_GIB,
      miss: `${(gib - MOST_GIB).toFixed(2)} over`,
    },
  ];
}

/** @param {string} root @param {readonly string[]} args */
function inProcess(root, args) {
  const child = join(root, 'bench', 'measured-import.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [child, ...args], { encoding: 'utf8' });
  verify(status === 0, `${args[0]} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}

/** Compares counts and one cell with statements over the file itself. @param {string} path @param {string} own @param {any} outcome */
async function verifyImport(path, own, outcome) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB', temp_directory: own });
  const connection = await instance.connect();
  const one = async (/** @type {string} */ sql) => {
    const result = await connection.runAndReadAll(sql);
    return JSON.stringify(result.getRowsJson()[0]);
  };
  const stated = 'title, company, location, salary_min, salary_max, currency, posted[:7]';
  const counted = await one(`SELECT count(*)::INTEGER, (SELECT count(*)::INTEGER FROM (SELECT DISTINCT ${stated}
    FROM read_csv('${path}', all_varchar = true))) FROM read_csv('${path}', all_varchar = true)`);
  const { rows, imported, repeated, quarantined } = outcome.summary;
  verify(counted === JSON.stringify([rows, imported]), `${counted} rows and offers, imported ${rows} and ${imported}`);
  verify(quarantined === 0 && rows === imported + repeated, 'every row is imported or a repeat');
  const { reading } = await openOwnReading(SHIPPED_MARKET, '2026-06-30');
  // The place and title of the first offer: as many rows as any other cell has, and at least one.
  const first = await connection.runAndReadAll(
    `SELECT title, location FROM read_csv('${path}', all_varchar = true) LIMIT 1`,
  );
  const [title = '', town = ''] = first.getRows()[0]?.map(String) ?? [];
  const region = reading.readPlace(town)?.region;
  const sample = 'count(*)::INTEGER, sum(low)::BIGINT, quantile_cont(low, 0.5), max(high)';
  const fromFile =
    await one(`SELECT ${sample} FROM (SELECT DISTINCT ${stated}, salary_min::INTEGER AS low, salary_max::INTEGER AS high
    FROM read_csv('${path}', all_varchar = true) WHERE title = '${title}' AND location = '${town}')`);
  const fromOwn = await one(`SELECT ${sample} FROM (SELECT annual_low::INTEGER AS low, annual_high::INTEGER AS high
    FROM read_parquet('${own}/pay/*.parquet') WHERE title = '${reading.readTitle(title).title}' AND region = '${region}')`);
  verify(fromFile === fromOwn && !/^\["?0/.test(fromFile), `a cell is ${fromOwn} instead of ${fromFile}`);
  connection.closeSync();
  instance.closeSync();
}
