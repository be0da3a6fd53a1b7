/** A warm report from the server, against the framework's own hello-world with the same bytes in the same run. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpLoad } from './http-load.mjs';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const PATH = '/us/machine-learning-lead/index.html';
const CONNECTIONS = 50;
const ROUNDS = 5;
const RATIO_HOLD = 0.5;
const P99_HOLD_MS = 20;
const READY_MS = 60_000;

/**
 * @param {string} root
 * @param {number} [seconds] of one round
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureServed(root, seconds = 5) {
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  const ours = await started([join(root, 'dist', 'cli', 'main.js'), 'serve', '--port', '0']);
  try {
    const page = await verifiedPage(ours.address);
    const file = join(folder, 'page.html');
    writeFileSync(file, page);
    const hello = await started([join(root, 'bench', 'hello.mjs'), file]);
    try {
      const bytes = Buffer.byteLength(page);
      verify((await (await fetch(hello.address)).text()) === page, 'the framework alone answers with the same bytes');
      /** @param {{ port: number }} server @param {string} path @param {number} time */
      const load = ({ port }, path, time) => httpLoad({ port, path, connections: CONNECTIONS, seconds: time, bytes });
      for (const [server, path] of /** @type {const} */ ([
        [ours, PATH],
        [hello, '/'],
      ]))
        await load(server, path, 2);
      /** @type {import('./http-load.mjs').Load[]} */
      const mine = [];
      /** @type {import('./http-load.mjs').Load[]} */
      const theirs = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        theirs.push(await load(hello, '/', seconds));
        mine.push(await load(ours, PATH, seconds));
      }
      verify((await verifiedPage(ours.address)) === page, 'the page is the same after the load');
      return rows(mine, theirs, bytes);
    } finally {
      hello.stop();
    }
  } finally {
    ours.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {readonly import('./http-load.mjs').Load[]} mine
 * @param {readonly import('./http-load.mjs').Load[]} theirs
 * @param {number} bytes
 * @returns {import('./measurement.mjs').Measurement[]}
 */
function rows(mine, theirs, bytes) {
  const rate = spreadOf(mine.map(({ perSecond }) => perSecond));
  const floor = spreadOf(theirs.map(({ perSecond }) => perSecond));
  const slowest = spreadOf(mine.map(({ p99Ms }) => p99Ms));
  const ratio = rate.median / floor.median;
  const size = `${(bytes / 1024).toFixed(0)} KiB`;
  return [
    {
      what: `a warm report served, ${CONNECTIONS} connections, requests a second`,
      value: spreadText(rate, 0),
      reference: `${ratio.toFixed(2)} x the framework answering with the same ${size}: ${spreadText(floor, 0)}; client on the same machine`,
      hold: `at least ${RATIO_HOLD} x the framework alone`,
      met: ratio >= RATIO_HOLD,
      miss: `${ratio.toFixed(2)} x`,
    },
    {
      what: `slowest hundredth of these requests (p99), milliseconds`,
      value: spreadText(slowest, 1),
      reference: `the framework alone: ${spreadText(spreadOf(theirs.map(({ p99Ms }) => p99Ms)), 1)}`,
      hold: `at most ${P99_HOLD_MS}`,
      met: slowest.median <= P99_HOLD_MS,
      miss: `${slowest.median.toFixed(1)} ms`,
    },
  ];
}

/** @param {string} address */
async function verifiedPage(address) {
  const response = await fetch(new URL(PATH, address));
  const page = await response.text();
  verify(response.status === 200 && page.endsWith('</html>\n'), 'the page is whole');
  verify(page.includes('Market Overview') && page.includes('Strategic Checklist'), 'it has its sections');
  return page;
}

/**
 * @param {readonly string[]} args of a program that says its address
 * @returns {Promise<{ address: string, port: number, stop: () => void }>}
 */
function started(args) {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`${args[0]} does not say its address: ${said}`)), READY_MS);
    const listen = (/** @type {Buffer} */ chunk) => {
      said += chunk.toString();
      const address = /http:\/\/[\d.]+:(\d+)/.exec(said);
      if (address === null) return;
      clearTimeout(timer);
      resolve({ address: address[0], port: Number(address[1]), stop: () => child.kill('SIGTERM') });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`${args[0]} ended with ${code}: ${said}`)));
  });
}
