/** The fan: official points, the figure at the as-of date, and the forecast with its bands. */
import { FAN_LEVELS } from '../../analysis/forecast.js';
import { referenceDate } from '../../analysis/official.js';
import { formatMonth, formatMonthShort } from '../../core/format.js';
import type { ReportContext } from '../context.js';
import type { Figure } from '../model.js';
import { linearAxis } from './axis.js';

export function fanFigure(context: ReportContext): Figure {
  const { forecast, headline, question } = context.answers;
  const median = headline?.percentiles['50'];
  const base = {
    id: 'forecast-fan',
    subtitle: `Base pay, ${context.currency} a year: official mean of the occupation mix by year, the figure at ${formatMonth(question.asOf)}, and the 12 months after`,
    sourceLine: 'Official means and the figure of this report measure different things: read the slopes, not the step',
  };
  if (forecast === null || headline === null || median === undefined) {
    const title = 'No forecast: no figure to start from or no official series';
    return { ...base, kind: 'empty', title, alt: title };
  }
  const label = (value: number): string => context.moneyShort(value);
  const mark = (value: number) => ({ value, label: label(value) });
  const observed = forecast.observed.map((point) => ({
    date: referenceDate(point.year),
    dateLabel: formatMonth(referenceDate(point.year)),
    at: mark(point.mean),
  }));
  const path = forecast.path.map((point) => {
    const value = median.value * Math.exp(point.logGrowth);
    return {
      date: point.date,
      dateLabel: formatMonth(point.date),
      at: mark(value),
      bands: FAN_LEVELS.map((level) => ({
        level,
        levelLabel: `${Math.round(level * 100)}%`,
        low: mark(value * Math.exp(-point.halfWidths[level])),
        high: mark(value * Math.exp(point.halfWidths[level])),
      })),
    };
  });
  const end = path.at(-1)!;
  const widest = end.bands.at(-1)!;
  const all = [...observed.map((point) => point.at.value), median.value, widest.low.value, widest.high.value];
  return {
    ...base,
    kind: 'fan',
    title: `By ${end.dateLabel} about ${end.at.label}, between ${widest.low.label} and ${widest.high.label}`,
    alt: `Forecast from ${formatMonth(question.asOf)}: ${end.at.label} at ${end.dateLabel}, 90% between ${widest.low.label} and ${widest.high.label}`,
    axis: linearAxis(all, `${context.currency}/year`, label),
    dates: [observed[0]!.date, question.asOf, end.date].map((date) => ({ date, label: formatMonthShort(date) })),
    observed,
    aged: { date: question.asOf, dateLabel: formatMonth(question.asOf), at: mark(median.value) },
    forecast: path,
  };
}
