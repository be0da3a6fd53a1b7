/** The fan: the figure at the as-of date and its forecast with bands, and in a panel of their own the official points. */
import { agedValue } from '../../analysis/aged-value.js';
import { FAN_LEVELS, type Forecast } from '../../analysis/forecast.js';
import type { Headline } from '../../analysis/headline.js';
import { referenceDate } from '../../analysis/official.js';
import { formatCounted, formatMonth, formatMonthShort } from '../../core/format.js';
import { intervalOf, type ReportContext, withArticle } from '../context.js';
import type { Figure } from '../model.js';
import { ratioAxes } from './axis.js';

type Fan = Extract<Figure, { kind: 'fan' }>;

export function fanFigure(context: ReportContext): Figure {
  const { forecast, headline, question } = context.answers;
  const median = headline?.percentiles['50'];
  const base = {
    id: 'forecast-fan',
    subtitle: `Base pay, ${context.currency} a year: the figure carried to ${formatMonth(question.asOf)} and the 12 months after, with 50, 80 and 90% bands; below, the official mean of the occupation mix in ${withArticle(question.countryName)} by year`,
    sourceLine: sourceLine(context),
  };
  if (forecast === null || headline === null || median === undefined) {
    const title = 'No forecast: no figure to start from or no official series';
    return { ...base, kind: 'empty', title, alt: title };
  }
  const { mark, point } = writing(context);
  const observed = forecast.observed.map(({ year, mean }) => point(referenceDate(year), mean));
  const path = forecast.path.map((ahead) => {
    const value = median.value * Math.exp(ahead.logGrowth);
    const spread = (level: (typeof FAN_LEVELS)[number]) => ({
      low: value * Math.exp(-ahead.halfWidths[level]),
      high: value * Math.exp(ahead.halfWidths[level]),
    });
    const widest = spread(0.9);
    return {
      ...point(ahead.date, value, widest),
      bands: FAN_LEVELS.map((level) => ({
        level,
        levelLabel: `${Math.round(level * 100)}%`,
        low: mark(spread(level).low, widest),
        high: mark(spread(level).high, widest),
      })),
    };
  });
  const end = path.at(-1)!;
  const widest = end.bands.at(-1)!;
  const carried = carriedOf(context, headline);
  const past = pastOf(context, forecast);
  const ours = [
    ...(carried === undefined ? [] : [carried.stated, ...carried.line].map(({ at }) => at.value)),
    median.value,
    widest.low.value,
    widest.high.value,
  ];
  const official = [
    ...observed.map(({ at }) => at.value),
    ...past.flatMap(({ to }) => [to.band.low.value, to.band.high.value]),
  ];
  const [axis, officialAxis] = ratioAxes([ours, official], `${context.currency}/year`, (value) => mark(value).label);
  const dates = [observed[0]!.date, question.asOf, end.date];
  if (carried !== undefined && carried.stated.date < dates[0]!) dates.unshift(carried.stated.date);
  return {
    ...base,
    kind: 'fan',
    title: `By ${end.dateLabel} about ${end.at.label}, between ${widest.low.label} and ${widest.high.label}, if today’s figure is right`,
    alt: `${carriedWords(carried)}Forecast from ${formatMonth(question.asOf)}: ${end.at.label} at ${end.dateLabel}, 90% between ${widest.low.label} and ${widest.high.label}.${pastWords(past)}`,
    axis: axis!,
    officialAxis: officialAxis!,
    dates: dates.map((date) => ({ date, label: formatMonthShort(date) })),
    observed,
    aged: point(question.asOf, median.value, intervalOf(median)),
    ...(carried === undefined ? {} : { carried }),
    ...(past.length === 0 ? {} : { past }),
    forecast: path,
  };
}

const APART =
  'Official means and the figure of this report measure different things, so each has a panel; equal slopes are equal rates of growth';

function sourceLine(context: ReportContext): string {
  const { forecast, ageing } = context.answers;
  if (forecast === null) return APART;
  const index = ageing.source === null ? '' : `, ${context.sourceName(ageing.source)}`;
  return `${context.sourceName(forecast.source)}, n ${formatCounted(forecast.points, 'annual means')}${index}. ${APART}`;
}

type Interval = ReturnType<typeof intervalOf>;

/** Amounts are rounded by the interval that their sentence states: the forecast by its widest. */
function writing(context: ReportContext) {
  const mark = (value: number, interval: Interval = null) => ({ value, label: context.moneyShort(value, interval) });
  const point = (date: string, value: number, interval: Interval = null) => ({
    date,
    dateLabel: formatMonth(date),
    at: mark(value, interval),
  });
  return { mark, point };
}

/** The stated median, and the wage index from its date to the as-of date. */
function carriedOf(context: ReportContext, headline: Headline): Fan['carried'] {
  const aged = agedValue(headline, context.answers.ageing);
  if (aged === null) return undefined;
  const { point } = writing(context);
  const median = headline.percentiles['50'];
  const interval = median === undefined ? null : intervalOf(median);
  return {
    name: context.sourceName(aged.index),
    stated: point(aged.stated.date, aged.stated.value, interval),
    line: aged.line.map(({ date, value }) => point(date, value, interval)),
  };
}

function pastOf(context: ReportContext, { past }: Forecast): NonNullable<Fan['past']> {
  const { mark, point } = writing(context);
  return past.map(({ fromYear, year, base, value, low, high, held }) => ({
    from: point(referenceDate(fromYear), base),
    to: { ...point(referenceDate(year), value), band: { low: mark(low), high: mark(high) } },
    held,
  }));
}

function carriedWords(carried: Fan['carried']): string {
  if (carried === undefined) return '';
  const { stated, line, name } = carried;
  return `Stated ${stated.at.label} at ${stated.dateLabel}, carried by ${name} to ${line.at(-1)!.at.label}. `;
}

function pastWords(past: NonNullable<Fan['past']>): string {
  if (past.length === 0) return '';
  return ` One-year forecasts of the official mean made before: ${past.filter(({ held }) => held).length} of ${past.length} held in their 90% interval.`;
}
