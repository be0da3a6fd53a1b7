/** The forecast: growth after the as-of date, and where it takes the headline. */
import { FORECAST_MONTHS, type Forecast } from '../../analysis/forecast.js';
import { monthsAfter } from '../../analysis/observation.js';
import { referenceDate } from '../../analysis/official.js';
import type { Evidence, Finding } from '../../core/finding.js';
import { formatCount, formatCounted, formatList, formatMonth, formatPercent } from '../../core/format.js';
import type { ReportContext } from '../context.js';

const POLICY_WORDS = {
  'index-assumption':
    'the mean growth of detailed occupations only, because the occupation has at most two comparable points',
  'mean-growth': 'the mean growth of detailed occupations in the newest year, the same for every occupation',
  'pooled-growth':
    "the mean growth of detailed occupations, moved by the occupation's own record as far as that has proved to carry over",
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
    statement: `From ${formatMonth(question.asOf)} to ${formatMonth(to)} pay is expected to change by ${formatPercent(percent, 1)}, between ${formatPercent(low, 1)} and ${formatPercent(high, 1)}${ruleWords(forecast)}.`,
    quantity: {
      value: Number(percent.toFixed(2)),
      unit: 'percent',
      interval: { level: 0.9, low: Number(low.toFixed(2)), high: Number(high.toFixed(2)) },
    },
    evidence,
    caveats: [
      `The interval covers the ${forecast.horizonMonths} months since the last official data (${formatMonth(referenceDate(forecast.lastYear))}).`,
      `The occupation's own record gets ${formatPercent(100 * forecast.ownWeight)} of the weight.`,
      ...(question.asOf < question.newest
        ? ['The rule was fitted on all years in the market, later ones than the as-of date included: not a back-test.']
        : []),
    ],
  };
  const record = recordFindings(context, forecast, evidence);
  if (headline === null || median === undefined) return [growth, ...record];
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
    ...record,
  ];
}

/** Names the rule that is published, and why it is the same on every page where it is. */
function ruleWords({ policy, points }: Forecast): string {
  if (policy === 'damped-trend' || policy === 'pooled-growth') return `, by ${POLICY_WORDS[policy]}`;
  const why =
    policy === 'index-assumption'
      ? `there ${points === 1 ? 'is' : 'are'} only ${formatCounted(points, 'comparable years')} of its own`
      : 'the record of one alone has not proved to carry over';
  return `, by the rule "mean growth of detailed occupations", the same for all occupations, because ${why}`;
}

/** How often the rule would have been right about this mix, and by how much the rules missed. */
function recordFindings(context: ReportContext, forecast: Forecast, evidence: Evidence): Finding[] {
  const { past, errors } = forecast;
  if (past.length === 0) return [];
  const held = past.filter((entry) => entry.held).length;
  const years = formatList(past.map(({ year }) => String(year)));
  return [
    {
      id: 'overview.forecast.record',
      status: 'supported',
      statement: `Made a year ahead from what was known then, this rule's 90% interval held the official mean of ${mixOf(context)} in ${held} of ${past.length} ${past.length === 1 ? 'year' : 'years'} (${years})${errorWords(forecast)}.`,
      quantity: { value: held, unit: 'count', interval: null },
      evidence: {
        ...evidence,
        n: past.length,
        counts: 'years',
        period: { from: String(past[0]!.fromYear), to: String(past.at(-1)!.year) },
        method: 'the rule fitted on earlier years alone, against what the survey then said',
      },
      caveats: [
        ...(errors === null
          ? []
          : [
              `Mean absolute errors over ${formatCount(forecast.errorsN)} next-year means of occupations with at least 20,000 jobs; more on the scoreboard (docs/scoreboard.md).`,
            ]),
        `One year ahead; the interval of today's forecast spans ${formatCounted(forecast.horizonMonths, 'months')}.`,
        'So few years are as few draws of the shock that all occupations share; the survey pools three years of answers, which makes its next year easy to foretell.',
      ],
    },
  ];
}

function errorWords({ errors, policy }: Forecast): string {
  if (errors === null) return '';
  const percent = (rule: keyof typeof errors): string => formatPercent(errors[rule], 2);
  const ours = policy === 'pooled-growth';
  const other = ours ? 'the mean growth of detailed occupations' : 'our pooled growth';
  return `; over large occupations it missed the next year by ${percent(ours ? 'pooled' : 'mean-growth')} on average, ${other} by ${percent(ours ? 'mean-growth' : 'pooled')}, the overall growth of the year before by ${percent('overall-growth')}, no change at all by ${percent('last-value')}`;
}

function mixOf({ answers }: ReportContext): string {
  const rows = answers.officialCountry?.rows ?? [];
  return rows.length === 1 ? rows[0]!.share.title : 'this mix of occupations';
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
