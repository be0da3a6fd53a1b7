/** Cost of labour: official pay of the same occupations in a place over that in the country, same year, same mix. */
import type { OccupationShare } from '../core/role.js';
import { type PartAndWhole, partToWholeRatio } from '../stats/index.js';
import { INTERVAL_LEVEL } from './estimate.js';
import {
  ALL_OCCUPATIONS,
  modelledRsePercent,
  type OfficialData,
  type OfficialRow,
  officialMedian,
} from './official.js';
import type { Parameters } from './parameters.js';
import type { Question } from './question.js';

/** Least share of the mix that a place's own cells must cover before the mix is compared. */
export const LEAST_COVERAGE = 0.5;

export interface RelativePay {
  readonly place: string;
  /** Year of both surveys; the reference month is May. */
  readonly year: number;
  readonly sources: readonly string[];
  /** Mean pay of the mix in the place over its mean pay in the country. */
  readonly ratio: number;
  /** null where the place's cells have neither an error nor a number of jobs to model one from. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The same of medians; null where one of them is not published. */
  readonly medianRatio: number | null;
  /** Standard error of the log of the place's own mean, for comparing places with each other; null as the interval. */
  readonly ownLogStandardError: number | null;
  /** Occupations of the mix that both have, shares as in the question. */
  readonly occupations: readonly OccupationShare[];
  /** Share of the mix they make up, fraction. */
  readonly coverage: number;
  /** Whether an error is modelled from the number of jobs. */
  readonly modelledError: boolean;
}

/** What a place's table says of one occupation. */
export interface LocalMean {
  readonly source: string;
  readonly soc: string;
  readonly mean: number;
  readonly jobs: number | null;
  /** Relative standard error of the mean, percent; null where it is not published. */
  readonly rsePercent: number | null;
}

export interface LocalPay {
  readonly place: string;
  readonly year: number;
  readonly cells: readonly LocalMean[];
  /** False where the table gives neither errors nor jobs. */
  readonly errorKnown: boolean;
}

/**
 * The comparison of a place's means with the country's of the same year.
 *
 * @param country rows of the country for that year
 * @returns null where both have less than half of the mix
 */
export function relativePay(
  local: LocalPay,
  country: readonly OfficialRow[],
  occupations: readonly OccupationShare[],
  parameters: Parameters,
): RelativePay | null {
  const shared = occupations.flatMap((share) => {
    const here = local.cells.find((cell) => cell.soc === share.soc);
    const there = country.find((row) => row.soc === share.soc && row.year === local.year && row.mean !== null);
    return here === undefined || there === undefined ? [] : [{ share, here, there }];
  });
  const coverage = total(shared.map(({ share }) => share)) / total(occupations);
  if (!(coverage >= LEAST_COVERAGE)) return null;
  const ratio = partToWholeRatio(
    shared.map(({ share, here, there }) => partAndWhole(share, here, there, parameters)),
    INTERVAL_LEVEL,
  );
  return {
    place: local.place,
    year: local.year,
    sources: [...new Set(shared.flatMap(({ here, there }) => [here.source, there.source]))],
    ratio: ratio.ratio,
    interval: local.errorKnown ? { low: ratio.low, high: ratio.high } : null,
    medianRatio: null,
    ownLogStandardError: local.errorKnown ? ratio.partLogStandardError : null,
    occupations: shared.map(({ share }) => share),
    coverage,
    modelledError: local.errorKnown && shared.some(({ here }) => here.rsePercent === null),
  };
}

function partAndWhole(
  share: OccupationShare,
  here: LocalMean,
  there: OfficialRow,
  parameters: Parameters,
): PartAndWhole {
  const rseOf = (published: number | null, jobs: number | null): number =>
    (published ?? modelledRsePercent(jobs, parameters)) / 100;
  return {
    weight: share.share,
    part: here.mean,
    whole: there.mean ?? Number.NaN,
    partRse: rseOf(here.rsePercent, here.jobs),
    wholeRse: rseOf(there.meanRsePercent, there.jobs),
    partShare: here.jobs === null || there.jobs === null ? 0 : Math.min(1, here.jobs / there.jobs),
  };
}

function total(occupations: readonly OccupationShare[]): number {
  return occupations.reduce((sum, { share }) => sum + share, 0);
}

/** A state's own cells of one year, from rows of the official survey. */
export function stateMeans(rows: readonly LocalRow[], place: string, year: number): LocalPay {
  return {
    place,
    year,
    cells: rows.flatMap((row) =>
      row.place === place && row.year === year && row.mean !== null
        ? [{ source: row.source, soc: row.soc, mean: row.mean, jobs: row.jobs, rsePercent: row.meanRsePercent }]
        : [],
    ),
    errorKnown: true,
  };
}

type LocalRow = Pick<OfficialRow, 'source' | 'place' | 'soc' | 'year' | 'mean' | 'jobs' | 'meanRsePercent'>;

/** Cost of labour of a state in its newest year that the country has too; null without cells for half of the mix. */
export function stateRelativePay(
  data: OfficialData,
  question: Question,
  place: string,
  parameters: Parameters,
): RelativePay | null {
  const { country } = question.place;
  const known = data.rows.filter((row) => row.soc !== ALL_OCCUPATIONS && row.mean !== null);
  const years = new Set(known.filter((row) => row.place === country).map((row) => row.year));
  const year = Math.max(...known.filter((row) => row.place === place && years.has(row.year)).map((row) => row.year));
  const rows = known.filter((row) => row.year === year);
  const local = stateMeans(rows, place, year);
  const pay = relativePay(
    local,
    rows.filter((row) => row.place === country),
    question.occupations,
    parameters,
  );
  if (pay === null) return null;
  const mix = { ...question, occupations: pay.occupations };
  const here = officialMedian({ rows }, mix, place);
  const there = officialMedian({ rows }, mix, country);
  return { ...pay, medianRatio: here === null || there === null ? null : here / there };
}
