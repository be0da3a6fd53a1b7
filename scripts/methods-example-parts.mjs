// The steps of the worked example of docs/methods.md, each as Markdown.
import { middleMonth } from '../dist/analysis/ageing.js';
import { describeCell, INTERVAL_LEVEL } from '../dist/analysis/estimate.js';
import { DISAGREEMENT_LOG_POINTS } from '../dist/analysis/pool.js';
import { inScope, scopeLadder } from '../dist/analysis/scope.js';
import {
  formatCount,
  formatCounted,
  formatList,
  formatMoney,
  formatMonth,
  formatPercent,
  roundingStep,
} from '../dist/core/format.js';
import { groupedQuantileIntervals, heapingInterval } from '../dist/stats/index.js';

/**
 * @typedef {import('./methods-example.mjs').Example} Example
 * @typedef {import('../dist/analysis/estimate.js').SourceEstimate} SourceEstimate
 * @typedef {import('../dist/analysis/estimate.js').SourceCell} SourceCell
 * @typedef {import('../dist/analysis/scope.js').Scope} Scope
 */

/** Level at which limits are computed where 5 to 10 effective employers speak (src/analysis/estimate.ts). */
const FEW_EMPLOYERS_LEVEL = 0.96;

const usd = (/** @type {number} */ amount) => formatMoney(amount, 'USD');
const one = (/** @type {number} */ value) => value.toFixed(1);

/**
 * Every scope that could carry the figure, and why one does.
 *
 * @param {Example} example
 */
export function scopesPart({ market, question, rows, answers }) {
  const carrying = answers.posted.carried?.scope;
  const posted = rows.filter((row) => row.basis === 'posted');
  const sources = [...new Set(posted.map(({ source }) => source))].sort();
  const lines = scopeLadder(question, 'posted').map((scope) => {
    const mine = posted.filter((row) => inScope(scope, row));
    const cells = sources.map((source) =>
      describeCell(
        mine.filter((row) => row.source === source),
        source,
        market.parameters.designEffect,
      ),
    );
    const isCarrying = scope.name === carrying?.name && scope.place === carrying.place;
    return `| ${scope.name} | ${cells.map(cellWords).join(' | ')} | ${supportWords(cells)}${isCarrying ? ', **carries**' : ''} |`;
  });
  const heads = `| scope | ${sources.join(' | ')} | median |`;
  const why =
    carrying === undefined
      ? 'No scope supports a median.'
      : 'The first scope of a kind in which a source supports a direct median carries the figure, else the first with a modelled one.';
  return `**The scopes.** Narrowest first. Each entry is the number of offers and, in brackets, of effective employers: 10 are needed for a direct median, 5 for a modelled one. A source that names no employers is counted by distinct ranges, divided by the design effect ${market.parameters.designEffect.toFixed(2)}.

${heads}
| --- | ${sources.map(() => '---:').join(' | ')} | --- |
${lines.join('\n')}

${why}`;
}

/** @param {SourceCell} cell */
function cellWords({ n, effectiveEmployers }) {
  return n === 0 ? '0' : `${formatCount(n)} (${one(effectiveEmployers)})`;
}

/** @param {readonly SourceCell[]} cells */
function supportWords(cells) {
  if (cells.some(({ support }) => support === 'direct')) return 'direct';
  return cells.some(({ support }) => support === 'modelled') ? 'modelled' : 'none';
}

/**
 * What the wage index does to amounts, and to the very rows of the title.
 *
 * @param {Example} example
 */
export async function ageingPart({ market, question, answers, rows }) {
  const { ageing } = answers;
  if (ageing.source === null) return '';
  const published = await market.store.read({
    from: 'series',
    columns: /** @type {const} */ (['month', 'value']),
    where: [{ column: 'series', is: 'posted-wage-growth-us' }],
  });
  const carrying = answers.posted.carried?.scope;
  const scoped = rows.filter((row) => row.basis === 'posted' && carrying !== undefined && inScope(carrying, row));
  const first = scoped.map((row) => middleMonth(row.seenFrom, row.seenTo)).sort()[0] ?? question.asOf;
  const known = published.filter(({ month }) => month.slice(0, 7) >= first && month <= question.asOf);
  const shown = known.filter((_, index) => index % 6 === 0 || index === known.length - 1);
  const lines = shown.map(
    ({ month, value }) =>
      `| ${formatMonth(month.slice(0, 7))} | ${formatPercent(100 * value, 2)} | ${ageing.factorFrom(month, month).toFixed(4)} |`,
  );
  const own = scoped.filter((row) => row.title === question.titleKey).sort((a, b) => (a.seenTo < b.seenTo ? 1 : -1));
  const titled = own.map(
    (row) =>
      `| ${formatMonth(middleMonth(row.seenFrom, row.seenTo))} | ${usd(row.statedLow)} to ${usd(row.statedHigh)} | ${ageing.factorFrom(row.seenFrom, row.seenTo).toFixed(4)} | ${usd(row.low)} to ${usd(row.high)} |`,
  );
  const example =
    own.length === 0
      ? ''
      : `\n\nThe ${own.length === 1 ? 'one range that carries' : `${own.length} ranges that carry`} exactly the title asked about, before and after:\n\n| seen | as stated | factor | at ${formatMonth(question.asOf)} |\n| --- | --- | ---: | --- |\n${titled.join('\n')}`;
  return `**Ageing.** Amounts go from the middle of the days on which they were first seen to ${formatMonth(question.asOf)}. Each month adds a twelfth of ln(1 + growth) of the index, published to ${formatMonth(ageing.indexEnds ?? question.asOf)}; later months hold its last value.

| from | growth on the year before | factor to ${formatMonth(question.asOf)} |
| --- | ---: | ---: |
${lines.join('\n')}${example}`;
}

/**
 * Each source by itself.
 *
 * @param {Example} example
 */
export function estimatesPart({ answers }) {
  const { posted } = answers;
  const lines = posted.bySource.filter(({ n }) => n > 0).map(estimateLine);
  const few = posted.bySource.filter(({ n, support }) => n > 0 && support === 'none').map(({ source }) => source);
  const left =
    few.length === 0 ? '' : ` ${formatList(few)} has too few effective employers for a median and does not count.`;
  return `**Each source by itself.** A range is spread evenly between its ends, and the middle of all of them is the median. Its interval: employers are dealt into at most 32 groups, each group is left out once, and the spread of the share below the median over these replicates says how many independent offers (n*) the source is worth. The limits are then those of a share among n* offers, widened for ageing and, with 5 to 10 effective employers, computed at ${Math.round(100 * FEW_EMPLOYERS_LEVEL)}% instead of ${Math.round(100 * INTERVAL_LEVEL)}%.${left}

| source | offers | employers | effective | df | n* | median as stated | at the as-of date | 90% interval | how |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | --- | --- |
${lines.join('\n')}`;
}

/** @param {SourceEstimate} estimate */
function estimateLine(estimate) {
  const { source, n, employers, effectiveEmployers, statedMedian, percentiles, support } = estimate;
  const median = percentiles['50'];
  const named = employers === null ? 'not named' : formatCount(employers);
  const head = `| ${source} | ${formatCount(n)} | ${named} | ${one(effectiveEmployers)}`;
  if (median === undefined || statedMedian === null) return `${head} | | | | | | none |`;
  const { df, informativeN } = replicated(estimate, median.value);
  const limits = median.low === null || median.high === null ? '' : `${usd(median.low)} to ${usd(median.high)}`;
  return `${head} | ${df} | ${one(informativeN)} | ${usd(statedMedian)} | ${usd(median.value)} | ${limits} | ${support} |`;
}

/**
 * Degrees of freedom and n* of a median, which an estimate does not keep.
 *
 * @param {SourceEstimate} estimate
 * @param {number} expected the published median: the same estimator must give it again
 */
function replicated({ source, rows, clusters, inflation, support }, expected) {
  const ends = rows.map((row) => {
    const [low, high] =
      row.statedLow === row.statedHigh ? heapingInterval(row.statedLow) : [row.statedLow, row.statedHigh];
    const factor = row.low / row.statedLow;
    return { low: low * factor, high: high * factor };
  });
  const [interval] = groupedQuantileIntervals(
    {
      lows: ends.map(({ low }) => low),
      highs: ends.map(({ high }) => high),
      weights: rows.map(() => 1),
      groups: clusters,
      level: support === 'direct' ? INTERVAL_LEVEL : FEW_EMPLOYERS_LEVEL,
      designEffect: inflation,
      fit: 'uniform',
    },
    [0.5],
  );
  if (interval === undefined || Math.abs(Math.log(interval.value / expected)) > 1e-9) {
    throw new Error(`The median of ${source} is no longer made as this example says.`);
  }
  return interval;
}

/**
 * The sources together.
 *
 * @param {Example} example
 */
export function poolPart({ answers }) {
  const { carried } = answers.posted;
  const median = carried?.percentiles['50'];
  if (carried == null || median === undefined) return '';
  const { pool, modelledPercentiles, shapeScope } = carried;
  const medians = pool.contributing.map(({ percentiles }) => percentiles['50']?.value ?? Number.NaN);
  const gap = `${pool.gapLogPoints.toFixed(3)} log points`;
  const how = {
    'one-source': 'Only one source has a median: it is the figure.',
    agree: `The medians lie ${gap} apart, within ${DISAGREEMENT_LOG_POINTS}: the sources agree. The interval is that of the mean of their estimates, widened by half the difference between them.`,
    disagree: `The medians lie ${gap} apart, more than ${DISAGREEMENT_LOG_POINTS}: **the sources disagree**. The middle is still their pool, but the interval runs from the lowest limit of any of them to the highest, and the grade is C at best.`,
  }[pool.agreement];
  const mean =
    medians.length === 1
      ? ''
      : ` The geometric mean of ${formatList(medians.map(usd))} is ${usd(Math.exp(medians.reduce((sum, value) => sum + Math.log(value), 0) / medians.length))}.`;
  const borrowed =
    modelledPercentiles.length === 0
      ? ''
      : ` ${formatList(modelledPercentiles.map((key) => `P${key}`))} ${modelledPercentiles.length === 1 ? 'is' : 'are'} not supported by every source: their distance from the nearest supported percentile is that of ${shapeScope?.name ?? 'a wider scope'}.`;
  const limits =
    median.low === null || median.high === null ? '' : ` with limits ${usd(median.low)} and ${usd(median.high)}`;
  return `**The sources together.** ${how}${mean} The pooled median is ${usd(median.value)}${limits}.${borrowed}`;
}

/**
 * The fitted model's figure, from its prediction to what the headline takes.
 *
 * @param {Example} example
 */
export function modelPart({ answers }) {
  const { market } = answers;
  const median = market?.percentiles['50'];
  if (market === null || median === undefined) return '**The model.** It says nothing of this work.';
  const together = {
    'one-source': 'It has one input, which is the figure.',
    agree: `The two lie ${market.gapLogPoints.toFixed(3)} log points apart, within ${DISAGREEMENT_LOG_POINTS}: they are averaged by the inverse of their squared errors, and the interval keeps half of what parts them.`,
    disagree: `The two lie ${market.gapLogPoints.toFixed(3)} log points apart, more than ${DISAGREEMENT_LOG_POINTS}: they disagree, get equal weight, and the interval spans both.`,
  }[market.agreement];
  const left =
    market.apart === null
      ? ''
      : ` The ${market.apart.basis} line is left apart: what carries it to posted pay is known no better than within ${market.apart.carried.sd.toFixed(2)} log points, more than ${DISAGREEMENT_LOG_POINTS}.`;
  const limits =
    median.low === null || median.high === null ? '' : `, with limits ${usd(median.low)} and ${usd(median.high)}`;
  return `**The model.** What was observed speaks of a wider scope than was asked, or only with borrowed strength. The [pay model](engines/pay-model.md) speaks of the question itself.

| basis | predicted | cells around it, sd | prediction, sd | offers of the cell | their mean | its sd | weight g | after them | carried to posted pay by (its sd) |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${[...market.inputs, ...(market.apart === null ? [] : [market.apart])].map(inputLine).join('\n')}

g is the variance of cells and prediction over the same plus that of the cell's mean. Standard deviations are in log points. ${together}${left} The middle is ${usd(median.value)}${limits}.`;
}

/** @param {import('../src/analysis/model-pay.js').ModelInput} input */
function inputLine({ basis, predicted, middle, own, carried, prediction }) {
  const points = (/** @type {number} */ value) => value.toFixed(3);
  const cells = [
    basis,
    usd(Math.exp(predicted - carried.log)),
    points(Math.sqrt(prediction.cellVariance)),
    points(Math.sqrt(prediction.predictionVariance)),
    formatCount(own.n),
    own.logMiddle === null ? '' : usd(Math.exp(own.logMiddle)),
    own.variance === null ? '' : points(Math.sqrt(own.variance)),
    points(own.weight),
    usd(Math.exp(middle.value)),
    carried.log === 0 ? '' : `${points(carried.log)} (${points(carried.sd)})`,
  ];
  return `| ${cells.join(' | ')} |`;
}

/**
 * The sentence, the grade, what stands beside it, and what comes after.
 *
 * @param {Example} example
 */
export function headlinePart({ answers, report }) {
  const { quantity, evidence } = report.headline;
  if (quantity === null) return `**The headline.** ${report.headline.statement}`;
  const { value, interval, percentiles } = quantity;
  const basis = evidence.basis ?? 'unknown';
  const step = roundingStep(interval);
  const rounding =
    interval === null
      ? ''
      : ` A tenth of the interval's width is ${usd((interval.high - interval.low) / 10)}, so amounts are written to the next round unit not above it, ${usd(step)}: ${usd(value)} becomes ${formatMoney(value, 'USD', step)}.`;
  const quartiles =
    percentiles?.['25'] === undefined || percentiles['75'] === undefined
      ? ''
      : ` Its quartiles are ${usd(percentiles['25'].value)} and ${usd(percentiles['75'].value)}.`;
  const carriedHere = answers.posted.carried !== null && basis === 'posted';
  const which = carriedHere
    ? 'Posted pay is supported, so it carries the headline.'
    : `The headline is on the ${basis} basis; its evidence is ${evidence.scope}.`;
  const found = (/** @type {string} */ id) => report.sections.overview.findings.filter((finding) => finding.id === id);
  const beside = report.sections.overview.findings.filter(
    ({ id, status }) => status !== 'insufficient' && /^overview\.(?:filed\.h1b-lca|official|market)$/.test(id),
  );
  const forecast = ['overview.forecast.growth', 'overview.forecast.pay', 'overview.forecast.record'].flatMap(found);
  return `**The headline.** ${which} It rests on ${formatCounted(evidence.n, evidence.counts ?? 'observations')}.${rounding}${quartiles} The grade is ${evidence.grade ?? 'not given'}: ${evidence.gradeReason ?? ''}.

**Beside it**, on other bases and never averaged into it:

${beside.map(({ statement }) => `- ${statement}`).join('\n')}

**After the as-of date:**

${forecast.map(({ statement }) => `- ${statement}`).join('\n')}`;
}
