/** From the amount as stated, at the date of its data, to the as-of date along the wage index: ageing to be drawn. */
import { type Ageing, middleMonth, monthsBetween } from './ageing.js';
import type { SourceEstimate } from './estimate.js';
import type { Headline } from './headline.js';
import { monthsAfter } from './observation.js';
import { referenceDate } from './official.js';

export interface DatedValue {
  readonly date: string;
  readonly value: number;
}

export interface AgedValue {
  /** Source id of the index. */
  readonly index: string;
  /** The median as stated, at the mean date of the data behind it. */
  readonly stated: DatedValue;
  /** Where the index stood between that date and the as-of date, anchored at the figure of the as-of date. */
  readonly line: readonly DatedValue[];
}

/** Months between the points of the line; a finer one cannot be seen. */
const STEP_MONTHS = 3;

/**
 * The stated median of a headline and the line that carries it to the as-of date.
 *
 * Several sources count alike, as in their pool: the geometric mean of their stated medians at the mean of their dates.
 *
 * @returns null without an index, or where the figure is not one of dated amounts
 */
export function agedValue(headline: Headline, ageing: Ageing): AgedValue | null {
  const median = headline.percentiles['50'];
  const stated = headline.official === null ? statedOffers(headline) : statedOfficial(headline);
  if (ageing.source === null || median === undefined || stated === null) return null;
  const months = monthsBetween(stated.date, ageing.asOf);
  if (months < 1) return null;
  const dates = [
    ...Array.from({ length: Math.ceil(months / STEP_MONTHS) }, (_, step) =>
      monthsAfter(stated.date, step * STEP_MONTHS),
    ),
    ageing.asOf,
  ];
  const line = dates.map((date) => ({ date, value: median.value / ageing.factorFrom(date, date) }));
  return { index: ageing.source, stated, line };
}

function statedOfficial({ official }: Headline): DatedValue | null {
  const published = official?.percentiles['50'];
  if (official === null || published === undefined) return null;
  return { date: referenceDate(official.year), value: published.value };
}

function statedOffers({ observed }: Headline): DatedValue | null {
  const dated = (observed?.carried.pool.contributing ?? []).flatMap((estimate) =>
    estimate.statedMedian === null ? [] : [{ log: Math.log(estimate.statedMedian), month: meanMonth(estimate) }],
  );
  if (dated.length === 0) return null;
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    date: monthsAfter(EPOCH, Math.round(mean(dated.map(({ month }) => month)))),
    value: Math.exp(mean(dated.map(({ log }) => log))),
  };
}

const EPOCH = '2000-01-15';

/** Mean month of the rows of one source, in months since the epoch. */
function meanMonth({ rows }: SourceEstimate): number {
  let sum = 0;
  for (const row of rows) sum += monthsBetween(EPOCH, middleMonth(row.seenFrom, row.seenTo));
  return sum / rows.length;
}
