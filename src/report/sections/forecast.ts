/** The forecast: growth after the as-of date, and where it takes the headline. */
import { FORECAST_MONTHS, type Forecast } from '../../analysis/forecast.js';
import { monthsAfter } from '../../analysis/observation.js';
import { referenceDate } from '../../analysis/official.js';
import type { Finding } from '../../core/finding.js';
import { formatMonth, formatPercent } from '../../core/format.js';
import type { ReportContext } from '../context.js';

const POLICY_WORDS = {
  'index-assumption':
    'the common growth of all occupations only, because the occupation has at most two comparable points',
  'pooled-growth':
    "the common growth of all occupations, moved by the occupation's own record as far as that has proved to carry over",
  'damped-trend': 'a damped trend of its own series',
} as const;

export function forecastFindings(context: ReportContext): Finding[] {
  const { forecast, headline, question } = context.answers;
  const median = headline?.percentiles['50'];
  const from = monthsAfter(question.asOf, 1);
  const to = monthsAfter(question.asOf, FORECAST_MONTHS);
  if (forecast === null || question.place.country !== 'US') return [missingForecast(context)];
  const end = forecast.path.at(-1)!;
  const percent = 100 * (Math.exp(end.logGrowth) - 1);
  const low = 100 * (Math.exp(end.logGrowth - end.halfWidths[0.9]) - 1);
  const high = 100 * (Math.exp(end.logGrowth + end.halfWidths[0.9]) - 1);
  const evidence = {
    n: forecast.points,
    counts: 'annual figures',
    employers: null,
    sources: [forecast.source],
    period: { from, to },
    place: question.place.country,
    scope: 'official means of the occupation mix, all levels',
    basis: 'official' as const,
    method: `${forecast.policy}: ${POLICY_WORDS[forecast.policy]}`,
  };
  const growth: Finding = {
    id: 'overview.forecast.growth',
    status: 'modelled',
    statement: `From ${formatMonth(question.asOf)} to ${formatMonth(to)} pay is expected to change by ${formatPercent(percent, 1)}, between ${formatPercent(low, 1)} and ${formatPercent(high, 1)}${commonWords(forecast)}.`,
    quantity: {
      value: Number(percent.toFixed(2)),
      unit: 'percent',
      interval: { level: 0.9, low: Number(low.toFixed(2)), high: Number(high.toFixed(2)) },
    },
    evidence,
    caveats: [
      `The interval covers the ${forecast.horizonMonths} months since the last official data (${formatMonth(referenceDate(forecast.lastYear))}).`,
      `The occupation's own record gets ${formatPercent(100 * forecast.ownWeight)} of the weight.`,
      'How well this rule and the naive ones forecast past years of official pay is recorded on the scoreboard (docs/scoreboard.md).',
      ...(question.asOf < question.newest
        ? ['The rule was fitted on all years in the market, later ones than the as-of date included: not a back-test.']
        : []),
    ],
  };
  if (headline === null || median === undefined) return [growth];
  const value = median.value * Math.exp(end.logGrowth);
  const interval = {
    low: value * Math.exp(-end.halfWidths[0.9]),
    high: value * Math.exp(end.halfWidths[0.9]),
  };
  return [
    growth,
    {
      id: 'overview.forecast.pay',
      status: 'modelled',
      statement: `If the headline moves with it, it will be about ${context.money(value, interval)} in ${formatMonth(to)}, between ${context.money(interval.low, interval)} and ${context.money(interval.high, interval)}, before its own uncertainty today.`,
      quantity: {
        value: Math.round(value),
        unit: `${context.currency}/year`,
        interval: { level: 0.9, low: Math.round(interval.low), high: Math.round(interval.high) },
      },
      evidence: { ...evidence, sources: [...new Set([...evidence.sources, ...headlineSources(context)])] },
      caveats: ['Growth of employees’ official pay stands in for growth of offers.'],
    },
  ];
}

/** Says so when nothing of the occupation's own record is in the figure: every page then shows the same one. */
function commonWords({ policy, ownWeight }: Forecast): string {
  if (policy === 'damped-trend' || ownWeight >= 0.005) return '';
  return ': the common growth of all occupations, because the own record of an occupation has not proved to carry over';
}

function headlineSources(context: ReportContext): string[] {
  const { headline } = context.answers;
  if (headline?.observed != null) return headline.observed.carried.pool.contributing.map((estimate) => estimate.source);
  return headline?.official == null ? [] : [headline.official.source];
}

function missingForecast(context: ReportContext): Finding {
  return {
    id: 'overview.forecast.growth',
    status: 'insufficient',
    statement: `There is no forecast ${context.inPlace}: ${context.question.only === 'mine' ? 'your own data have' : 'the market has'} no official series of this work there.`,
    quantity: null,
    evidence: context.emptyEvidence('official means of the occupation mix', 'forecast policy by length of the series'),
    caveats: [],
    missing: context.missing('At least one official year of comparable means, three for a growth of its own.'),
  };
}
