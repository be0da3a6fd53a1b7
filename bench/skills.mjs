/** How well skills and credentials are extracted, against passages of postings labelled by reading. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildSkillIndex, extractSkills, listedIds } from '../dist/text/index.js';
import { withBlock } from './scoreboard.mjs';
import { agreement, evaluateSkills, isSameText, readGold, readPostings, wilson } from './skill-truth.mjs';

/** Least share of extracted mentions that are right. */
const HOLD = 0.9;
const ROOT = resolve(import.meta.dirname, '..');

/** @typedef {import('./skill-truth.mjs').Counts} Counts */
/**
 * @typedef {object} SkillsMeasurement
 * @property {{ id: string, metric: string, value: number, reference: string, hold: string, met: boolean, n: number }} row
 * @property {Record<'development' | 'test', { total: Counts, bySkill: Map<string, Counts> }>} parts
 * @property {ReturnType<typeof agreement>} readers
 */

/**
 * @param {string} root of the repository
 * @param {string} raw folder with the publishers' files
 * @returns {SkillsMeasurement}
 * @throws {Error} when a posting is not the one that was labelled
 */
export function measureSkills(root, raw) {
  const list = (/** @type {string} */ name) => JSON.parse(readFileSync(join(root, 'reviewed', name), 'utf8'));
  const index = buildSkillIndex(list('skills.json'), list('credentials.json'));
  const engine = {
    read: (/** @type {string} */ text) => {
      const { skills, credentials } = extractSkills(text, index);
      return [...skills, ...credentials];
    },
    idsOf: (/** @type {string} */ name) => listedIds(name, index),
  };
  const passages = readGold(root);
  const texts = readPostings(raw);
  const other = passages.find((passage) => !isSameText(passage, texts.get(`${passage.source}/${passage.id}`)));
  if (other !== undefined) throw new Error(`The posting ${other.source}/${other.id} is not the one that was labelled.`);
  const part = (/** @type {string} */ name) =>
    evaluateSkills(
      passages.filter((passage) => passage.part === name),
      texts,
      engine,
    );
  const parts = { development: part('development'), test: part('test') };
  const { right, extracted } = parts.test.total;
  return {
    row: {
      id: 'skills.precision',
      metric: 'extracted mentions that a reader marked as the same skill, test boards',
      value: right / extracted,
      reference: 'Lightcast about .88; Nesta F1 .59',
      hold: `at least ${HOLD}`,
      met: right / extracted >= HOLD,
      n: extracted,
    },
    parts,
    readers: agreement(passages),
  };
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

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { from: { type: 'string' }, write: { type: 'boolean', default: false } } });
  const raw = values.from ?? process.env.GOINGRATE_RAW_DATA ?? resolve(ROOT, '..', 'shared', 'data');
  const tables = skillsTables(measureSkills(ROOT, raw));
  process.stdout.write(`${tables.total}\n`);
  if (values.write) {
    const path = join(ROOT, 'docs', 'engines', 'skills-scoreboard.md');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, withBlock(withBlock(text, 'total', tables.total), 'skills', tables.skills));
  }
}
