/** The two pictures of a comparison: pay of all questions on one axis, and their differences around zero. */
import type { PercentileKey } from '../../core/finding.js';
import { formatList, formatMoneyShort, formatMonth, roundingStep } from '../../core/format.js';
import type { ComparedDifference, ComparedFigure } from '../comparison-model.js';
import { linearAxis } from '../figures/axis.js';
import { basesOf, type Compared, isApart, obstacleWords, percentLabel } from './pair-words.js';

type Row = ComparedFigure['rows'][number];

/** Pay on one axis, where there is a currency for it. */
export function payFigure(compared: readonly Compared[], currency: string | null): ComparedFigure | null {
  if (currency === null) return null;
  const rows = compared.map((entry) => payRow(entry, currency));
  const drawn = rows.filter((row) => row.at !== null);
  if (drawn.length === 0) return null;
  const bases = basesOf(compared);
  const [lowest, highest] = ends(drawn);
  const title =
    bases.length > 1
      ? `The figures measure different things: ${formatList(bases)} pay`
      : drawn.length === 1
        ? `Only ${lowest.name} has a figure`
        : lowest.at!.label === highest.at!.label
          ? `All are about ${lowest.at!.label}`
          : `From ${lowest.at!.label} (${lowest.name}) to ${highest.at!.label} (${highest.name})`;
  const label = (value: number) => formatMoneyShort(value, currency);
  return {
    kind: 'compared-pay',
    title,
    subtitle: `Base pay, ${currency} a year, at ${formatMonth(compared[0]!.report.question.asOf)}: median with its 90% interval, middle half, and lowest to highest tenth`,
    sourceLine: `Each figure as in its report${bases.length === 1 ? ` on ${bases[0]} pay` : ''}`,
    alt: rows
      .map((row) => `${row.name}: ${row.at === null ? row.detail : `${row.at.label}${spanned(row)}`}`)
      .join('; '),
    axis: linearAxis(drawn.flatMap(valuesOf), `${currency}/year`, label),
    rows,
  };
}

function ends(drawn: readonly Row[]): [Row, Row] {
  const sorted = [...drawn].sort((a, b) => a.at!.value - b.at!.value);
  return [sorted[0]!, sorted.at(-1)!];
}

function payRow({ report, name }: Compared, currency: string): Row {
  const { headline, question, sections } = report;
  const own = question.currency === currency;
  const dollars = sections.overview.findings.find(({ id }) => id === 'overview.dollars');
  const quantity = own ? headline.quantity : currency === 'USD' ? (dollars?.quantity ?? null) : null;
  if (quantity === null) {
    const why = headline.quantity === null ? 'not enough evidence' : `in ${question.currency}, not converted`;
    return { name, detail: why, at: null, interval: null, quartiles: null, tenths: null, modelled: false };
  }
  type Interval = { readonly low: number; readonly high: number };
  const mark = (value: number, interval: Interval | null) => ({
    value,
    label: formatMoneyShort(value, currency, interval === null ? undefined : roundingStep(interval)),
  });
  const { interval } = quantity;
  const byItself = (entry: { value: number; low: number | null; high: number | null }) =>
    mark(entry.value, entry.low === null || entry.high === null ? null : { low: entry.low, high: entry.high });
  const between = (low: PercentileKey, high: PercentileKey): Row['quartiles'] => {
    const [from, to] = [quantity.percentiles?.[low], quantity.percentiles?.[high]];
    return from === undefined || to === undefined ? null : { low: byItself(from), high: byItself(to) };
  };
  const { grade, basis } = headline.evidence;
  return {
    name,
    detail: [
      basis === null ? '' : basis === 'market' ? 'modelled pay' : `${basis} pay`,
      grade === undefined ? '' : `grade ${grade}`,
    ]
      .filter((part) => part !== '')
      .join(', '),
    at: mark(quantity.value, interval),
    interval: interval && { low: mark(interval.low, interval), high: mark(interval.high, interval) },
    quartiles: between('25', '75'),
    tenths: between('10', '90'),
    modelled: headline.status === 'modelled',
  };
}

/** Differences in percent, each with its interval, around no difference at all; null where there is none. */
export function differenceFigure(
  compared: readonly Compared[],
  differences: readonly ComparedDifference[],
): ComparedFigure | null {
  const rows = differences.map((difference) => differenceRow(compared, difference));
  const drawn = rows.filter((row) => row.at !== null);
  if (drawn.length === 0) return null;
  return {
    kind: 'differences',
    title: differenceTitle(compared, differences),
    subtitle: 'How much more the first pays than the second, in percent of the second, with its 90% interval',
    sourceLine: 'Intervals recovered from those of the two medians, errors taken as independent',
    alt: rows
      .map((row) => `${row.name}: ${row.at === null ? row.detail : `${row.at.label}${spanned(row)}`}`)
      .join('; '),
    axis: linearAxis([0, ...drawn.flatMap(valuesOf)], 'percent', (value) => percentLabel(value)),
    rows,
  };
}

/** Told apart or not, as in the sentences of the same differences. */
function differenceTitle(compared: readonly Compared[], differences: readonly ComparedDifference[]): string {
  const drawn = differences.filter(({ percent }) => percent !== null);
  const apart = drawn.filter(isToldApart).length;
  const [only] = drawn;
  if (drawn.length === 1) {
    const [first, second] = [compared[only!.first - 1]!.name, compared[only!.second - 1]!.name];
    if (apart === 0) return `${first} and ${second} cannot be told apart`;
    return `${first} against ${second}: ${percentLabel(only!.percent!.value)}`;
  }
  if (apart === drawn.length) return 'Each difference, by itself, is larger than its error';
  return apart === 0 ? 'None of these can be told apart' : 'Not all of these can be told apart';
}

function isToldApart({ finding, percent }: ComparedDifference): boolean {
  const amount = finding.quantity?.interval ?? null;
  if (amount === null || percent === null) return false;
  return isApart({ amount, percent: { percent: percent.value, interval: percent.interval } });
}

function differenceRow(
  compared: readonly Compared[],
  { first, second, obstacle, percent, finding }: ComparedDifference,
): Row {
  const pair = [compared[first - 1]!, compared[second - 1]!] as const;
  const name = `${pair[0].name} against ${pair[1].name}`;
  const nothing = { interval: null, quartiles: null, tenths: null };
  if (obstacle !== null || percent === null) {
    const detail = obstacle === null ? 'no difference' : obstacleWords(obstacle, pair).short;
    return { name, detail, at: null, ...nothing, modelled: false };
  }
  const mark = (value: number) => ({ value, label: percentLabel(value) });
  const { interval } = percent;
  return {
    ...nothing,
    name,
    detail: interval === null ? '' : `${percentLabel(interval.low)} to ${percentLabel(interval.high)}`,
    at: mark(percent.value),
    interval: interval && { low: mark(interval.low), high: mark(interval.high) },
    modelled: finding.status === 'modelled',
  };
}

function valuesOf({ at, interval, quartiles, tenths }: Row): number[] {
  const bands = [interval, quartiles, tenths].flatMap((band) =>
    band === null ? [] : [band.low.value, band.high.value],
  );
  return [...(at === null ? [] : [at.value]), ...bands];
}

function spanned({ interval }: Row): string {
  return interval === null ? '' : ` (${interval.low.label} to ${interval.high.label})`;
}
