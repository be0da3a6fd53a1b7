// Where a published figure comes from, and what the same market supports: node examples/twelve-rows/run.mjs
import { answerReport, openMarket } from 'goingrate';
import { arithmeticMean, CELL, distinctRanges, PAGE, readRanges, rowsOf } from './figure.mjs';

/** @param {number} amount @param {number} [digits] */
const money = (amount, digits = 0) =>
  amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });

const market = await openMarket();
try {
  const ranges = await readRanges(market, CELL);
  const { headline, question } = await answerReport(market, { title: CELL.title, place: CELL.country });
  printRows(ranges);
  printFigures(ranges);
  printOurs(headline, question.place.name);
} finally {
  await market.close();
}

/** @param {readonly import('./figure.mjs').AdvertisedRange[]} ranges */
function printRows(ranges) {
  const rows = rowsOf(ranges);
  console.log(`The ${rows.length} rows of ${CELL.source} titled exactly "${CELL.title}", ${CELL.country}\n`);
  console.log('  row  range  end     amount, US$ a year  first seen, from');
  rows.forEach(({ amount, end, range, seen }, index) => {
    const cells = [String(index + 1).padStart(5), String(range).padStart(7), `  ${end.padEnd(8)}`];
    console.log(`${cells.join('')}${money(amount).padStart(18)}  ${seen}`);
  });
  const distinct = distinctRanges(ranges);
  console.log(
    `\nThey are the two ends of ${ranges.length} advertised ranges, of which ${distinct.length} are different:\n`,
  );
  for (const { low, high, times } of distinct) {
    console.log(`  ${money(low)} to ${money(high)}${times === 1 ? '' : `, ${times} times`}`);
  }
}

/** @param {readonly import('./figure.mjs').AdvertisedRange[]} ranges */
function printFigures(ranges) {
  const mean = arithmeticMean(rowsOf(ranges).map(({ amount }) => amount));
  const meanOfDistinct = arithmeticMean(distinctRanges(ranges).flatMap(({ low, high }) => [low, high]));
  const factor = (PAGE.projected / mean).toFixed(2);
  console.log(`\nThe page "${PAGE.name}" (last updated ${PAGE.updated}) says\n`);
  console.log(`  baseline   ${money(PAGE.baseline).padStart(14)}     based on ${PAGE.dataPoints} data points`);
  console.log(`  projected  ${money(PAGE.projected).padStart(14)}`);
  console.log('\nFrom the rows above\n');
  console.log(`  mean       ${money(mean, 2).padStart(14)}  arithmetic mean of the ${2 * ranges.length} rows`);
  console.log(
    `  mean x ${factor}${money(mean * Number(factor), 2).padStart(14)}  the projected figure over the mean is ${factor}`,
  );
  console.log(`  mean once  ${money(meanOfDistinct, 2).padStart(14)}  the same mean with each range counted once`);
}

/**
 * @param {import('goingrate').Finding} headline
 * @param {string} place
 */
function printOurs(headline, place) {
  const { evidence, quantity } = headline;
  console.log('\nWhat the report of the same market says\n');
  console.log(`  ${headline.statement}\n`);
  if (quantity?.interval) {
    const { low, high, level } = quantity.interval;
    console.log(
      `  value       US$${money(quantity.value)}, ${100 * level}% interval US$${money(low)} to US$${money(high)}`,
    );
  }
  console.log(
    `  asked       ${evidence.asked?.n ?? evidence.n} distinct ranges in the very cell asked about, ${place}`,
  );
  console.log(`  scope       ${evidence.scope}`);
  console.log(`  evidence    ${evidence.n} ${evidence.counts}, ${evidence.sources.join(', ')}`);
  console.log(`  grade       ${evidence.grade} (${evidence.gradeReason})`);
}
