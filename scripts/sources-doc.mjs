// Writes docs/sources.md from the shipped market's manifest and the sources' own notes: node scripts/sources-doc.mjs
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { connectors } from '../dist/ingest/registry.js';
import { readReviewedLists } from '../dist/ingest/reviewed.js';

const ROOT = resolve(import.meta.dirname, '..');

export const SOURCES_DOC_PATH = join(ROOT, 'docs', 'sources.md');

/**
 * @typedef {import('../src/store/port.js').Manifest} Manifest
 * @typedef {import('../src/store/port.js').ManifestSource} Source
 * @typedef {import('../dist/ingest/connector.js').Connector} Connector
 */

const count = (/** @type {number} */ value) => value.toLocaleString('en-US');
const size = (/** @type {number} */ bytes) =>
  bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;

/**
 * The document.
 *
 * @param {string} root of the package
 * @returns {Promise<string>}
 */
export async function sourcesDoc(root) {
  /** @type {Manifest} */
  const manifest = JSON.parse(readFileSync(join(root, 'market', 'manifest.json'), 'utf8'));
  const all = connectors(await readReviewedLists(join(root, 'reviewed')));
  const parts = [introduction(manifest), overview(manifest)];
  for (const source of manifest.sources) {
    const connector = all.find(({ id }) => id === source.id);
    if (connector === undefined) throw new Error(`No connector is called ${source.id}.`);
    parts.push(sourcePart(root, manifest, { source, connector }));
  }
  parts.push(OPTIONAL, ...all.filter(({ ships }) => !ships).map((connector) => optionalPart(root, connector)));
  return `${parts.join('\n\n')}\n`;
}

/** @param {Manifest} manifest */
function introduction({ asOf, sources, files }) {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `<!-- Made by scripts/sources-doc.mjs from market/manifest.json and src/ingest/sources; do not edit by hand. -->

# Sources

What the shipped market is made of. It holds ${files.length} tables from ${sources.length} sources, ${size(bytes)} together, and its newest pay and official data are of ${asOf}: reports are as of that day, never of the clock.

Every row that a source gave is accounted for: rows read are rows kept plus the rows left out or merged, by reason. \`market/manifest.json\` also holds size and SHA-256 of every raw file and of every table. \`goingrate market build --from DIR\` reads the raw files below from \`DIR\` and gives the same tables. Licence texts and attributions are in [market/LICENSES.md](../market/LICENSES.md).`;
}

/** @param {Manifest} manifest */
function overview({ sources }) {
  const rows = sources.map(
    ({ id, name, licence, vintage, rowsIn, rowsKept }) =>
      `| [${id}](#${id}) | ${name} | ${vintage} | ${licence} | ${count(rowsIn)} | ${count(rowsKept)} |`,
  );
  return [
    '| source | what | vintage | licence | rows read | rows kept |',
    '| --- | --- | --- | --- | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/**
 * @param {string} root
 * @param {Manifest} manifest
 * @param {{ source: Source, connector: Connector }} entry
 */
function sourcePart(root, manifest, { source, connector }) {
  const tables = manifest.files
    .filter((file) => file.source === source.id)
    .map((file) => `\`${file.table}\` (${count(file.rows)} rows)`);
  const web = /^https?:/.test(source.address);
  const facts = [
    `- **${source.name}**, ${source.publisher}: ${web ? `<${source.address}>` : `\`${source.address}\``}`,
    `- Licence: ${source.licence}`,
    ...(source.attribution === null ? [] : [`- Attribution: ${source.attribution}`]),
    `- Vintage: ${source.vintage}; newest date ${source.newest}`,
    `- Gives: ${tables.length === 0 ? 'no table of its own' : tables.join(', ')}`,
    `- Rows: ${count(source.rowsIn)} read, ${count(source.rowsKept)} kept`,
    ...source.excluded.map(({ reason, count: left }) => `  - ${count(left)} left out or merged: ${reason}`),
    `- Raw files: ${rawFiles(source)}`,
    ...updates(connector),
  ];
  return [`## ${source.id}`, facts.join('\n'), notes(root, source.id)].filter((part) => part !== '').join('\n\n');
}

/**
 * How newer figures come in.
 *
 * @param {Connector} connector
 */
function updates({ cadence, downloads, obtain, id }) {
  const files = downloads.length === 1 ? 'one file' : `${downloads.length} files`;
  const how =
    downloads.length === 0 ? obtain : `\`goingrate sources update ${id}\` fetches ${files}. By hand: ${obtain}`;
  return [`- New figures: ${cadence}`, `- Update: ${how}`];
}

const OPTIONAL = `# Optional sources

Their terms are not verified or do not allow passing on, so nothing of them ships. \`goingrate sources update ID\` reads them on your machine, for you alone.`;

/**
 * @param {string} root
 * @param {Connector} connector
 */
function optionalPart(root, connector) {
  const { id, name, publisher, address, licence, attribution } = connector;
  const facts = [
    `- **${name}**, ${publisher}: <${address}>`,
    `- Licence: ${licence}`,
    ...(attribution === null ? [] : [`- Attribution: ${attribution}`]),
    ...updates(connector),
  ];
  return [`## ${id}`, facts.join('\n'), notes(root, id)].filter((part) => part !== '').join('\n\n');
}

/** @param {Source} source */
function rawFiles({ inputs }) {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const named = inputs.slice(0, 3).map(({ path }) => `\`${path}\``);
  const more = inputs.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${count(more)} more` : ''}; ${size(bytes)}`;
}

/**
 * What one has to know about the source: its notes beside the code, without their title and their list of facts.
 *
 * @param {string} root
 * @param {string} id
 */
function notes(root, id) {
  const path = join(root, 'src', 'ingest', 'sources', id, 'README.md');
  if (!existsSync(path)) return '';
  const body = readFileSync(path, 'utf8').replace(/^# .*\n/, '');
  return body
    .replace(/^\s*(?:- \*\*[^*]+\*\*.*\n(?: {2}.*\n)*)+/, '')
    .replace(/^## /gm, '### ')
    .trim();
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(SOURCES_DOC_PATH, await sourcesDoc(ROOT));
  process.stdout.write(`${SOURCES_DOC_PATH}\n`);
}
