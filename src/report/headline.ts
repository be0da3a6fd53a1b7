/** The one finding the first screen shows. */
import type { Headline } from '../analysis/headline.js';
import type { PageFigure } from '../analysis/level-order.js';
import { jobsOf } from '../analysis/question.js';
import { BASIS_MEANINGS, type Basis } from '../core/basis.js';
import type { Finding, PercentileEstimate, Quantity } from '../core/finding.js';
import { formatCount, formatList, formatMoney, formatMonth } from '../core/format.js';
import { type ReportContext, withArticle } from './context.js';

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
    caveats: caveatsOf(context, headline),
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
      : ` Half ${headline.basis === 'official' ? 'earn' : 'are offered'} between ${money(quarter.value)} and ${money(upper.value)}.`;
  const sure = `we are 90% sure it lies between ${money(interval.low)} and ${money(interval.high)}`;
  return `The middle is about ${money(median.value)} a year (${basisWords(headline)}) for ${subject(context, headline)}, as of ${formatMonth(question.asOf)}; ${sure}.${half}`;
}

function basisWords(headline: Headline): string {
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

/** Percentiles in whole currency units. */
export function roundPercentiles(percentiles: Headline['percentiles']): Headline['percentiles'] {
  return Object.fromEntries(
    Object.entries(percentiles).map(([key, entry]) => [
      key,
      {
        value: Math.round(entry.value),
        low: entry.low === null ? null : Math.round(entry.low),
        high: entry.high === null ? null : Math.round(entry.high),
      },
    ]),
  );
}

/** What the observations of a basis are. */
export const COUNTED: Readonly<Record<Basis, string>> = {
  posted: 'advertised ranges',
  filed: 'filed wages',
  official: 'published cells',
  market: 'stated offers',
};

function evidenceOf(context: ReportContext, headline: Headline): Finding['evidence'] {
  const { question, ageing } = context.answers;
  const indexed = ageing.source === null ? [] : [ageing.source];
  const grade = { grade: headline.grade.grade, gradeReason: headline.grade.reason };
  if (headline.observed !== null) {
    const { carried, pay } = headline.observed;
    const { contributing } = carried.pool;
    const employers = contributing.map((estimate) => estimate.employers);
    return {
      n: contributing.reduce((sum, estimate) => sum + estimate.n, 0),
      counts: COUNTED[headline.basis],
      employers: employers.includes(null) ? null : employers.reduce<number>((sum, count) => sum + (count ?? 0), 0),
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
    n: official.rows.length,
    counts: COUNTED.official,
    employers: null,
    sources: [official.source, ...indexed],
    period: { from: `${official.year}-05-01`, to: `${official.year}-05-31` },
    place: official.place,
    scope: `${formatList(official.rows.map(({ share }) => share.title))}, all levels`,
    basis: 'official',
    method: methodOf(headline),
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
    headline.basis === 'posted' ? 'quantiles of interval-censored ranges' : 'weighted quantiles of stated wages';
  return `${estimate}, employer-grouped jackknife and beta interval, ${combined}`;
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

function caveatsOf(context: ReportContext, headline: Headline): string[] {
  return [
    ...observedCaveats(context, headline),
    ...officialCaveats(context, headline),
    ...orderCaveats(context),
    ...(context.answers.ageing.source === null
      ? ['There is no wage index for this country in the market: amounts are as stated at their own dates.']
      : []),
  ];
}

function observedCaveats(context: ReportContext, headline: Headline): string[] {
  if (headline.observed === null) return [];
  const { pay, carried } = headline.observed;
  const { scope, pool } = carried;
  const caveats: string[] = [];
  if (scope.kind !== 'asked' || scope.widerPlace) {
    const what = COUNTED[pay.basis];
    const place = context.answeringPlace;
    const held = pay.asked.n === 0 ? `none of the ${what}` : `${formatCount(pay.asked.n)} distinct ${what}`;
    const exact =
      pay.exactTitle === 0 ? `none of all ${what} carries` : `${formatCount(pay.exactTitle)} of all ${what} carry`;
    caveats.push(
      scope.kind === 'asked' && scope.place === place.id
        ? `The market holds no rows by metropolitan area: this is the figure of ${withArticle(place.name)}.`
        : `The cell asked about holds ${held}, too few for a figure of its own; ${exact} exactly this title.`,
    );
  }
  if (scope.kind === 'all-levels') {
    caveats.push(
      `This is the figure of all levels together, not of ${context.question.level?.name.toLowerCase()} level.`,
    );
  }
  if (pool.agreement === 'disagree') {
    const each = pool.contributing.map(
      (estimate) => `${context.sourceName(estimate.source)} ${context.moneyShort(estimate.percentiles['50']!.value)}`,
    );
    caveats.push(
      `Sources disagree: ${each.join(', ')}. The middle is their equal-weight pool and the interval spans each.`,
    );
  }
  for (const estimate of pool.contributing) {
    if (estimate.dominantShare > 0.25) {
      const who = estimate.employers === null ? 'one repeated range' : 'one employer';
      caveats.push(
        `In ${context.sourceName(estimate.source)}, ${who} is ${Math.round(100 * estimate.dominantShare)}% of the observations.`,
      );
    }
    const selection = SELECTION[estimate.source];
    if (selection !== undefined) caveats.push(selection);
  }
  if (carried.modelledPercentiles.length > 0 && carried.shapeScope !== null) {
    const keys = carried.modelledPercentiles.map((key) => `P${key}`).join(', ');
    caveats.push(
      `${keys}: modelled, with the spread of ${carried.shapeScope.name} in ${withArticle(carried.shapeScope.placeName)}.`,
    );
  }
  return caveats;
}

/** How a source came to hold what it holds; said wherever it carries a figure. */
const SELECTION: Readonly<Record<string, string>> = {
  'tech-salary-radar':
    'tech-salary-radar covers about 300 venture-backed and large technology firms: read it as their pay, not the whole market.',
  'ai-jobs': 'ai-jobs names no employers, so its interval is widened by the design effect of sources that do.',
  'h1b-lca': 'Filed wages are the low end of an offer, and about a third sit exactly at the legal floor.',
};

function officialCaveats(context: ReportContext, headline: Headline): string[] {
  const { official } = headline;
  if (official === null) return [];
  const caveats = [
    `Official pay is of employees, not of new offers, and does not separate levels${context.question.level === null ? '' : `: nothing here is specific to ${context.question.level.name.toLowerCase()} level`}.`,
  ];
  const published = official.percentiles['50'];
  if (published !== undefined) {
    caveats.push(
      `Published for May ${official.year}: ${formatMoney(published.value, context.currency, official.rows.length === 1 ? 1 : 100)}.`,
    );
  }
  if (official.modelledError) {
    caveats.push(
      'The interval is modelled from the number of jobs, because the state table is published without standard errors.',
    );
  }
  if (official.capped !== null) {
    caveats.push(
      `From P${official.capped.from} up the survey only says at least ${context.moneyExact(official.capped.topCode)}.`,
    );
  }
  return caveats;
}

/** A higher level that shows less than a lower one is said on both pages, with the reason. */
function orderCaveats(context: ReportContext): string[] {
  const { lowerShowMore, higherShowLess, higherShowTogether } = context.answers.order;
  const reason = 'the figures rest on different employers and scopes, which does not mean that promotion lowers pay';
  const named = (pages: readonly PageFigure[]): string =>
    formatList(
      pages.map(
        ({ level, value }) =>
          `${level === null ? 'all levels together' : `${level.name.toLowerCase()} level`} (${context.moneyShort(value)})`,
      ),
    );
  return [
    ...(lowerShowMore.length === 0 ? [] : [`This is below the figure for ${named(lowerShowMore)}: ${reason}.`]),
    ...(higherShowLess.length === 0 ? [] : [`This is above the figure for ${named(higherShowLess)}: ${reason}.`]),
    ...(higherShowTogether.length === 0
      ? []
      : [
          `This is above what is shown for ${named(higherShowTogether)}, which is the figure of all levels together for want of their own.`,
        ]),
  ];
}

function missingHeadline(context: ReportContext): Finding {
  const { posted, filed, question } = context.answers;
  const basis = question.basis ?? 'posted';
  const askedBasis = basis === 'filed' ? filed : posted;
  const base = context.emptyEvidence(
    `${question.role.name}, ${question.level?.name ?? 'all levels'}`,
    'publication ladder',
  );
  if (question.occupations.length === 0) {
    return {
      id: 'headline',
      status: 'insufficient',
      statement: `We cannot say what "${question.title}" pays: the title fits no role or occupation we know.`,
      quantity: null,
      evidence: base,
      caveats: [],
      missing: 'A title that names the work, for example "Machine Learning Lead", "Registered Nurse" or "Accountant".',
    };
  }
  if (basis === 'market') {
    return {
      id: 'headline',
      status: 'insufficient',
      statement: 'There is no market estimate yet: the model that would combine the sources is not calibrated.',
      quantity: null,
      evidence: { ...base, basis },
      caveats: [`A market figure is ${BASIS_MEANINGS.market}.`],
      missing: 'A calibrated model of source biases; ask for posted, filed or official pay meanwhile.',
    };
  }
  return {
    id: 'headline',
    status: 'insufficient',
    statement: `We cannot say what ${jobsOf(question)} pay ${context.inPlace} on the ${basis} basis: ${foundWords(askedBasis.asked.n, basis)}.`,
    quantity: null,
    evidence: { ...base, n: askedBasis.asked.n, employers: askedBasis.asked.employers, basis },
    caveats: [],
    missing:
      basis === 'official'
        ? 'An official table of this occupation for this place.'
        : 'About ten employers with at least one stated offer each, or an official table of this occupation for this place.',
  };
}

function foundWords(n: number, basis: string): string {
  if (basis === 'official') return 'the market holds no official figure for it there';
  return n === 0
    ? 'no stated offer was found and there is no official figure'
    : `${formatCount(n)} stated ${n === 1 ? 'offer is' : 'offers are'} too few and there is no official figure`;
}
