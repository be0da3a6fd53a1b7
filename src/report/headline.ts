/** The one finding the first screen shows. */
import type { Headline } from '../analysis/headline.js';
import type { Basis } from '../core/basis.js';
import type { Finding, PercentileEstimate, Quantity } from '../core/finding.js';
import { formatList, formatMonth } from '../core/format.js';
import { type ReportContext, withArticle } from './context.js';
import { COUNTED } from './counted.js';
import { headlineCaveats } from './headline-caveats.js';
import { missingHeadline } from './missing-headline.js';
import { THESE_RECORDS } from './own-data.js';
import { publishedCells } from './published-cells.js';
import { roundPercentiles } from './round-percentiles.js';

/** Headline pay, or why there is none and what would be needed. */
export function headlineFinding(context: ReportContext): Finding {
  const { headline } = context.answers;
  const median = headline?.percentiles['50'];
  if (headline === null || median === undefined || median.low === null || median.high === null) {
    return missingHeadline(context);
  }
  return {
    id: 'headline',
    status: headline.status,
    statement: statementOf(context, headline, median),
    quantity: quantityOf(context, headline, median),
    evidence: evidenceOf(context, headline),
    caveats: headlineCaveats(context, headline),
  };
}

function statementOf(context: ReportContext, headline: Headline, median: PercentileEstimate): string {
  const { question } = context;
  const interval = { low: median.low ?? median.value, high: median.high ?? median.value };
  const money = (value: number): string => context.money(value, interval);
  const quarter = headline.percentiles['25'];
  const upper = headline.percentiles['75'];
  const half =
    quarter === undefined || upper === undefined
      ? ''
      : ` Half ${HALF_WORDS[headline.basis]} between ${money(quarter.value)} and ${money(upper.value)}.`;
  const sure = `we are 90% sure it lies between ${money(interval.low)} and ${money(interval.high)}`;
  return `The middle is about ${money(median.value)} a year (${basisWords(headline)}) for ${subject(context, headline)}, as of ${formatMonth(question.asOf)}; ${sure}.${half}${isOfPeople(headline) ? ` ${THESE_RECORDS}` : ''}`;
}

/** Own records of one employer, or of none named: people are the sampling units. */
function isOfPeople({ observed }: Headline): boolean {
  return observed?.carried.pool.contributing.some(({ unit }) => unit === 'person') ?? false;
}

const HALF_WORDS: Readonly<Record<Basis, string>> = {
  posted: 'are offered',
  filed: 'are offered',
  market: 'are offered',
  official: 'earn',
  paid: 'are paid',
};

function basisWords(headline: Headline): string {
  if (headline.basis === 'paid') return 'pay in your own records';
  return headline.basis === 'official' ? 'official survey' : `${headline.basis} base pay`;
}

function subject(context: ReportContext, headline: Headline): string {
  const { observed, official } = headline;
  if (observed !== null) {
    const { scope } = observed.carried;
    return `${scope.name} in ${withArticle(scope.placeName)}`;
  }
  const names = (official?.rows ?? []).map(({ share }) => share.title);
  const what = names.length === 1 ? names[0] : `the occupations ${names.slice(0, 3).join(', ')}`;
  return `${what} (employees, all levels) in ${officialPlace(context, headline)}`;
}

function officialPlace(context: ReportContext, headline: Headline): string {
  const { question } = context;
  const place = headline.official?.place;
  return withArticle(
    place === question.place.country ? question.countryName : (question.statePlaceName ?? question.countryName),
  );
}

function quantityOf(context: ReportContext, headline: Headline, median: PercentileEstimate): Quantity {
  return {
    value: Math.round(median.value),
    unit: `${context.currency}/year`,
    interval: {
      level: 0.9,
      low: Math.round(median.low ?? median.value),
      high: Math.round(median.high ?? median.value),
    },
    percentiles: roundPercentiles(headline.percentiles),
  };
}

function evidenceOf(context: ReportContext, headline: Headline): Finding['evidence'] {
  const { question, ageing } = context.answers;
  const indexed = ageing.source === null ? [] : [ageing.source];
  const grade = { grade: headline.grade.grade, gradeReason: headline.grade.reason };
  if (headline.observed !== null) {
    const { carried, pay } = headline.observed;
    const { contributing, joint } = carried.pool;
    return {
      n: contributing.reduce((sum, estimate) => sum + estimate.n, 0),
      counts: COUNTED[headline.basis],
      employers: joint.employers,
      sources: [...contributing.map((estimate) => estimate.source), ...indexed],
      period: unionPeriod(contributing.map((estimate) => estimate.period)),
      place: carried.scope.place,
      scope: carried.scope.name,
      basis: headline.basis,
      method: methodOf(headline),
      ...grade,
      asked: { n: pay.asked.n, employers: pay.asked.employers },
    };
  }
  const official = headline.official!;
  return {
    ...publishedCells({
      n: official.rows.length,
      sources: [official.source, ...indexed],
      years: [official.year, official.year],
      place: official.place,
      scope: `${formatList(official.rows.map(({ share }) => share.title))}, all levels`,
      method: methodOf(headline),
    }),
    ...grade,
    asked: question.level === null ? undefined : { n: 0, employers: null },
  };
}

function methodOf(headline: Headline): string {
  if (headline.observed === null) {
    return 'published percentiles, joined in log pay and mixed by occupation share, carried to the as-of date';
  }
  const pool = headline.observed.carried.pool.agreement;
  const combined =
    pool === 'one-source'
      ? 'one source'
      : pool === 'agree'
        ? 'equal-weight pool of sources'
        : 'equal-weight pool, interval spans every source';
  const estimate =
    headline.basis === 'posted'
      ? 'quantiles of advertised ranges, offers spread evenly within each'
      : 'weighted quantiles of stated wages';
  return `${estimate}, ${isOfPeople(headline) ? 'grouped' : 'employer-grouped'} jackknife and beta interval, ${combined}`;
}

/** First and last date over several periods. */
export function unionPeriod(
  periods: readonly ({ readonly from: string; readonly to: string } | null)[],
): { from: string; to: string } | null {
  const known = periods.filter((period) => period !== null);
  if (known.length === 0) return null;
  return {
    from: known.map((period) => period.from).sort()[0]!,
    to: known
      .map((period) => period.to)
      .sort()
      .at(-1)!,
  };
}
