/**
 * Eleventy and Astro with the same pages from the same models: the templates are theirs; charts are drawn and evidence
 * is worded by our functions, which they call as any site would call a library (`site-view.mjs`).
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const RUNS = 3;
/** A generator's rate is that of the pages by which the larger site exceeds the smaller: starting up is not counted. */
const [FEW, MANY] = [40, 440];
const VIEW_MODULE = pathToFileURL(join(import.meta.dirname, 'site-view.mjs')).href;
const HOLDS = { Astro: 4, Eleventy: 1.5 };

/** @typedef {import('./site-drawing.mjs').PreparedPage} PreparedPage */

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
  const folder = mkdtempSync(join(tmpdir(), 'goingrate-bench-'));
  try {
    const sites = [FEW, MANY].map((count) => inputsOf(prepared, count, folder));
    /** @type {Record<string, number[]>} */
    const rates = { ours: [], Astro: [], Eleventy: [] };
    for (let run = 0; run < RUNS; run += 1) {
      for (const name of /** @type {const} */ (['ours', 'Astro', 'Eleventy'])) {
        const [few = 0, many = 0] = sites.map((site) => builtSeconds(name, { root, peers, site, folder }));
        rates[name]?.push((MANY - FEW) / (many - few));
      }
    }
    const ours = spreadOf(rates.ours ?? []);
    return /** @type {const} */ (['Astro', 'Eleventy']).map((name) => {
      const theirs = spreadOf(rates[name] ?? []);
      const times = ours.median / theirs.median;
      return {
        what: `drawing and writing the same pages, against ${name} ${versionOf(peers, name)}, pages a second`,
        value: spreadText(ours, 0),
        reference: `${times.toFixed(1)} x ${name}: ${spreadText(theirs, 0)}; starting up not counted, charts and wording by our functions`,
        hold: `at least ${HOLDS[name]} x ${name}`,
        met: times >= HOLDS[name],
        miss: `${times.toFixed(1)} x`,
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Installs the other generators below `node_modules/.cache`, out of the product's own packages.
 *
 * @param {string} root
 */
export function installPeers(root) {
  const peers = peersFolder(root);
  mkdirSync(peers, { recursive: true });
  cpSync(join(root, 'bench', 'site-peers'), peers, { recursive: true });
  if (existsSync(join(peers, 'node_modules', 'astro'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: peers,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  verify(status === 0, 'the other generators are installed');
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
 * @typedef {{ count: number, models: string, views: string, expected: Map<string, readonly string[]> }} SiteInput
 */

/**
 * The same pages under as many addresses as are wanted.
 *
 * @param {readonly PreparedPage[]} prepared
 * @param {number} count
 * @param {string} folder
 * @returns {SiteInput}
 */
function inputsOf(prepared, count, folder) {
  const [ours, theirs] = [/** @type {string[]} */ ([]), /** @type {object[]} */ ([])];
  const expected = new Map();
  for (let at = 0; at < count; at += 1) {
    const page = /** @type {PreparedPage} */ (prepared[at % prepared.length]);
    const path = `${page.path}-${at}`;
    ours.push(JSON.stringify({ ...page, path }));
    theirs.push({ path, report: page.report });
    if (at < prepared.length) {
      const { sections } = page.report;
      expected.set(
        path,
        Object.values(sections).flatMap(({ findings }) => findings.map(({ statement }) => statement)),
      );
    }
  }
  const site = {
    count,
    models: join(folder, `models-${count}.jsonl`),
    views: join(folder, `views-${count}.json`),
    expected,
  };
  writeFileSync(site.models, `${ours.join('\n')}\n`);
  writeFileSync(site.views, JSON.stringify(theirs));
  return site;
}

/**
 * @param {'ours' | 'Astro' | 'Eleventy'} name
 * @param {{ root: string, peers: string, site: SiteInput, folder: string }} where
 */
function builtSeconds(name, { root, peers, site, folder }) {
  const out = join(folder, 'out');
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out);
  /** @type {Record<'ours' | 'Astro' | 'Eleventy', { args: string[], cwd: string }>} */
  const programs = {
    ours: { args: [join(root, 'bench', 'draw-site.mjs'), site.models, out], cwd: root },
    Astro: { args: [join(peers, 'node_modules', 'astro', 'astro.js'), 'build'], cwd: join(peers, 'astro') },
    Eleventy: {
      args: [join(peers, 'node_modules', '@11ty', 'eleventy', 'cmd.cjs'), '--input=.', `--output=${out}`, '--quiet'],
      cwd: join(peers, 'eleventy'),
    },
  };
  const { args, cwd } = programs[name];
  const env = {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    GOINGRATE_VIEWS: site.views,
    GOINGRATE_OUT: out,
    GOINGRATE_VIEW_MODULE: VIEW_MODULE,
  };
  const started = performance.now();
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { cwd, env, encoding: 'utf8' });
  const seconds = (performance.now() - started) / 1000;
  verify(status === 0, `${name} ends well: ${stderr || stdout}`);
  verifyPages(name, out, site);
  return seconds;
}

/** @param {string} name @param {string} out @param {SiteInput} site */
function verifyPages(name, out, { expected }) {
  for (const [path, statements] of expected) {
    const page = plain(readFileSync(join(out, path, 'index.html'), 'utf8'));
    const missing = statements.find((statement) => !page.includes(plain(statement)));
    verify(missing === undefined, `${name} writes ${path} with every finding; missing: ${missing}`);
  }
}

/** What a reader sees of a text: no elements, no references, no spaces. @param {string} text */
function plain(text) {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#39|#x27|apos);/g, "'")
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0\u2060\u200b]+/g, '');
}
