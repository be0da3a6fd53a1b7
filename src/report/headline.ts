/** The one finding the first screen shows. */
import type { Headline } from '../analysis/headline.js';
import { jointEmployers } from '../analysis/joint-employers.js';
import type { Basis } from '../core/basis.js';
import type { Finding, PercentileEstimate, Quantity } from '../core/finding.js';
import { formatCounted, formatMonth } from '../core/format.js';
import { roundPercentiles } from '../core/percentiles.js';
import { intervalOf, type ReportContext, withArticle } from './context.js';
import { COUNTED } from './counted.js';
import { headlineCaveats } from './headline-caveats.js';
import { missingHeadline } from './missing-headline.js';
import { MODEL_METHOD } from './modelled-pay.js';
import { THESE_RECORDS } from './own-data.js';
import { publishedCells } from './published-cells.js';
import { leadingOf } from './sections/official.js';

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
  const interval = { low: median.low ?? median.value, high: median.high ?? median.value };
  const money = (value: number): string => context.money(value, interval);
  // Every percentile is rounded by its own interval, here and in the charts.
  const ofItself = (entry: PercentileEstimate): string => context.money(entry.value, intervalOf(entry));
  const quarter = headline.percentiles['25'];
  const upper = headline.percentiles['75'];
  const half =
    quarter === undefined || upper === undefined
      ? ''
      : ` Half ${HALF_WORDS[headline.basis]} between ${ofItself(quarter)} and ${ofItself(upper)}${modelledSpread(headline)}.`;
  const sure = `we are 90% sure it lies between ${money(interval.low)} and ${money(interval.high)}`;
  return `The middle is about ${money(median.value)} a year (${basisWords(headline)}) for ${subject(context, headline)}${dateWords(context, headline)}; ${sure}.${half}${isOfPeople(headline) ? ` ${THESE_RECORDS}` : ''}`;
}

/** Without an index amounts stay at their own dates; published figures abroad name their year before. */
function dateWords({ answers }: ReportContext, { official, rests }: Headline): string {
  if (answers.ageing.source !== null) return `, as of ${formatMonth(answers.question.asOf)}`;
  if (official !== null || rests.period === null) return '';
  const [from, to] = [formatMonth(rests.period.from), formatMonth(rests.period.to)];
  return `, as stated ${from === to ? `in ${from}` : `from ${from} to ${to}`}`;
}

/** Quartiles of too few employers are those of a wider cell, moved to the middle of this one. */
function modelledSpread({ observed, model }: Headline): string {
  const modelled: readonly string[] = observed?.carried.modelledPercentiles ?? [];
  return model === null && ['25', '75'].some((key) => modelled.includes(key)) ? ' (modelled)' : '';
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
  if (headline.basis === 'official') return officialWords(headline);
  if (headline.basis === 'market') return 'modelled base pay of new offers';
  return `${headline.model === null ? '' : 'modelled '}${headline.basis} base pay`;
}

/** Abroad no index carries the amounts: their year is named, and how they were made yearly. */
function officialWords({ official }: Headline): string {
  if (official?.abroad === undefined) return 'official survey';
  const { unit, perYear } = official.abroad;
  const factor = perYear === 1 ? '' : `, pay by the ${unit} times ${formatCounted(perYear, `${unit}s`)}`;
  return `official survey, as published for ${official.year}${factor}`;
}

function subject(context: ReportContext, headline: Headline): string {
  const { observed, official, model } = headline;
  if (observed !== null) return `${headline.rests.scope} in ${withArticle(observed.carried.scope.placeName)}`;
  if (official === null) return `${model?.work ?? headline.rests.scope} in ${placeOf(context, headline.place)}`;
  const names = official.rows.map(({ share }) => share.title);
  const what = names.length === 1 ? names[0] : `the occupations ${leadingOf(names)}`;
  return `${what} (employees, all levels) in ${placeOf(context, headline.place)}`;
}

/** The country or the state that answers, by its id. */
function placeOf({ question }: ReportContext, place: string): string {
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
  const { question, ageing, posted } = context.answers;
  const { rests, observed, official } = headline;
  const indexed = ageing.source === null ? [] : [ageing.source];
  const grade = { grade: headline.grade.grade, gradeReason: headline.grade.reason };
  if (official !== null) {
    return {
      ...publishedCells({
        n: rests.n,
        sources: [...rests.sources, ...indexed],
        years: [official.year, official.year],
        place: rests.place,
        scope: rests.scope,
        method: methodOf(headline),
      }),
      ...(official.abroad === undefined ? {} : { period: rests.period }),
      ...grade,
      asked: question.level === null ? undefined : { n: 0, employers: null },
    };
  }
  const { asked } = observed?.pay ?? posted;
  return {
    n: rests.n,
    counts: COUNTED[headline.basis],
    employers: rests.employers,
    ...namedEmployers(headline),
    sources: [...rests.sources, ...indexed],
    period: rests.period,
    place: rests.place,
    scope: rests.scope,
    basis: headline.basis,
    method: methodOf(headline),
    ...grade,
    asked: { n: asked.n, employers: asked.employers },
  };
}

/** How many employers are known where only some of the sources name theirs. */
function namedEmployers({ observed, rests }: Headline): Partial<Pick<Finding['evidence'], 'employersNamed'>> {
  const contributing = observed?.carried.pool.contributing ?? [];
  const naming = contributing.filter(({ employers }) => employers !== null);
  if (rests.employers !== null || naming.length === 0) return {};
  const atLeast = jointEmployers(naming).employers;
  if (atLeast === null || atLeast === 0) return {};
  return { employersNamed: { atLeast, sources: naming.length, of: contributing.length } };
}

function methodOf(headline: Headline): string {
  if (headline.model !== null) {
    return `${MODEL_METHOD}${headline.model.inputs.length > 1 ? '; posted and filed pay put together by their errors' : ''}`;
  }
  if (headline.official?.abroad !== undefined) {
    return 'published percentiles of the publisher’s own classes, made yearly where they are not; the published error of the median stands in for that of each';
  }
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
