/** How well skills and credentials are extracted, against passages of postings labelled by reading, as Markdown. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readGold } from '../dist/app/backtest/gold.js';
import { readRawPostings, textsOf } from '../dist/app/backtest/raw-postings.js';
import { openExtractor } from '../dist/app/backtest/skill-extractor.js';
import { measureSkills } from '../dist/models/backtest/skill-score.js';
import { withBlock } from './scoreboard.mjs';

const ROOT = resolve(import.meta.dirname, '..');

/** @typedef {import('../dist/models/backtest/skill-truth.js').Counts} Counts */
/** @typedef {import('../dist/models/backtest/skill-score.js').SkillsMeasurement} SkillsMeasurement */

/**
 * @param {string} raw folder with the publishers' files
 * @returns {Promise<SkillsMeasurement>}
 */
export async function skillsOf(raw) {
  const passages = await readGold();
  if (passages === null) throw new Error('The labelled passages, test/gold/skills.json, are not here.');
  return measureSkills(passages, textsOf(await readRawPostings(raw)), await openExtractor());
}

/**
 * The measurement as Markdown: the total with intervals, the readers' agreement, and each skill.
 *
 * @param {SkillsMeasurement} measurement
 * @returns {{ total: string, skills: string }}
 */
export function skillsTables({ parts, readers }) {
  const total = [
    '| part | passages | extracted | right | precision (95%) | recall on the list (95%) | recall of everything named (95%) |',
    '| --- | ---: | ---: | ---: | --- | --- | --- |',
    ...Object.entries(parts).map(([name, { total: counts }]) => totalLine(name, counts)),
    '',
    `Two readers both read ${readers.passages} passages: they marked ${readers.first} and ${readers.second} mentions, ` +
      `${readers.both} of them both (F1 ${readers.f1.toFixed(2)}), and took ${percent(readers.sameUse)} of these for the same use.`,
  ].join('\n');
  const ids = [...new Set(Object.values(parts).flatMap(({ bySkill }) => [...bySkill.keys()]))].sort();
  const skills = [
    '| id | development: right / extracted | found / named | test: right / extracted | found / named |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...ids.map((id) => {
      const cells = [parts.development, parts.test].flatMap(({ bySkill }) => {
        const counts = bySkill.get(id);
        if (counts === undefined) return ['', ''];
        return [`${counts.right} / ${counts.extracted}`, `${counts.foundListed} / ${counts.listed}`];
      });
      return `| ${[id, ...cells].join(' | ')} |`;
    }),
  ].join('\n');
  return { total, skills };
}

/** @param {string} name @param {Counts} counts */
function totalLine(name, counts) {
  const cells = [
    name,
    counts.passages,
    counts.extracted,
    counts.right,
    shareWithInterval(counts.right, counts.extracted),
    shareWithInterval(counts.foundListed, counts.listed),
    shareWithInterval(counts.foundNamed, counts.named),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** @param {number} successes @param {number} trials */
function shareWithInterval(successes, trials) {
  const [low, high] = wilson(successes, trials);
  return `${percent(successes / trials)} (${percent(low)} to ${percent(high)}; n ${trials})`;
}

/** @param {number} share */
function percent(share) {
  return `${(share * 100).toFixed(1)}%`;
}

/**
 * Wilson score interval for a proportion, at 95%.
 *
 * @param {number} successes
 * @param {number} trials
 * @returns {[number, number]}
 */
export function wilson(successes, trials) {
  const z = 1.959963984540054;
  const p = successes / trials;
  const middle = (p + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials);
  const half = (z / (1 + z ** 2 / trials)) * Math.sqrt((p * (1 - p)) / trials + z ** 2 / (4 * trials ** 2));
  return [middle - half, middle + half];
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { from: { type: 'string' }, write: { type: 'boolean', default: false } } });
  const raw = values.from ?? process.env.GOINGRATE_RAW_DATA ?? resolve(ROOT, '..', 'shared', 'data');
  const tables = skillsTables(await skillsOf(raw));
  process.stdout.write(`${tables.total}\n`);
  if (values.write) {
    const path = join(ROOT, 'docs', 'engines', 'skills-scoreboard.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, withBlock(withBlock(text, 'total', tables.total), 'skills', tables.skills));
  }
}
