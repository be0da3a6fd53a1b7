import { DomainError } from '../core/errors.js';

export interface YearOnYear {
  /** `YYYY-MM`, or a date of that month. */
  readonly month: string;
  /** Growth against the same month a year before, fraction > -1. */
  readonly growth: number;
}

export interface ChainedGrowth {
  /** Natural logarithm of the ratio of the index at `to` to that at `from`. */
  readonly logGrowth: number;
  /** Calendar months chained, negative when `to` is before `from`. */
  readonly months: number;
  /** Of these, months outside the series, at its nearest end's value. */
  readonly extrapolatedMonths: number;
  /** Of these, months missing within the series, interpolated between their neighbours. */
  readonly interpolatedMonths: number;
}

/**
 * Growth of an index between two months, chained from its year-on-year growth rates.
 *
 * Each month after `from`, up to `to`, contributes ln(1 + growth) / 12: a year-on-year rate is a mean of twelve
 * monthly steps, so turns appear about half a year late. Months are found by date, never by position: a missing one
 * is interpolated linearly between its neighbours, one outside the series takes the nearest end's rate.
 *
 * @param series year-on-year growth by month, in any order, at least one month
 * @param from   `YYYY-MM` or a date
 * @param to     `YYYY-MM` or a date; growth is negated when it is earlier than `from`
 * @throws {DomainError} NO_VALUES | INVALID_MONTH | REPEATED_MONTH | INVALID_GROWTH
 * @example chainedIndexGrowth([{ month: '2025-06', growth: 0.03 }], '2025-05', '2025-07')
 *   // { logGrowth: 0.004926, months: 2, extrapolatedMonths: 1, interpolatedMonths: 0 }
 */
export function chainedIndexGrowth(series: readonly YearOnYear[], from: string, to: string): ChainedGrowth {
  const rates = logRatesByMonth(series);
  const start = monthNumber(from);
  const end = monthNumber(to);
  const first = rates[0]!.month;
  const last = rates[rates.length - 1]!.month;
  const known = new Set(rates.map((rate) => rate.month));
  let logGrowth = 0;
  let extrapolatedMonths = 0;
  let interpolatedMonths = 0;
  for (let month = Math.min(start, end) + 1; month <= Math.max(start, end); month++) {
    logGrowth += rateAt(rates, month) / 12;
    if (month < first || month > last) extrapolatedMonths += 1;
    else if (!known.has(month)) interpolatedMonths += 1;
  }
  return {
    logGrowth: end < start ? -logGrowth : logGrowth,
    months: end - start,
    extrapolatedMonths,
    interpolatedMonths,
  };
}

interface MonthlyRate {
  readonly month: number;
  readonly rate: number;
}

function logRatesByMonth(series: readonly YearOnYear[]): readonly MonthlyRate[] {
  if (series.length === 0) throw new DomainError('NO_VALUES', 'An index needs at least one month.');
  const rates = series.map(({ month, growth }) => {
    if (!(growth > -1 && growth < Infinity)) {
      throw new DomainError('INVALID_GROWTH', `Growth must be a fraction above -1, not ${growth} in ${month}.`);
    }
    return { month: monthNumber(month), rate: Math.log1p(growth) };
  });
  rates.sort((a, b) => a.month - b.month);
  const repeated = rates.find((rate, i) => i > 0 && rate.month === rates[i - 1]!.month);
  if (repeated) throw new DomainError('REPEATED_MONTH', 'A month appears twice in the index.');
  return rates;
}

/** Rate of a month: its own, between its neighbours, or the nearest end's. */
function rateAt(rates: readonly MonthlyRate[], month: number): number {
  const next = rates.findIndex((rate) => rate.month >= month);
  if (next === -1) return rates[rates.length - 1]!.rate;
  const after = rates[next]!;
  if (next === 0 || after.month === month) return after.rate;
  const before = rates[next - 1]!;
  return before.rate + ((month - before.month) / (after.month - before.month)) * (after.rate - before.rate);
}

/** Months since year 0. */
function monthNumber(text: string): number {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(?:-\d{2})?(?:$|T)/.exec(text);
  if (!match) throw new DomainError('INVALID_MONTH', `A month is written YYYY-MM, not ${JSON.stringify(text)}.`);
  return Number(match[1]) * 12 + Number(match[2]) - 1;
}
