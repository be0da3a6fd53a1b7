/** How many jobs are advertised, by a published index of postings: all work, not one occupation. */
import { select } from '../query/plan.js';
import type { Store } from '../store/port.js';
import { monthsBefore } from './observation.js';
import type { Question } from './question.js';

export interface AdvertisementIndex {
  readonly source: string;
  readonly place: string;
  /** Newest whole month, `YYYY-MM-01`. */
  readonly month: string;
  /** Mean of that month; February 2020 is 100. */
  readonly value: number;
  /** The same month a year earlier; null where it was not published. */
  readonly yearBefore: number | null;
}

/** The index of the state asked about, where there is one, and of the country. */
export async function advertisements(store: Store, question: Question): Promise<readonly AdvertisementIndex[]> {
  const country = question.place.country;
  const national = `postings-index-${country.toLowerCase()}`;
  const series = new Map([[national, country]]);
  if (question.statePlaceId !== null) series.set(`${national}:state:${question.statePlaceId}`, question.statePlaceId);
  // The month of the as-of date is not over.
  const lastWhole = `${monthsBefore(question.asOf, 1).slice(0, 7)}-01`;
  const rows = await store.read(
    select(
      'series',
      ['source', 'series', 'month', 'value'],
      [
        { column: 'series', in: [...series.keys()] },
        { column: 'month', atMost: lastWhole },
        { column: 'month', atLeast: monthsBefore(lastWhole, 24) },
      ],
    ),
  );
  return [...series].reverse().flatMap(([name, place]) => {
    const own = rows.filter((row) => row.series === name);
    const newest = own.at(-1);
    if (newest === undefined) return [];
    const before = own.find((row) => row.month === monthsBefore(newest.month, 12));
    const { source, month, value } = newest;
    return [{ source, place, month, value, yearBefore: before?.value ?? null }];
  });
}
