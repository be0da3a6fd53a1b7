/** How fast the text engines read, on one core, beside the cheapest loop over the same texts. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { openTextEngines, parsePay } from '../dist/index.js';
import { verify } from './measurement.mjs';
import { spreadOf, spreadText } from './spread.mjs';

const REPETITIONS = 7;
const TITLES = 60_000;
const PAY_STRINGS = 200_000;
const SKILL_UNITS = 24e6;
const SENTENCE_UNITS = 4e6;
const LONGEST_SENTENCE = 300;
const AMOUNTS_NAME = 'one regular expression for an amount in dollars, euros or pounds';
const HOLDS = { titles: 20_000, pay: 200_000, skills: 20 };

/**
 * One engine with its texts.
 *
 * @typedef {object} Trial
 * @property {string} what
 * @property {readonly string[]} texts
 * @property {(text: string) => object} read the engine
 * @property {(text: string) => unknown} floor the cheapest work of the same kind
 * @property {string} floorName
 * @property {number} amount titles, strings, or megabytes of UTF-8 in one pass
 * @property {number | null} hold
 * @property {number} digits
 */

/**
 * @param {string} from folder with one folder of raw files per source; made-up texts are read where it is missing
 * @returns {Promise<import('./measurement.mjs').Measurement[]>}
 */
export async function measureTextEngines(from) {
  const engines = await openTextEngines();
  const { origin, titles, pay, sentences, passages } = textsOf(from);
  verifyKnownAnswers(engines);
  const megabytes = passages.reduce((sum, text) => sum + Buffer.byteLength(text), 0) / 1e6;
  /** @type {Trial[]} */
  const trials = [
    {
      what: `titles classified a second (${origin})`,
      texts: titles,
      read: engines.classifyTitle,
      floor: (text) => JSON.stringify(text.normalize('NFKD').toLowerCase().split(' ')),
      floorName: 'folding each title and splitting it into words',
      amount: titles.length,
      hold: HOLDS.titles,
      digits: 0,
    },
    {
      what: `pay strings read a second (${origin}, ${meanLength(pay)} characters on average)`,
      texts: pay,
      read: parsePay,
      floor: amounts,
      floorName: AMOUNTS_NAME,
      amount: pay.length,
      hold: HOLDS.pay,
      digits: 0,
    },
    {
      what: `sentences that name an amount read a second (${origin}, ${meanLength(sentences)} characters on average)`,
      texts: sentences,
      read: parsePay,
      floor: amounts,
      floorName: AMOUNTS_NAME,
      amount: sentences.length,
      hold: null,
      digits: 0,
    },
    {
      what: `megabytes of text read for skills a second (${origin})`,
      texts: passages,
      read: engines.skills.extract,
      floor: (text) => new Set(text.toLowerCase().match(/[a-z0-9+#.]+/g)),
      floorName: 'folding each text and collecting its words',
      amount: megabytes,
      hold: HOLDS.skills,
      digits: 1,
    },
  ];
  return trials.map(measured);
}

/** @param {string} text */
function amounts(text) {
  return text.match(/[$€£]\s?\d[\d.,]*\s?k?/gi);
}

/** @param {readonly string[]} texts */
function meanLength(texts) {
  return Math.round(texts.reduce((sum, text) => sum + text.length, 0) / texts.length);
}

/** @param {Trial} trial */
function measured({ what, texts, read, floor, floorName, amount, hold, digits }) {
  const [first, second] = [checksum(texts, read), checksum(texts, read)];
  verify(first === second, `two passes give the same answers for ${what}`);
  const engine = spreadOf(rates(texts, read, amount));
  const cheapest = spreadOf(rates(texts, floor, amount));
  return {
    what,
    value: spreadText(engine, digits),
    reference: `${(cheapest.median / engine.median).toFixed(1)} times slower than ${floorName}: ${spreadText(cheapest, digits)}`,
    hold: hold === null ? '' : `at least ${hold.toLocaleString('en-US')} on one core`,
    met: hold === null ? null : engine.median >= hold,
    miss: hold === null ? '' : `${(hold / engine.median).toFixed(2)} times too slow`,
  };
}

/**
 * Amounts read in a second of processor time, which other programs on the machine do not take away.
 *
 * @param {readonly string[]} texts
 * @param {(text: string) => unknown} read
 * @param {number} amount
 */
function rates(texts, read, amount) {
  let kept = 0;
  const found = Array.from({ length: REPETITIONS }, () => {
    const started = process.cpuUsage();
    for (const text of texts) if (read(text) !== undefined) kept += 1;
    const { user, system } = process.cpuUsage(started);
    return (1e6 * amount) / (user + system);
  });
  verify(kept === REPETITIONS * texts.length, 'every text is answered');
  return found;
}

/**
 * Order-dependent sum over the answers as JSON.
 *
 * @param {readonly string[]} texts
 * @param {(text: string) => unknown} read
 */
function checksum(texts, read) {
  let sum = 0;
  for (const text of texts) {
    const answer = JSON.stringify(read(text));
    for (let i = 0; i < answer.length; i += 1) sum = (Math.imul(sum, 31) + answer.charCodeAt(i)) | 0;
  }
  return sum;
}

/** @param {Awaited<ReturnType<typeof openTextEngines>>} engines */
function verifyKnownAnswers({ classifyTitle, skills }) {
  const nurse = classifyTitle('Registered Nurse');
  verify(nurse.occupations[0]?.soc === '29-1141', 'a registered nurse is 29-1141');
  verify(classifyTitle('Senior Software Engineer').level?.id === 'senior', 'a senior software engineer is senior');
  const [range] = parsePay('Salary: $150,000 - $190,000 a year').ranges;
  verify(range?.low === 150_000 && range.high === 190_000 && range.currency === 'USD', 'a plain range is read');
  const [python] = skills.extract('You know Python.').skills;
  verify(python?.name === 'Python' && python.span[0] === 9 && python.span[1] === 15, 'a plain skill is found');
}

/**
 * Real titles, lines that name an amount and job advertisements, or made-up ones.
 *
 * @param {string} from
 */
function textsOf(from) {
  const boards = join(from, 'ashby-boards-2025-10', 'jobs.jsonl.gz');
  const jobs = join(from, 'greenhouse-titles-2026-01', 'all_jobs.json.gz');
  if (!existsSync(boards) || !existsSync(jobs)) return madeUpTexts();
  const listed = JSON.parse(gunzipSync(readFileSync(jobs)).toString('utf8'));
  const titles = listed.map((/** @type {{ title: string }} */ job) => job.title);
  const postings = gunzipSync(readFileSync(boards))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const texts = postings.map((posting) => String(posting.descriptionPlain));
  const summaries = postings.flatMap(({ compensation }) => [
    compensation?.compensationTierSummary,
    compensation?.scrapeableCompensationSalarySummary,
  ]);
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => /[$€£₹]\s?\d/.test(line));
  return {
    origin: 'real ones',
    titles: distinct(titles).slice(0, TITLES),
    pay: repeated(summaries.filter(Boolean), PAY_STRINGS),
    sentences: upTo(
      lines.filter((line) => line.length <= LONGEST_SENTENCE),
      SENTENCE_UNITS,
    ),
    passages: upTo(texts, SKILL_UNITS),
  };
}

function madeUpTexts() {
  const titles = ['Senior', 'Lead', 'Junior', 'Staff', 'Principal', ''].flatMap((level) =>
    ['Data', 'Software', 'Machine Learning', 'Sales', 'Civil', 'Platform', 'Quality', 'Growth'].flatMap((field) =>
      ['Engineer', 'Analyst', 'Manager', 'Specialist', 'Architect'].flatMap((noun) =>
        Array.from({ length: 100 }, (_, i) => `${level} ${field} ${noun}, Team ${i}`.trim()),
      ),
    ),
  );
  const pay = Array.from(
    { length: 5000 },
    (_, i) => `The base salary range is $${100 + (i % 90)},000 - $${150 + (i % 90)},500 per year, plus equity.`,
  );
  const passage =
    'Requirements: five years of Python, SQL and Spark. You have used Kubernetes and AWS. Nice to have: Go, Rust. ';
  return {
    origin: 'made up',
    titles,
    pay: repeated(
      pay.map((text) => text.slice(25, 52)),
      PAY_STRINGS,
    ),
    sentences: repeated(pay, PAY_STRINGS / 10),
    passages: repeated([passage.repeat(40)], Math.ceil(SKILL_UNITS / (40 * passage.length))),
  };
}

/** @param {readonly string[]} texts */
function distinct(texts) {
  return [...new Set(texts)];
}

/** @param {readonly string[]} texts @param {number} count */
function repeated(texts, count) {
  return Array.from({ length: count }, (_, at) => String(texts[at % texts.length]));
}

/** @param {readonly string[]} texts @param {number} units */
function upTo(texts, units) {
  let sum = 0;
  return texts.filter((text) => {
    sum += text.length;
    return sum <= units;
  });
}
