/** The official survey for a weighted mix of occupations in one place. */
import type { PercentileKey } from '../core/finding.js';
import type { OccupationShare } from '../core/role.js';
import { type PlanRow, select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import { PERCENTILES, type Percentiles } from './estimate.js';
import { type Curve, mixedQuantile, SCORES } from './mixed-quantile.js';
import type { Parameters } from './parameters.js';
import type { Question } from './question.js';

const COLUMNS = [
  'source',
  'place',
  'soc',
  'year',
  'taxonomy',
  'jobs',
  'jobsRsePercent',
  'mean',
  'meanRsePercent',
  'p10',
  'p25',
  'p50',
  'p75',
  'p90',
  'topCode',
  'cappedFrom',
  'locationQuotient',
] as const;

export type OfficialRow = PlanRow<'official', (typeof COLUMNS)[number]>;

/** All occupations together: the base of growth and concentration. */
export const ALL_OCCUPATIONS = '00-0000';

/** Reference month of the survey. */
const REFERENCE_MONTH = '05';

export interface OfficialPay {
  /** Newest year for the place. */
  readonly year: number;
  readonly place: string;
  readonly source: string;
  /** Occupations of the mix that have a published median there, shares as in the question. */
  readonly rows: readonly { readonly share: OccupationShare; readonly row: OfficialRow }[];
  /** Share of the mix those rows cover, fraction. */
  readonly coverage: number;
  /** Percentiles of the mix; a capped one is absent. */
  readonly percentiles: Percentiles;
  /** Lowest capped percentile and its cap, when there is one. */
  readonly capped: { readonly from: number; readonly topCode: number } | null;
  /** Jobs in the occupations of the mix, whole occupations, not only this role. */
  readonly jobs: number;
  /** True where the standard error is modelled from the number of jobs because the place's table has none. */
  readonly modelledError: boolean;
  /** Outside the United States: what the publisher's figures are and how they were made yearly. */
  readonly abroad?: MeasureAbroad | undefined;
}

/** Official pay as a country publishes it, before anything is made yearly. */
export interface MeasureAbroad {
  readonly taxonomy: string;
  /** Unit of the published figures and how many of them make a year: 1, 12, 52 or 2,080. */
  readonly unit: 'year' | 'month' | 'week' | 'hour';
  readonly perYear: number;
  /** Whose pay it is and what it counts, in the publisher's terms. */
  readonly population: string;
  /** Where the figures and the match of the work to the classes come from. */
  readonly sources: readonly string[];
  /** How the work was found to belong to the leading class. */
  readonly match: 'title' | 'published crosswalk' | 'reviewed by hand';
}

export interface OfficialData {
  /** Rows of the mix and of all occupations, national and (for a state or metro question) state, all years. */
  readonly rows: readonly OfficialRow[];
}

/** Reads the official rows a question needs; empty outside the countries the market has official pay for. */
export async function loadOfficial(store: Store, question: Question): Promise<OfficialData> {
  if (question.occupations.length === 0) return { rows: [] };
  const codes = [...question.occupations.map((share) => share.soc), ALL_OCCUPATIONS];
  const places = [question.place.country, ...(question.statePlaceId === null ? [] : [question.statePlaceId])];
  const rows = await store.read(
    select('official', COLUMNS, [
      { column: 'soc', in: codes },
      { column: 'place', in: places },
      { column: 'year', atMost: lastReferenceYear(question.asOf) },
    ]),
  );
  return { rows };
}

/** Newest survey year whose reference month is not after the date. */
function lastReferenceYear(asOf: string): number {
  const year = Number(asOf.slice(0, 4));
  return asOf.slice(5, 7) >= REFERENCE_MONTH ? year : year - 1;
}

/** `2025` as the survey's reference date. */
export function referenceDate(year: number): string {
  return `${year}-${REFERENCE_MONTH}-15`;
}

/**
 * The distribution of the mix in a place: each occupation's published percentiles, joined by straight lines in
 * log pay against the normal score, mixed by share and inverted. One occupation gives back its published figures.
 */
export function officialPay(
  data: OfficialData,
  question: Question,
  place: string,
  parameters: Parameters,
): OfficialPay | null {
  const rows = newestRows(data, question, place);
  return rows.length === 0 ? null : mixOf(rows, parameters);
}

/** The median of that distribution; null where it is capped, and where an occupation of the mix has none. */
export function officialMedian(data: OfficialData, question: Question, place: string): number | null {
  const rows = newestRows(data, question, place);
  if (rows.length === 0 || rows.length < question.occupations.length) return null;
  const cap = lowestCap(rows);
  return cap !== null && cap.from <= 50 ? null : percentileOf(rows, curvesOf(rows), '50');
}

/** Rows of the mix with a median, of the newest year that a place has one of. */
function newestRows(data: OfficialData, question: Question, place: string): OfficialPay['rows'] {
  const here = data.rows.filter((row) => row.place === place && row.soc !== ALL_OCCUPATIONS && row.p50 !== null);
  const year = Math.max(...here.map((row) => row.year));
  return question.occupations.flatMap((share) => {
    const row = here.find((candidate) => candidate.soc === share.soc && candidate.year === year);
    return row === undefined ? [] : [{ share, row }];
  });
}

/** The distribution of some rows of one year and place, mixed by their shares. */
export function mixOf(rows: OfficialPay['rows'], parameters: Parameters): OfficialPay {
  const first = rows[0]!;
  const capped = lowestCap(rows);
  return {
    year: first.row.year,
    place: first.row.place,
    source: first.row.source,
    rows,
    coverage: rows.reduce((sum, { share }) => sum + share.share, 0),
    percentiles: mixturePercentiles(rows, capped?.from ?? 100, parameters),
    capped,
    jobs: rows.reduce((sum, { row }) => sum + (row.jobs ?? 0), 0),
    modelledError: rows.some(({ row }) => row.meanRsePercent === null),
  };
}

function lowestCap(rows: OfficialPay['rows']): OfficialPay['capped'] {
  const caps = rows.flatMap(({ row }) =>
    row.cappedFrom === null || row.topCode === null ? [] : [{ from: row.cappedFrom, topCode: row.topCode }],
  );
  return caps.sort((a, b) => a.from - b.from)[0] ?? null;
}

const Z90 = 1.6448536269514722;

type MixRow = OfficialPay['rows'][number];

function mixturePercentiles(rows: readonly MixRow[], cappedFrom: number, parameters: Parameters): Percentiles {
  const curves = curvesOf(rows);
  const halfWidth = Math.log(1 + (Z90 * mixtureRsePercent(rows, parameters)) / 100);
  const result: Partial<Record<PercentileKey, { value: number; low: number; high: number }>> = {};
  for (const key of PERCENTILES) {
    if (Number(key) >= cappedFrom) break;
    if (!curves.some((curve) => curve.points.some((point) => point.p === Number(key)))) continue;
    const value = percentileOf(rows, curves, key);
    result[key] = { value, low: value * Math.exp(-halfWidth), high: value * Math.exp(halfWidth) };
  }
  return result;
}

function curvesOf(rows: readonly MixRow[]) {
  return rows.map(({ share, row }) => ({
    share: share.share,
    points: PERCENTILES.flatMap((key) => {
      const value = row[`p${key}`];
      return value === null ? [] : [{ score: SCORES[key], log: Math.log(value), p: Number(key) }];
    }),
  }));
}

/** As published for one occupation, else of the mixture. */
function percentileOf(rows: readonly MixRow[], curves: readonly Curve[], key: PercentileKey): number {
  const [first] = rows;
  return rows.length === 1 && first !== undefined
    ? first.row[`p${key}`]!
    : Math.exp(mixedQuantile(curves, Number(key) / 100));
}

/** Relative standard error of the mix's mean, percent: published where it is, else modelled from the jobs. */
function mixtureRsePercent(rows: readonly MixRow[], parameters: Parameters): number {
  const total = rows.reduce((sum, { share }) => sum + share.share, 0);
  const variance = rows.reduce((sum, { share, row }) => {
    const rse = row.meanRsePercent ?? modelledRsePercent(row.jobs, parameters);
    return sum + ((share.share / total) * rse) ** 2;
  }, 0);
  return Math.sqrt(variance);
}

/** Relative standard error modelled from the number of jobs, percent; the market's line of the national table. */
export function modelledRsePercent(jobs: number | null, parameters: Parameters): number {
  return Math.exp(parameters.rseIntercept + parameters.rseSlope * Math.log(Math.max(jobs ?? 30, 30)));
}
