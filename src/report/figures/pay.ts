/** Figures of the overview: the pay band, the by-source strip and the ladder of levels. */

import type { SourceEstimate } from '../../analysis/estimate.js';
import { PERCENTILES } from '../../analysis/estimate.js';
import type { ScopeKind } from '../../analysis/scope.js';
import type { PercentileEstimate } from '../../core/finding.js';
import { formatCount, formatCounted, formatMonth } from '../../core/format.js';
import { OWN_SOURCE } from '../../core/own-data.js';
import { intervalOf as boundsOf, capitalise, type ReportContext, withArticle } from '../context.js';
import type { Figure } from '../model.js';
import { linearAxis } from './axis.js';

type PayBand = Extract<Figure, { kind: 'pay-band' }>;
type Rows = Extract<Figure, { kind: 'by-source' | 'ladder' | 'relative-pay' }>['rows'];

const NAMES: Readonly<Record<string, string>> = {
  '10': 'lowest tenth',
  '25': 'lower quarter',
  '50': 'middle',
  '75': 'upper quarter',
  '90': 'highest tenth',
};

/** The pay distribution on one axis, each percentile with its interval; the offer as a flag. */
export function payBandFigure(context: ReportContext, scope: string, sourceLine: string): Figure {
  const { answers } = context;
  const { headline, offer } = answers;
  const percentiles = headline?.percentiles ?? {};
  const shown = PERCENTILES.flatMap((key) => {
    const entry = percentiles[key];
    return entry === undefined ? [] : [{ key, entry }];
  });
  const base = { id: 'pay-band', sourceLine };
  const at = answers.ageing.source === null ? ', as stated' : `, at ${formatMonth(context.question.asOf)}`;
  const subtitle = `Base pay, ${context.currency} a year, ${scope}${at}`;
  const below = '; each percentile with its interval, below them the median of each source';
  const median = percentiles['50'];
  if (headline === null || median === undefined) {
    const title = `Not enough evidence for a pay band ${context.inPlace}`;
    return { ...base, kind: 'empty', title, subtitle, alt: title };
  }
  const quarter = percentiles['25'];
  const upper = percentiles['75'];
  const title =
    quarter === undefined || upper === undefined
      ? `The middle is about ${context.money(median.value, boundsOf(median))}`
      : `Half are between ${context.percentileShort(quarter)} and ${context.percentileShort(upper)}`;
  const label = (value: number): string => context.moneyShort(value);
  const sources = sourceMarks(context).filter(({ at }) => at.value !== median.value);
  const values = [
    ...shown.flatMap(({ entry }) => [entry.value, entry.low ?? entry.value, entry.high ?? entry.value]),
    ...sources.flatMap(({ at, interval }) => [
      at.value,
      interval?.low.value ?? at.value,
      interval?.high.value ?? at.value,
    ]),
    ...(offer === null ? [] : [offer.amount]),
  ];
  const modelled = new Set<string>(headline.observed?.carried.modelledPercentiles ?? []);
  return {
    ...base,
    kind: 'pay-band',
    title,
    subtitle: `${subtitle}${below}`,
    alt: [
      ...shown.map(({ key, entry }) => `${NAMES[key]}: ${context.percentileShort(entry)}${spanText(context, entry)}`),
      ...(offer === null ? [] : [`offer: ${label(offer.amount)}`]),
    ].join('; '),
    axis: linearAxis(values, `${context.currency}/year`, label),
    percentiles: shown.map(({ key, entry }) => ({
      p: Number(key),
      name: `P${key}`,
      at: markOf(context, entry),
      interval: intervalOf(context, entry),
      modelled: headline.model !== null || modelled.has(key),
    })),
    sources,
    offer: offer === null ? null : { at: { value: offer.amount, label: label(offer.amount) }, name: 'offer' },
  };
}

/** The medians of the sources as marks: those of the strip below that have one. */
function sourceMarks(context: ReportContext): PayBand['sources'] {
  return sourceRows(context).flatMap(({ name, at, interval, modelled }) => {
    const [group = '', source = ''] = name.split(GROUPED);
    return at === null ? [] : [{ group, name: source, at, interval, modelled }];
  });
}

/** Between what a source states and its name. */
const GROUPED = ' · ';

/** One row a source and basis: each source's own median beside the others. */
export function bySourceFigure(context: ReportContext): Figure {
  const { answers } = context;
  const label = (value: number): string => context.moneyShort(value);
  const rows = sourceRows(context);
  const drawn = rows.filter((row) => row.at !== null);
  const base = {
    id: 'by-source',
    subtitle: `Median base pay by source, ${context.currency} a year; ${answers.paid.bySource.length > 0 ? 'posted, filed and paid' : 'posted and filed'} ${answers.ageing.source === null ? 'as stated' : `carried to ${formatMonth(context.question.asOf)}`}, official as published`,
    sourceLine: 'Bases are different populations and are never averaged',
  };
  if (drawn.length === 0) {
    const title = 'No source supports a median here';
    return { ...base, kind: 'empty', title, alt: title };
  }
  const own = drawn.filter((row) => row.highlight).map((row) => row.at!);
  own.sort((a, b) => a.value - b.value);
  const basis = answers.headline?.basis ?? '';
  const title =
    own.length > 1
      ? `${capitalise(basis)} sources put the middle between ${own[0]!.label} and ${own.at(-1)!.label}`
      : drawn.length === 1
        ? 'One source has a median here'
        : `${capitalise(formatCounted(drawn.length, 'medians'))} of different populations, each by itself`;
  return {
    ...base,
    kind: 'by-source',
    title,
    alt: rows.map((row) => `${row.name}: ${row.at?.label ?? 'not enough evidence'} (${row.detail})`).join('; '),
    axis: linearAxis(rowValues(drawn), `${context.currency}/year`, label),
    rows,
  };
}

const SHORT_COUNTED = { posted: 'ranges', filed: 'wages', paid: 'records' } as const;

/** The rows of the strip: bases that hold observations, the official survey, the model. */
function sourceRows(context: ReportContext): Rows {
  const { answers } = context;
  const rows = (['posted', 'filed', 'paid'] as const).flatMap((basis) =>
    answers[basis].bySource.filter(({ n }) => n > 0).map((estimate) => sourceRow(context, estimate, basis)),
  );
  const official = answers.officialHere ?? answers.officialCountry ?? answers.headline?.official ?? null;
  const published = (value: number) => ({ value, label: context.publishedShort(value) });
  const officialMedian = official?.percentiles['50'];
  if (official !== null && officialMedian !== undefined) {
    rows.push({
      name: `official${GROUPED}${official.source}`,
      detail: `employees, all levels, ${official.abroad === undefined ? 'May ' : ''}${official.year}`,
      at: published(officialMedian.value),
      interval:
        officialMedian.low === null || officialMedian.high === null
          ? null
          : { low: published(officialMedian.low), high: published(officialMedian.high) },
      quartiles: quartilesOf(official.percentiles, ({ value }) => published(value)),
      modelled: official.modelledError,
      highlight: answers.headline?.basis === 'official',
    });
  }
  const marketMedian = answers.market?.percentiles['50'];
  if (answers.market !== null && marketMedian !== undefined) {
    rows.push({
      name: `market${GROUPED}model`,
      detail: `${formatCount(answers.market.rests.n)} offers behind the fit`,
      at: markOf(context, marketMedian),
      interval: intervalOf(context, marketMedian),
      quartiles: quartilesOf(answers.market.percentiles, (entry) => markOf(context, entry)),
      modelled: true,
      highlight: answers.headline?.basis === 'market',
    });
  }
  return rows;
}

function sourceRow(context: ReportContext, estimate: SourceEstimate, basis: keyof typeof SHORT_COUNTED): Rows[number] {
  const median = estimate.percentiles['50'];
  const employers =
    estimate.employers === null ? 'employers not named' : formatCounted(estimate.employers, 'employers');
  return {
    name: `${basis}${GROUPED}${estimate.source === OWN_SOURCE.id ? OWN_SOURCE.name : estimate.source}`,
    detail: `${formatCounted(estimate.n, SHORT_COUNTED[basis])}, ${employers}`,
    at: median === undefined ? null : markOf(context, median),
    interval: median === undefined ? null : intervalOf(context, median),
    quartiles: quartilesOf(estimate.percentiles, (entry) => markOf(context, entry)),
    modelled: estimate.support === 'modelled',
    highlight: context.answers.headline?.basis === basis,
  };
}

const SCOPE_WORDS: Readonly<Record<ScopeKind, string>> = {
  asked: 'this level alone',
  'level-group': 'with its level group',
  family: 'with its level group and family',
  'all-levels': 'all levels',
};

/** Levels in order, median and quartiles; a level without enough evidence says what was found. */
export function ladderFigure(context: ReportContext): Figure {
  const { ladder, ladderBasis, inversions } = context.answers;
  const label = (value: number): string => context.moneyShort(value);
  const asked = context.question.level?.id;
  const rows: Rows = ladder.map((entry) => {
    const percentiles = entry.ofThisLevel ? (entry.pay.carried?.percentiles ?? {}) : {};
    const median = percentiles['50'];
    const scope = entry.pay.carried?.scope;
    return {
      name: entry.level.name,
      detail:
        median === undefined || scope === undefined
          ? `not enough evidence: n ${formatCount(entry.pay.asked.n)} at this level`
          : `${SCOPE_WORDS[scope.kind]}${scope.widerPlace ? `, ${withArticle(scope.placeName)}` : ''}`,
      at: median === undefined ? null : markOf(context, median),
      interval: median === undefined ? null : intervalOf(context, median),
      quartiles: quartilesOf(percentiles, (entry) => markOf(context, entry)),
      modelled: entry.pay.carried?.pool.contributing.some((estimate) => estimate.support === 'modelled') ?? false,
      highlight: entry.level.id === asked,
    };
  });
  const drawn = rows.filter((row) => row.at !== null);
  const base = {
    id: 'ladder',
    subtitle: `Median ${ladderBasis === 'paid' ? 'pay in your own records' : `${ladderBasis} base pay`} by level, ${context.currency} a year, ${context.question.role.name}, ${context.placeName}`,
    sourceLine: 'Each level at the narrowest scope that supports it; direct comparisons mix employers',
  };
  if (drawn.length === 0) {
    const title = 'No level has enough evidence of its own';
    return { ...base, kind: 'empty', title, alt: title };
  }
  const first = drawn[0]!;
  const last = drawn.at(-1)!;
  const title =
    inversions.length > 0
      ? 'The order of levels does not hold everywhere in these data'
      : drawn.length === 1
        ? `Only ${first.name.toLowerCase()} level has a figure`
        : `From ${first.at!.label} at ${first.name.toLowerCase()} to ${last.at!.label} at ${last.name.toLowerCase()} level`;
  return {
    ...base,
    kind: 'ladder',
    title,
    alt: rows.map((row) => `${row.name}: ${row.at?.label ?? 'not enough evidence'}`).join('; '),
    axis: linearAxis(rowValues(drawn), `${context.currency}/year`, label),
    rows,
  };
}

function rowValues(rows: Rows): number[] {
  return rows.flatMap((row) => [
    ...(row.at === null ? [] : [row.at.value]),
    ...(row.interval === null ? [] : [row.interval.low.value, row.interval.high.value]),
    ...(row.quartiles === null ? [] : [row.quartiles.low.value, row.quartiles.high.value]),
  ]);
}

interface Mark {
  readonly value: number;
  readonly label: string;
}

function markOf(context: ReportContext, entry: PercentileEstimate): Mark {
  return { value: entry.value, label: context.percentileShort(entry) };
}

function intervalOf(context: ReportContext, entry: PercentileEstimate): Rows[number]['interval'] {
  const bounds = boundsOf(entry);
  if (bounds === null) return null;
  const mark = (value: number): Mark => ({ value, label: context.moneyShort(value, bounds) });
  return { low: mark(bounds.low), high: mark(bounds.high) };
}

function quartilesOf(
  percentiles: Readonly<Partial<Record<string, PercentileEstimate>>>,
  mark: (entry: PercentileEstimate) => Mark,
): Rows[number]['quartiles'] {
  const low = percentiles['25'];
  const high = percentiles['75'];
  if (low === undefined || high === undefined) return null;
  return { low: mark(low), high: mark(high) };
}

function spanText(context: ReportContext, entry: PercentileEstimate): string {
  const interval = intervalOf(context, entry);
  return interval === null ? '' : ` (${interval.low.label} to ${interval.high.label})`;
}
