/** The scoreboard document: words by hand, tables between markers from the measurements. */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { verdict } from './measurement.mjs';

/** @param {string} root */
export const scoreboardPath = (root) => join(root, 'docs', 'scoreboard.md');

/**
 * Text with the part between `<!-- name -->` and `<!-- /name -->` replaced.
 *
 * @param {string} text
 * @param {string} name
 * @param {string} body
 * @throws {Error} when the markers are not there
 */
export function withBlock(text, name, body) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`The scoreboard has no block "${name}".`);
  return `${text.slice(0, from + start.length)}\n\n${body}\n\n${text.slice(to)}`;
}

/**
 * @param {string} text
 * @param {string} name
 * @returns {string} what stands between the markers of a block
 */
export function blockOf(text, name) {
  return text.split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0]?.trim() ?? '';
}

/**
 * @param {string} root
 * @param {Readonly<Record<string, string>>} blocks
 */
export function writeScoreboard(root, blocks) {
  const path = scoreboardPath(root);
  let text = readFileSync(path, 'utf8');
  for (const [name, body] of Object.entries(blocks)) text = withBlock(text, name, body);
  writeFileSync(path, text);
}

/** @param {readonly import('./measurement.mjs').Measurement[]} rows */
export function measurementTable(rows) {
  return [
    '| what | measured: median (lowest to highest) | beside it | hold | verdict |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${[row.what, row.value, row.reference, row.hold || 'none', verdict(row)].join(' | ')} |`),
  ].join('\n');
}

/**
 * Machine, versions and dates a measurement belongs to.
 *
 * @param {string} root
 */
export function environmentLine(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'market', 'manifest.json'), 'utf8'));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const processors = cpus();
  const packages = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
  return [
    `Machine: ${processors.length} x ${processors[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ${process.platform} ${process.arch}.`,
    `Node ${process.versions.node}; ${packages.join(', ')}.`,
    `Data to ${manifest.asOf}. Recorded on ${new Date().toISOString().slice(0, 10)}.`,
  ].join('\n');
}
