/** The gold set of skills, and how an engine's answers are compared with it. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/**
 * @typedef {object} Label a mention that a reader marked
 * @property {number} from UTF-16 offset in the posting's plain text
 * @property {number} to
 * @property {string} name its common name
 * @property {'tool' | 'method' | 'credential'} kind
 * @property {'required' | 'preferred' | 'used' | 'not-skill'} use
 */
/**
 * @typedef {object} Passage
 * @property {'ashby' | 'uber'} source
 * @property {string} id of the posting
 * @property {number} from
 * @property {number} to
 * @property {string} sha256 first 16 hexadecimal digits, of the passage in UTF-8
 * @property {'development' | 'test'} part
 * @property {'random' | 'technical' | 'ambiguous'} stratum
 * @property {Label[]} labels
 * @property {Label[]} [again] a second reader's labels
 */
/**
 * @typedef {object} Engine
 * @property {(text: string) => readonly { id: string, span: readonly [number, number] }[]} read what it extracts
 * @property {(name: string) => readonly string[]} idsOf what it calls a name, empty when that is not on its list
 */
/**
 * @typedef {object} Counts
 * @property {number} passages
 * @property {number} extracted mentions that the engine gives
 * @property {number} right of these, those that a reader marked as the same skill
 * @property {number} listed mentions that a reader marked and whose name is on the list
 * @property {number} foundListed of these, those that the engine gives
 * @property {number} named all mentions that a reader marked
 * @property {number} foundNamed
 */

/**
 * @param {string} root of the repository
 * @returns {Passage[]}
 */
export function readGold(root) {
  return JSON.parse(readFileSync(join(root, 'test', 'gold', 'skills.json'), 'utf8')).passages;
}

/**
 * Plain text of the postings by source and id.
 *
 * @param {string} raw folder with the publishers' files
 * @returns {Map<string, string>}
 */
export function readPostings(raw) {
  const unzip = (/** @type {string} */ file) => gunzipSync(readFileSync(join(raw, file))).toString('utf8');
  const texts = new Map();
  for (const line of unzip('ashby-boards-2025-10/jobs.jsonl.gz').split('\n')) {
    if (line === '') continue;
    const { id, descriptionPlain } = JSON.parse(line);
    texts.set(`ashby/${id}`, descriptionPlain ?? '');
  }
  for (const { id, description } of JSON.parse(unzip('uber-careers-2025-12/uber.json.gz')).jobs) {
    texts.set(`uber/${id}`, description ?? '');
  }
  return texts;
}

/**
 * @param {Passage} passage
 * @param {string | undefined} text of its posting
 * @returns {boolean} whether the text is the one that was labelled
 */
export function isSameText({ from, to, sha256 }, text) {
  const digest = createHash('sha256')
    .update((text ?? '').slice(from, to))
    .digest('hex');
  return digest.startsWith(sha256);
}

/**
 * Reads each posting whole, as the product does, and compares what is extracted in the labelled passages.
 *
 * @param {readonly Passage[]} passages
 * @param {ReadonlyMap<string, string>} texts
 * @param {Engine} engine
 * @returns {{ total: Counts, bySkill: Map<string, Counts> }}
 */
export function evaluateSkills(passages, texts, engine) {
  const total = noCounts();
  /** @type {Map<string, Counts>} */
  const bySkill = new Map();
  const skill = (/** @type {string} */ id) => {
    const counts = bySkill.get(id) ?? noCounts();
    bySkill.set(id, counts);
    return counts;
  };
  for (const passage of passages) {
    const text = texts.get(`${passage.source}/${passage.id}`) ?? '';
    const mentions = engine.read(text).filter(({ span }) => span[0] >= passage.from && span[1] <= passage.to);
    const labels = passage.labels
      .filter(({ use }) => use !== 'not-skill')
      .map((label) => ({ ...label, ids: idsOf(label, text, engine) }));
    total.passages += 1;
    for (const { id, span } of mentions) {
      const right = labels.some((label) => overlaps(label, span) && label.ids.has(id));
      for (const counts of [total, skill(id)]) {
        counts.extracted += 1;
        if (right) counts.right += 1;
      }
    }
    for (const label of labels) {
      const mention = mentions.find(({ id, span }) => overlaps(label, span) && label.ids.has(id));
      total.named += 1;
      if (mention !== undefined) total.foundNamed += 1;
      if (label.ids.size === 0) continue;
      for (const counts of [total, skill(mention?.id ?? [...label.ids][0] ?? '')]) {
        counts.listed += 1;
        if (mention !== undefined) counts.foundListed += 1;
      }
    }
  }
  return { total, bySkill };
}

/**
 * How far two readers agree on the passages that both read: mentions of skills that both marked, as F1, and the
 * share of these whose use both took alike.
 *
 * @param {readonly Passage[]} passages
 */
export function agreement(passages) {
  const twice = passages.filter(({ again }) => again !== undefined);
  let [first, second, both, sameUse] = [0, 0, 0, 0];
  for (const { labels, again } of twice) {
    const marked = (again ?? []).filter(({ use }) => use !== 'not-skill');
    second += marked.length;
    for (const label of labels) {
      if (label.use === 'not-skill') continue;
      first += 1;
      const other = marked.find(({ from, to }) => overlaps(label, [from, to]));
      if (other === undefined) continue;
      both += 1;
      if (other.use === label.use) sameUse += 1;
    }
  }
  return { passages: twice.length, first, second, both, f1: (2 * both) / (first + second), sameUse: sameUse / both };
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

/** @returns {Counts} */
function noCounts() {
  return { passages: 0, extracted: 0, right: 0, listed: 0, foundListed: 0, named: 0, foundNamed: 0 };
}

/** @param {Label} label @param {string} text @param {Engine} engine */
function idsOf({ from, to, name }, text, engine) {
  return new Set([...engine.idsOf(text.slice(from, to)), ...engine.idsOf(name)]);
}

/** @param {{ from: number, to: number }} label @param {readonly [number, number]} span */
function overlaps({ from, to }, [start, end]) {
  return from < end && start < to;
}
