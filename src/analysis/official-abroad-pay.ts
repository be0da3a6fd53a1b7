/** Official pay of other countries in the form of the survey's at home: a year, with an error, or why there is none. */
import type { ClassEarnings, EarningsAbroad, EarningsRow } from './earnings-abroad.js';
import { type MeasureAbroad, mixOf, type OfficialPay, type OfficialRow } from './official.js';
import type { Parameters } from './parameters.js';

/** How many units of each kind make a year: 2,080 hours and 52 weeks of full-time work. */
export const UNITS_PER_YEAR: Readonly<Record<MeasureAbroad['unit'], number>> = {
  year: 1,
  month: 12,
  week: 52,
  hour: 2_080,
};

/**
 * A year's pay of the classes that the work belongs to.
 *
 * Estimand: percentiles of the population named by the publisher, in its own classes of occupations, all levels.
 * Method: published percentiles times the units of a year; two classes of one table are mixed by their shares as
 * occupations are. The published error of the median stands in for that of every percentile. Where the publisher
 * states no error no interval can be given, and no error is made up: surveys differ too much to carry one over.
 *
 * @param currency what the place's pay is quoted in; figures in another one are not converted
 * @returns null without a median that has a published error
 */
export function officialAbroadPay(
  abroad: EarningsAbroad | null,
  currency: string,
  parameters: Parameters,
): OfficialPay | null {
  if (abroad === null || gapAbroad(abroad, currency) !== null) return null;
  const classes = abroad.classes.filter(hasError);
  const first = classes[0]!;
  const alike = classes.filter(({ row }) => isAlike(row, first.row));
  const total = alike.reduce((sum, { share }) => sum + share, 0);
  const unit = unitOf(first.row);
  const perYear = UNITS_PER_YEAR[unit];
  const pay = mixOf(
    alike.map(({ row, share }) => ({
      share: { soc: row.code, title: row.label, share: total === 0 ? 1 / alike.length : share / total },
      row: yearly(row, perYear),
    })),
    parameters,
  );
  const sources = alike.flatMap(({ row, matchSource }) => [row.source, matchSource]);
  return {
    ...pay,
    abroad: {
      taxonomy: first.row.taxonomy,
      unit,
      perYear,
      population: first.row.population,
      sources: [...new Set(sources)],
      match: first.match,
    },
  };
}

/** Why the official tables of a country carry no yearly figure with an interval. */
export type AbroadGap = 'no table' | 'no class' | 'too coarse' | 'mean only' | 'no error' | 'other currency';

/** Classes of so few digits hold work of every kind. */
const TOO_COARSE_DIGITS = 2;

/** @returns null where there is a figure */
export function gapAbroad(abroad: EarningsAbroad | null, currency: string): AbroadGap | null {
  if (abroad === null) return 'no table';
  const [first] = abroad.classes;
  if (first === undefined) return (abroad.published[0]?.digits ?? 0) <= TOO_COARSE_DIGITS ? 'too coarse' : 'no class';
  if (first.row.p50 === null) return 'mean only';
  if (!hasError(first)) return 'no error';
  return first.row.currency === currency ? null : 'other currency';
}

/** A published amount in a year, and the factor. */
export function inAYear(value: number, row: EarningsRow): { readonly value: number; readonly perYear: number } {
  const perYear = UNITS_PER_YEAR[unitOf(row)];
  return { value: value * perYear, perYear };
}

function hasError({ row }: ClassEarnings): boolean {
  return row.p50 !== null && row.medianRsePercent !== null && row.medianRsePercent > 0;
}

function isAlike(row: EarningsRow, other: EarningsRow): boolean {
  return row.unit === other.unit && row.year === other.year && row.population === other.population;
}

function unitOf({ unit }: EarningsRow): MeasureAbroad['unit'] {
  if (!(unit in UNITS_PER_YEAR)) throw new RangeError(`Earnings in an unknown unit: ${unit}`);
  return unit as MeasureAbroad['unit'];
}

function yearly(row: EarningsRow, perYear: number): OfficialRow {
  const scaled = (value: number | null): number | null => (value === null ? null : Math.round(value * perYear));
  return {
    source: row.source,
    place: row.country,
    soc: row.code,
    year: row.year,
    taxonomy: row.taxonomy,
    jobs: row.jobs,
    jobsRsePercent: null,
    mean: scaled(row.mean),
    meanRsePercent: row.medianRsePercent,
    p10: scaled(row.p10),
    p25: scaled(row.p25),
    p50: scaled(row.p50),
    p75: scaled(row.p75),
    p90: scaled(row.p90),
    topCode: null,
    cappedFrom: null,
    locationQuotient: null,
  };
}
