/**
 * Eleventy and Astro with the same pages, to the byte but for how they write references and spaces. The pages are those
 * of `site-view.mjs`: the words, tables and evidence of real reports, with charts as finished SVG. Every generator has
 * the markup in its own template language, escapes every text itself and writes a file a page; ours draws with the
 * product's markup and writes as `site build` does.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { verify } from './measurement.mjs';
import { drawView } from './site-template.mjs';
import { viewOf } from './site-view.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const RUNS = 3;
/** A generator's rate is that of the pages by which the larger site exceeds the smaller: starting up is not counted. */
const [FEW, MANY] = [200, 2200];
const HOLDS = { Astro: 4, Eleventy: 1.5 };
const THREADS = availableParallelism();

/** @typedef {import('./site-drawing.mjs').PreparedPage} PreparedPage */
/** @typedef {{ pages: { path: string, view: number }[], views: import('./site-view.mjs').PageView[] }} SiteInput */
/** @typedef {'ours' | 'one thread' | 'floor' | 'Astro' | 'Eleventy'} Program */

/** @type {readonly Program[]} */
const PROGRAMS = ['ours', 'one thread', 'floor', 'Astro', 'Eleventy'];

/**
 * @param {string} root
 * @param {readonly PreparedPage[]} prepared
 * @returns {import('./measurement.mjs').Measurement[]}
 */
export function measurePeers(root, prepared) {
  const peers = peersFolder(root);
  if (!existsSync(join(peers, 'node_modules', 'astro'))) {
    process.stderr.write(
      'Astro and Eleventy are not compared: run with --peers to install them outside the product.\n',
    );
    return [];
  }
  copyTemplates(root);
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const views = prepared.map(({ report }) => viewOf(report));
    const sites = [FEW, MANY].map((count) => inputFile(views, count, folder));
    /** @type {Record<Program, number[]>} */
    const rates = { ours: [], 'one thread': [], floor: [], Astro: [], Eleventy: [] };
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of PROGRAMS) {
        const [few = 0, many = 0] = sites.map((site) => builtSeconds(name, { root, peers, site, folder }));
        verify(many > few, `${name} takes longer for more pages`);
        rates[name].push((MANY - FEW) / (many - few));
      }
    }
    return rows(peers, rates, views);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} peers
 * @param {Readonly<Record<Program, number[]>>} rates
 * @param {readonly import('./site-view.mjs').PageView[]} views
 * @returns {import('./measurement.mjs').Measurement[]}
 */
function rows(peers, rates, views) {
  const [ours, alone, floor] = [spreadOf(rates.ours), spreadOf(rates['one thread']), spreadOf(rates.floor)];
  const bytes = views.reduce((sum, view) => sum + Buffer.byteLength(drawView(view)), 0) / views.length;
  const page = `pages of ${(bytes / 1024).toFixed(0)} KiB, charts as finished SVG`;
  return /** @type {const} */ (['Astro', 'Eleventy']).map((name) => {
    const theirs = spreadOf(rates[name]);
    const times = ours.median / theirs.median;
    return {
      what: `the same pages drawn from prepared texts and written, against ${name} ${versionOf(peers, name)}, pages a second`,
      value: spreadText(ours, 0),
      reference: `${times.toFixed(1)} x ${name}: ${spreadText(theirs, 0)}; ours over ${THREADS} threads, as \`site build\`, on one ${spreadText(alone, 0)} (${(alone.median / theirs.median).toFixed(1)} x); writing the same bytes alone ${spreadText(floor, 0)}; ${page}; starting up not counted`,
      hold: `at least ${HOLDS[name]} x ${name}`,
      met: times >= HOLDS[name],
      miss: `${times.toFixed(1)} x`,
    };
  });
}

/**
 * Installs the other generators below `node_modules/.cache`, out of the product's own packages.
 *
 * @param {string} root
 */
export function installPeers(root) {
  const peers = peersFolder(root);
  mkdirSync(peers, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) {
    cpSync(join(root, 'bench', 'site-peers', file), join(peers, file));
  }
  if (existsSync(join(peers, 'node_modules', 'astro'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  verify(status === 0, 'the other generators are installed');
}

/** The templates as they are now, beside the installed generators. @param {string} root */
function copyTemplates(root) {
  for (const name of ['astro', 'eleventy']) {
    const target = join(peersFolder(root), name);
    rmSync(target, { recursive: true, force: true });
    cpSync(join(root, 'bench', 'site-peers', name), target, { recursive: true });
  }
}

/** @param {string} root */
function peersFolder(root) {
  return join(root, 'node_modules', '.cache', 'goingrate-site-peers');
}

/** @param {string} peers @param {'Astro' | 'Eleventy'} name */
function versionOf(peers, name) {
  const folder = name === 'Astro' ? 'astro' : '@11ty/eleventy';
  return JSON.parse(readFileSync(join(peers, 'node_modules', folder, 'package.json'), 'utf8')).version;
}

/**
 * The same views under as many addresses as are wanted, in a file that all generators read.
 *
 * @param {import('./site-view.mjs').PageView[]} views
 * @param {number} count
 * @param {string} folder
 */
function inputFile(views, count, folder) {
  const pages = Array.from({ length: count }, (_, at) => ({ path: `pages/page-${at}`, view: at % views.length }));
  const file = join(folder, `pages-${count}.json`);
  writeFileSync(file, JSON.stringify({ pages, views }));
  return { file, pages, views };
}

/**
 * @param {Program} name
 * @param {{ root: string, peers: string, site: ReturnType<typeof inputFile>, folder: string }} where
 */
function builtSeconds(name, { root, peers, site, folder }) {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  const draw = join(root, 'bench', 'draw-site.mjs');
  /** @type {Record<Program, { args: string[], cwd: string }>} */
  const programs = {
    ours: { args: [draw, site.file, out, String(THREADS)], cwd: root },
    'one thread': { args: [draw, site.file, out, '1'], cwd: root },
    floor: { args: [join(root, 'bench', 'write-site.mjs'), site.file, out], cwd: root },
    Astro: { args: [join(peers, 'node_modules', 'astro', 'astro.js'), 'build'], cwd: join(peers, 'astro') },
    Eleventy: {
      args: [join(peers, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'), '--input=.', `--output=${out}`, '--quiet'],
      cwd: join(peers, 'eleventy'),
    },
  };
  const { args, cwd } = programs[name];
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', GOINGRATE_PAGES: site.file, GOINGRATE_OUT: out };
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  verify(status === 0, `${name} ends well: ${stderr || stdout}`);
  verifyPages(name, out, site);
  return seconds;
}

/** Every view once, and the last page. @param {Program} name @param {string} out @param {ReturnType<typeof inputFile>} site */
function verifyPages(name, out, { pages, views }) {
  for (const { path, view } of [...pages.slice(0, views.length), ...pages.slice(-1)]) {
    const page = asOneWrites(readFileSync(join(out, path, 'index.html'), 'utf8'));
    const wanted = asOneWrites(drawView(/** @type {import('./site-view.mjs').PageView} */ (views[view])));
    const at = Math.max(
      60,
      [...wanted].findIndex((character, index) => character !== page[index]),
    );
    verify(
      page === wanted,
      `${name} writes ${path} as all do; it differs at ${at}: ${page.slice(at - 60, at + 60)} instead of ${wanted.slice(at - 60, at + 60)}`,
    );
  }
}

/** A page in one way of writing references and spaces: the generators have their own. @param {string} page */
export function asOneWrites(page) {
  return page
    .replace(/^<!doctype/i, '<!doctype')
    .replace(/&(?:#39|#x27|apos);/g, "'")
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/> | (?=<)/g, (space) => space.trim())
    .trim();
}
