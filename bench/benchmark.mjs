/** Benchmarking a payroll of ten thousand rows, against asking for each of its figures alone. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { answerReport, openMarket } from '../dist/index.js';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const ROWS = 10_000;
const TITLES = 4_000;
const RUNS = 3;
const MOST_SECONDS = 60;
/** Reports asked for alone: they check the answers, and say what the rows would take one by one. */
const ALONE = 25;

/**
 * @param {string} root
 * @param {number} [rows]
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureBenchmark(root, rows = ROWS) {
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const payroll = join(folder, 'payroll.csv');
    const asked = await writePayroll(root, payroll, rows);
    const alone = await answersAlone(asked);
    const seconds = [];
    let peakBytes = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const out = join(folder, `benchmark-${run}.jsonl`);
      const measured = benchmarkOnce(root, payroll, out);
      seconds.push(measured.seconds);
      peakBytes = Math.max(peakBytes, measured.peakBytes);
      if (run === 0) verifyAnswers(out, alone.medians, rows);
    }
    const spread = spreadOf(seconds);
    const times = (alone.secondsEach * rows) / spread.median;
    const titles = new Set(asked.map(({ title }) => title)).size;
    return [
      {
        what: `\`benchmark\` of ${count(rows)} rows, ${count(titles)} titles in US states, seconds`,
        value: spreadText(spread, 1),
        reference: `${times.toFixed(0)} times faster than a report for each row; ${Math.round(peakBytes / 2 ** 20)} MiB at most`,
        hold: `at most ${MOST_SECONDS}`,
        met: spread.median <= MOST_SECONDS,
        miss: `${(spread.median / MOST_SECONDS).toFixed(1)} times too slow`,
      },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Real titles of the market, each at least once, in the country or in one of its states.
 *
 * @param {string} root
 * @param {string} path
 * @param {number} rows
 */
async function writePayroll(root, path, rows) {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const list = async (/** @type {string} */ sql) => (await connection.runAndReadAll(sql)).getColumns()[0] ?? [];
  const titles = await list(
    `SELECT title FROM read_parquet('${join(root, 'market', 'pay', '*.parquet')}', union_by_name = true)
     WHERE country = 'US' AND title NOT IN ('', 'withheld')
     GROUP BY title ORDER BY md5(title) LIMIT ${TITLES}`,
  );
  const states = await list(
    `SELECT DISTINCT place FROM read_parquet('${join(root, 'market', 'places', '*.parquet')}', union_by_name = true)
     WHERE kind = 'state' ORDER BY place`,
  );
  connection.closeSync();
  instance.closeSync();
  const asked = Array.from({ length: rows }, (_, row) => ({
    title: String(titles[row % titles.length]),
    place: row % 3 === 0 ? 'US' : String(states[(row * 7) % states.length]),
    pay: 50_000 + ((row * 7919) % 150_000),
  }));
  const lines = asked.map(({ title, place, pay }) => `"${title.replaceAll('"', '""')}",${place},${pay}`);
  writeFileSync(path, `title,place,pay\n${lines.join('\n')}\n`);
  return asked;
}

/** @param {readonly { title: string, place: string }[]} asked */
async function answersAlone(asked) {
  const market = await openMarket();
  /** @type {(number | null)[]} */
  const medians = [];
  const started = performance.now();
  for (const { title, place } of asked.slice(0, ALONE)) {
    const { headline } = await answerReport(market, { title, place });
    medians.push(headline.quantity?.value ?? null);
  }
  const secondsEach = (performance.now() - started) / 1000 / ALONE;
  await market.close();
  return { medians, secondsEach };
}

/** @param {string} root @param {string} payroll @param {string} out */
function benchmarkOnce(root, payroll, out) {
  const script = `
    process.argv = ['node', 'goingrate', 'benchmark', ${JSON.stringify(payroll)}, '-o', ${JSON.stringify(out)}];
    process.on('exit', () => process.stdout.write(String(process.resourceUsage().maxRSS * 1024)));
    await import(${JSON.stringify(join(root, 'dist', 'cli', 'main.js'))});`;
  const env = { ...process.env, GOINGRATE_HOME: join(out, '..', 'home'), GOINGRATE_MARKET: join(root, 'market') };
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    env,
  });
  const seconds = (performance.now() - started) / 1000;
  verify(status === 0, `the benchmark ended with ${status}: ${stderr}`);
  return { seconds, peakBytes: Number(stdout) };
}

/** @param {string} out @param {readonly (number | null)[]} medians @param {number} rows */
function verifyAnswers(out, medians, rows) {
  const answered = readFileSync(out, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  verify(answered.length === rows, `every one of the ${rows} rows is answered`);
  verify(
    answered.every(({ row }, index) => row === index + 1),
    'rows come in order',
  );
  verify(
    medians.every((median, index) => (answered[index].median?.value ?? null) === median),
    'the medians are those of the reports',
  );
  verify(
    answered.every(({ median, pay }) => (median === null) === (pay === undefined)),
    'every pay with a figure is placed',
  );
}

/** @param {number} value */
function count(value) {
  return value.toLocaleString('en-US');
}
