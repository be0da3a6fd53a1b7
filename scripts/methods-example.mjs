// Writes the worked example of docs/methods.md from the shipped market: node scripts/methods-example.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { blockOf, withBlock } from '../bench/scoreboard.mjs';
import { gatherAnswers } from '../dist/analysis/answers.js';
import { monthsBefore, WINDOW_MONTHS } from '../dist/analysis/observation.js';
import { gatherPay } from '../dist/analysis/pay-answers.js';
import { openMarket } from '../dist/app/market.js';
import { understandQuestion } from '../dist/app/question.js';
import { answerReport } from '../dist/app/report.js';
import { formatCount, formatDate } from '../dist/core/format.js';
import { ageingPart, estimatesPart, headlinePart, modelPart, poolPart, scopesPart } from './methods-example-parts.mjs';

const ROOT = resolve(import.meta.dirname, '..');

export const EXAMPLE_BLOCK = 'example';

const ASKED = { title: 'Machine Learning Lead', place: 'US' };

/**
 * @typedef {import('../dist/app/market.js').Market} Market
 * @typedef {import('../dist/analysis/question.js').Question} Question
 * @typedef {import('../dist/analysis/observation.js').PayObservation} PayObservation
 * @typedef {{ market: Market, question: Question, answers: import('../dist/analysis/answers.js').Answers,
 *   rows: readonly PayObservation[], report: import('../dist/report/model.js').Report }} Example
 */

/**
 * The walk from the rows to the published figure.
 *
 * @returns {Promise<string>} Markdown
 */
export async function methodsExample() {
  const market = await openMarket();
  try {
    const { question } = await understandQuestion(market, ASKED);
    const options = {
      parameters: market.parameters,
      cohorts: market.cohorts,
      payModel: await market.payModel(),
    };
    const { cohort } = await gatherPay(market.store, question, options);
    const answers = await gatherAnswers(market.store, question, { ...options, offer: null });
    const report = await answerReport(market, ASKED);
    /** @type {Example} */
    const example = { market, question, answers, rows: cohort.rows, report };
    const parts = [
      introduction(example),
      await rowsPart(example),
      scopesPart(example),
      await ageingPart(example),
      estimatesPart(example),
      poolPart(example),
      modelPart(example),
      headlinePart(example),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  } finally {
    await market.close();
  }
}

/** @param {Example} example */
function introduction({ question, report }) {
  const mix = question.occupations.map(({ title, share }) => `${title} ${Math.round(100 * share)}%`).join(', ');
  return `\`goingrate report "${ASKED.title}" --in ${ASKED.place}\` begins with this sentence:

> ${report.headline.statement}

This is the way there, with the numbers of the shipped market.

**The question.** The title is read as the role ${question.role.name} at ${(question.level?.name ?? 'no').toLowerCase()} level, one of ${formatCount(question.familyRoles.length)} roles of the family ${question.familyName}. Its occupations are ${mix}. The as-of date is the newest date of the data, ${formatDate(question.asOf)}.`;
}

const COLUMNS = /** @type {const} */ (['source', 'basis', 'currency', 'seenTo', 'repeats']);

/**
 * What is read for the family, and what is left out of it.
 *
 * @param {Example} example
 */
async function rowsPart({ market, question, rows: used }) {
  const read = await market.store.read({
    from: 'pay',
    columns: COLUMNS,
    where: [
      { column: 'country', is: question.place.country },
      { column: 'role', in: question.familyRoles },
      { column: 'basis', in: ['posted', 'filed'] },
    ],
  });
  const oldest = monthsBefore(question.asOf, WINDOW_MONTHS);
  const counts = [...new Set(read.map(({ source }) => source))].sort().map((source) => {
    const all = read.filter((row) => row.source === source);
    const stated = all.reduce((sum, row) => sum + row.repeats, 0);
    const currency = all.filter((row) => row.currency !== question.place.currency).length;
    const inCurrency = all.filter((row) => row.currency === question.place.currency);
    const old = inCurrency.filter((row) => row.seenTo < oldest).length;
    const later = inCurrency.filter((row) => row.seenTo > question.asOf).length;
    const left = used.filter((row) => row.source === source).length;
    const fenced = inCurrency.length - old - later - left;
    return [source, all[0]?.basis ?? '', stated, all.length, currency, old, later, fenced, left];
  });
  const family = counts.map(
    (line) => `| ${line.map((cell) => (typeof cell === 'number' ? formatCount(cell) : cell)).join(' | ')} |`,
  );
  return `**The rows.** Every offer of the family in the country is read. Repeats were merged while the market was built, when [whole files](sources.md) were also checked: one row stands for all of them. Rows in another currency than ${question.place.currency}, last seen before ${formatDate(oldest)} (${WINDOW_MONTHS} months), possibly after the as-of date, or beyond the fences are left out.

| source | basis | offers stated | rows without repeats | other currency | too old | too new | beyond fences | used |
| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${family.join('\n')}

From here on each basis goes its own way. The posted one is followed.`;
}

/** @returns {string} path of the document */
export function methodsPath(root = ROOT) {
  return join(root, 'docs', 'methods.md');
}

/**
 * What the document holds now.
 *
 * @param {string} text of docs/methods.md
 */
export function exampleOf(text) {
  return blockOf(text, EXAMPLE_BLOCK);
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = methodsPath();
  writeFileSync(path, withBlock(readFileSync(path, 'utf8'), EXAMPLE_BLOCK, await methodsExample()));
  process.stdout.write(`${path}\n`);
}
