/** Size of the shipped market, and building it from the publishers' files where these are on the machine. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from './measurement.mjs';

const MOST_SECONDS = 120;
const MOST_GIB = 2;
const MOST_MEGABYTES = 25;

/**
 * @param {string} root
 * @returns {import('./measurement.mjs').Measurement}
 */
export function measureMarketSize(root) {
  const market = join(root, 'market');
  const files = readdirSync(market, { recursive: true, encoding: 'utf8' });
  const bytes = files.reduce((sum, file) => sum + sizeOf(join(market, file)), 0);
  const megabytes = bytes / 1e6;
  return {
    what: 'the shipped market, megabytes',
    value: megabytes.toFixed(1),
    reference: `${JSON.parse(readFileSync(join(market, 'manifest.json'), 'utf8')).files.length} tables of one source each`,
    hold: `at most ${MOST_MEGABYTES}`,
    met: megabytes <= MOST_MEGABYTES,
    miss: `${(megabytes - MOST_MEGABYTES).toFixed(1)} over`,
  };
}

/** @param {string} path */
function sizeOf(path) {
  const entry = statSync(path);
  return entry.isFile() ? entry.size : 0;
}

/**
 * @param {string} root
 * @param {string} from folder with one folder of raw files per source
 * @returns {import('./measurement.mjs').Measurement[]}
 */
export function measureMarketBuild(root, from) {
  if (!existsSync(from)) {
    const absent = 'the raw source files are not on this machine; name their folder with --from';
    return [{ what: '`market build` from all sources', value: 'not measured', reference: absent, hold: '', met: null }];
  }
  const builds = [1, 2].map(() => buildOnce(root, from));
  const [first, second] = /** @type {[typeof builds[0], typeof builds[0]]} */ (builds);
  verify(
    JSON.stringify(first.files) === JSON.stringify(second.files),
    'two builds from the same files are the same, byte for byte',
  );
  const seconds = builds.map((build) => build.seconds).sort((a, b) => a - b);
  const peakGib = Math.max(...builds.map((build) => build.peakBytes)) / 2 ** 30;
  return [
    {
      what: '`market build` from all sources, seconds',
      value: `${seconds[0].toFixed(1)} and ${seconds[1].toFixed(1)}`,
      reference: `${(first.bytes / 1e6).toFixed(1)} MB written, the same bytes in both builds`,
      hold: `at most ${MOST_SECONDS}`,
      met: seconds[1] <= MOST_SECONDS,
      miss: `${(seconds[1] - MOST_SECONDS).toFixed(0)} s over`,
    },
    {
      what: '`market build`, most resident memory, GiB',
      value: peakGib.toFixed(2),
      reference: 'as the operating system counts it, the larger of the two builds',
      hold: `at most ${MOST_GIB}`,
      met: peakGib <= MOST_GIB,
      miss: `${(peakGib - MOST_GIB).toFixed(2)} over`,
    },
  ];
}

/** @param {string} root @param {string} from */
function buildOnce(root, from) {
  const parent = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const args = [join(root, 'bench', 'measured-build.mjs'), from, join(parent, 'market')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    verify(status === 0, `the market build ended with ${status}: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
