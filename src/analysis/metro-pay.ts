/**
 * Official means of a metropolitan area, from the tables of legal wage floors: the only pay by occupation below the
 * state. A cell with too small a sample carries a wider area's figure there. The table does not say which: figures
 * from the whole state return exactly in other areas, those pooled with neighbours do not (Merced's data scientists
 * are San Jose's). So shared figures are left out, and small areas altogether.
 */
import type { OccupationShare } from '../core/role.js';
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import type { OfficialData } from './official.js';
import type { Parameters } from './parameters.js';
import type { Question } from './question.js';
import { type RelativePay, relativePay } from './relative-pay.js';

/** The mean of one occupation that the table gives for the area. */
export interface MetroMean {
  readonly occupation: OccupationShare;
  readonly source: string;
  /** Year of the survey, May. */
  readonly year: number;
  /** Dollars a year. */
  readonly mean: number;
  /**
   * Whose figure it is: `own` in a large area; `shared` where other areas have exactly the same figures, hence a wider
   * area's; `unknown` in a small area, where the table may pool it with neighbours.
   */
  readonly origin: 'own' | 'shared' | 'unknown';
  /** Other areas with exactly these figures. */
  readonly sharing: number;
}

export interface MetroPay {
  /** null in a small area, and where the area's own cells are less than half of the mix. */
  readonly pay: RelativePay | null;
  /** Whether the area is large enough for its figures to be its own. */
  readonly large: boolean;
  /** Occupations of the mix whose figures other areas share: a wider area's. */
  readonly borrowed: number;
  /** Occupations of the mix without a figure. */
  readonly absent: number;
  /** The figures one by one, as in the mix. */
  readonly means: readonly MetroMean[];
}

/** Month in which a wage year begins. */
const WAGE_YEAR_BEGINS = '07-01';

/** Cost of labour of the metropolitan area asked about; null where the market has no table of it. */
export async function metroRelativePay(
  store: Store,
  question: Question,
  data: OfficialData,
  parameters: Parameters,
): Promise<MetroPay | null> {
  if (question.place.kind !== 'metro' || question.occupations.length === 0) return null;
  const rows = await store.read(
    select(
      'prevailing',
      ['source', 'soc', 'year', 'mean', 'sharing'],
      [
        { column: 'place', is: question.place.id },
        { column: 'soc', in: question.occupations.map((occupation) => occupation.soc) },
      ],
    ),
  );
  const country = data.rows.filter((row) => row.place === question.place.country);
  const begun = rows.filter(
    (row) =>
      `${row.year}-${WAGE_YEAR_BEGINS}` <= question.asOf &&
      country.some((entry) => entry.year === surveyYear(row.year)),
  );
  if (begun.length === 0) return null;
  const newest = Math.max(...begun.map((row) => row.year));
  const cells = begun.filter((row) => row.year === newest);
  const year = surveyYear(newest);
  const stated = cells.filter((row) => row.mean !== null);
  const local = {
    place: question.place.id,
    year,
    cells: stated.flatMap(({ source, soc, mean, sharing }) =>
      mean === null || sharing > 0 ? [] : [{ source, soc, mean, jobs: null, rsePercent: null }],
    ),
    errorKnown: false,
  };
  const large = await isLarge(store, question.place.id);
  return {
    pay: large ? relativePay(local, country, question.occupations, parameters) : null,
    large,
    borrowed: stated.filter((row) => row.sharing > 0).length,
    absent: question.occupations.length - stated.length,
    means: question.occupations.flatMap((occupation): MetroMean[] => {
      const cell = stated.find(({ soc }) => soc === occupation.soc);
      if (cell === undefined || cell.mean === null) return [];
      const { source, mean, sharing } = cell;
      const origin = sharing > 0 ? 'shared' : large ? 'own' : 'unknown';
      return [{ occupation, source, year, mean, origin, sharing }];
    }),
  };
}

/** Large areas are those that the index of job postings has a series of: about 150 of nearly 400. */
async function isLarge(store: Store, metro: string): Promise<boolean> {
  const series = await store.read(select('series', ['series'], [{ column: 'series', contains: `:metro:${metro}` }], 1));
  return series.length > 0;
}

/** The survey behind a wage year is of May of the year before. */
function surveyYear(wageYear: number): number {
  return wageYear - 1;
}
