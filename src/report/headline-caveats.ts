/** The limits of a headline, each in one sentence. */
import type { Headline } from '../analysis/headline.js';
import type { PageFigure } from '../analysis/level-order.js';
import type { MeasureAbroad } from '../analysis/official.js';
import { formatCount, formatCounted, formatList, formatMoney, formatPercent } from '../core/format.js';
import { type ReportContext, withArticle } from './context.js';
import { COUNTED, exactTitleClause } from './counted.js';
import { inputWords, modelCaveats } from './modelled-pay.js';

/** What limits the headline: thin cells, sources that disagree or select, borrowed spread, broken order of levels. */
export function headlineCaveats(context: ReportContext, headline: Headline): string[] {
  return [
    ...observedCaveats(context, headline),
    ...officialCaveats(context, headline),
    ...(headline.model === null ? [] : [inputWords(context, headline.model), ...modelCaveats(headline.model)]),
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
    const held =
      pay.asked.n === 0
        ? `no ${what.replace(/s$/, '')}`
        : `${formatCount(pay.asked.n)} distinct ${what}, too few for a figure of its own`;
    const where = `this title in ${withArticle(context.question.countryName)}`;
    caveats.push(
      scope.kind === 'asked' && scope.place === place.id
        ? `${context.holds} no rows by metropolitan area: this is the figure of ${withArticle(place.name)}.`
        : `The cell asked about holds ${held}; ${exactTitleClause(pay.basis, pay.exactTitle, where)}.`,
    );
  }
  if (pay.basis === 'posted') {
    caveats.push('An offer is taken to be anywhere in its advertised range, each amount as likely as another.');
  }
  if (pool.contributing.some((estimate) => estimate.unit === 'person')) caveats.push(OWN_RECORDS);
  if (scope.kind === 'all-levels') {
    caveats.push(
      `This is the figure of all levels together, not of ${context.question.level?.name.toLowerCase()} level.`,
    );
  }
  if (pool.agreement === 'disagree') {
    const each = pool.contributing.map(
      (estimate) => `${context.sourceName(estimate.source)} ${context.percentileShort(estimate.percentiles['50']!)}`,
    );
    caveats.push(
      `Sources disagree: ${each.join(', ')}. The middle is their equal-weight pool and the interval spans each.`,
    );
  }
  if (pool.gapExplained) {
    const apart = formatPercent(100 * (Math.exp(pool.gapLogPoints) - 1));
    caveats.push(
      `The sources’ middles lie ${apart} apart, no more than their known distances from the official survey explain: they are pooled, and the interval keeps half of what parts them.`,
    );
  }
  for (const estimate of pool.contributing) {
    if (estimate.dominantShare > 0.25) {
      const who =
        estimate.unit === 'person' ? 'one person' : estimate.employers === null ? 'one repeated range' : 'one employer';
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

/** Said of records of one employer, or of none named, wherever they carry a figure. */
export const OWN_RECORDS =
  'Each person is a sampling unit: the interval says how far the figure would move with other people like these.';

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
  if (official.abroad !== undefined) {
    caveats.push(...abroadCaveats(official.abroad));
  } else if (published !== undefined) {
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
      official.rows.length === 1
        ? `From P${official.capped.from} up the survey only says at least ${context.moneyExact(official.capped.topCode)}.`
        : `From P${official.capped.from} up one of the occupations is only published as at least ${context.moneyExact(official.capped.topCode)}, so the mix has no figure.`,
    );
  }
  return caveats;
}

const MATCHES: Readonly<Record<MeasureAbroad['match'], string>> = {
  title: 'Its publisher lists this very title under the class, beside others.',
  'published crosswalk':
    'The class is that of the leading occupation by a published crosswalk; it holds other work too.',
  'reviewed by hand':
    'The class is our own match to the leading occupation, reviewed by hand; it holds other work too.',
};

/** Whose pay a foreign figure is, how it was made yearly, and how the class was found. */
function abroadCaveats({ population, unit, perYear, match }: MeasureAbroad): string[] {
  return [
    `Population: ${population}.`,
    ...(perYear === 1
      ? []
      : [
          `Published by the ${unit}; times ${formatCounted(perYear, `${unit}s`)} for a year of full-time work is our arithmetic.`,
        ]),
    MATCHES[match],
    'The published error of the median stands in for that of the other percentiles, which is larger at the ends.',
  ];
}

/** A higher level that shows less than a lower one is said on both pages, with the reason. */
function orderCaveats(context: ReportContext): string[] {
  const { lowerShowMore, higherShowLess, higherShowTogether } = context.answers.order;
  const own = context.answers.headline?.basis;
  const reason =
    'the figures rest on different offers, scopes or mixes of levels, which does not mean that promotion lowers pay';
  const named = (pages: readonly PageFigure[]): string =>
    formatList(
      pages.map(
        ({ level, value, basis }) =>
          `${level === null ? 'all levels together' : `${level.name.toLowerCase()} level`} (${context.moneyShort(value)}${basis === own ? '' : `, ${basis === 'market' ? 'modelled pay' : `${basis} pay`}`})`,
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
