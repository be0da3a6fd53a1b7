/** Official demand for the occupations behind a role: jobs, growth, concentration, projected openings. */
import type { OccupationShare } from '../core/role.js';
import { select } from '../query/plan.js';
import { type LocationQuotient, locationQuotient } from '../stats/index.js';
import type { Store } from '../store/port.js';
import { ALL_OCCUPATIONS, type OfficialData, type OfficialRow } from './official.js';
import type { Parameters } from './parameters.js';
import type { Question } from './question.js';

export interface OccupationDemand {
  readonly occupation: OccupationShare;
  readonly source: string;
  readonly year: number;
  readonly place: string;
  readonly jobs: number;
  /** Relative standard error of the jobs, percent; null where the place's table has none. */
  readonly jobsRsePercent: number | null;
  /** Jobs a year earlier in the same place and taxonomy. */
  readonly jobsYearBefore: number | null;
  /** null for the whole country, where it is 1 by definition. */
  readonly quotient: LocationQuotient | null;
}

export interface OccupationProjection {
  readonly occupation: OccupationShare;
  readonly source: string;
  readonly baseYear: number;
  readonly targetYear: number;
  readonly changePercent: number;
  readonly openingsPerYear: number;
}

export interface StateFigures {
  readonly source: string;
  readonly place: string;
  /** Official median of the leading occupation, whole currency units a year. */
  readonly median: number | null;
  readonly jobs: number | null;
  /** Concentration of its jobs, shrunk towards 1. */
  readonly quotient: LocationQuotient | null;
}

/** How many occupations of a mix are reported one by one. */
const SHOWN = 3;

/** Jobs, growth and location quotient of the leading occupations in a place with official figures. */
export function occupationDemand(
  data: OfficialData,
  question: Question,
  place: string,
  parameters: Parameters,
): readonly OccupationDemand[] {
  const rows = data.rows.filter((row) => row.place === place && row.jobs !== null);
  const newest = Math.max(...rows.map((row) => row.year));
  return question.occupations.slice(0, SHOWN).flatMap((occupation) => {
    const row = find(rows, occupation.soc, newest);
    if (row === undefined || row.jobs === null) return [];
    const before = find(rows, occupation.soc, newest - 1);
    return [
      {
        occupation,
        source: row.source,
        year: newest,
        place,
        jobs: row.jobs,
        jobsRsePercent: row.jobsRsePercent,
        jobsYearBefore: before !== undefined && before.taxonomy === row.taxonomy ? before.jobs : null,
        quotient: place === question.place.country ? null : quotientOf(data, row, question, parameters),
      },
    ];
  });
}

function quotientOf(
  data: OfficialData,
  row: Pick<OfficialRow, 'soc' | 'year' | 'jobs' | 'locationQuotient'>,
  question: Question,
  parameters: Parameters,
): LocationQuotient | null {
  const country = question.place.country;
  const national = find(
    data.rows.filter((candidate) => candidate.place === country),
    row.soc,
    row.year,
  );
  const nationalTotal = find(
    data.rows.filter((candidate) => candidate.place === country),
    ALL_OCCUPATIONS,
    row.year,
  );
  if (row.jobs === null || national?.jobs == null || nationalTotal?.jobs == null) return null;
  if (row.locationQuotient === null || row.locationQuotient <= 0) return null;
  // The state table lists detailed occupations only; the publisher's own quotient gives back the state's total.
  const localTotal = (row.jobs * nationalTotal.jobs) / (row.locationQuotient * national.jobs);
  const rsePercent = Math.exp(parameters.jobsRseIntercept + parameters.jobsRseSlope * Math.log(Math.max(row.jobs, 30)));
  return locationQuotient({
    localJobs: row.jobs,
    localTotal,
    nationalJobs: national.jobs,
    nationalTotal: nationalTotal.jobs,
    localRse: rsePercent / 100,
  });
}

/**
 * Ten-year projections of the leading occupations; national, whatever the place. A projection is published after its
 * base year, so an earlier as-of date knows nothing of it.
 */
export async function occupationProjections(
  store: Store,
  question: Question,
): Promise<readonly OccupationProjection[]> {
  if (question.place.country !== 'US') return [];
  const shown = question.occupations.slice(0, SHOWN);
  if (shown.length === 0) return [];
  const rows = await store.read(
    select(
      'projections',
      ['source', 'soc', 'baseYear', 'targetYear', 'changePercent', 'openingsPerYear'],
      [{ column: 'soc', in: shown.map((occupation) => occupation.soc) }],
    ),
  );
  return shown.flatMap((occupation) => {
    const row = rows.find((candidate) => candidate.soc === occupation.soc);
    return row === undefined || String(row.baseYear) >= question.asOf.slice(0, 4) ? [] : [{ occupation, ...row }];
  });
}

/** Official median and concentration of the leading occupation in every state of one year. */
export async function stateFigures(
  store: Store,
  data: OfficialData,
  question: Question,
  options: { readonly year: number; readonly parameters: Parameters },
): Promise<readonly StateFigures[]> {
  const main = question.occupations[0];
  if (main === undefined) return [];
  const rows = await store.read(
    select(
      'official',
      ['source', 'place', 'soc', 'year', 'p50', 'jobs', 'locationQuotient'],
      [
        { column: 'soc', is: main.soc },
        { column: 'year', is: options.year },
      ],
    ),
  );
  return rows
    .filter((row) => row.place.includes('-'))
    .map((row) => ({
      source: row.source,
      place: row.place,
      median: row.p50,
      jobs: row.jobs,
      quotient: quotientOf(data, row, question, options.parameters),
    }));
}

function find(rows: readonly OfficialRow[], soc: string, year: number): OfficialRow | undefined {
  return rows.find((row) => row.soc === soc && row.year === year);
}
