/** What the outcomes of a source's downloads mean for the source. */
import type { Download } from '../connector.js';
import type { FetchFailure } from './fetch-failure.js';

interface Outcome {
  readonly failure: FetchFailure | null;
}

export interface SourceFetch {
  /** Why the source cannot be read anew; null when it can. */
  readonly failure: FetchFailure | null;
  /** Paths of files that their publisher has withdrawn. */
  readonly withdrawn: readonly string[];
}

/**
 * One failed download fails its source, but for files of a kind that come and go: a career board that was closed. Where
 * all of them are gone, it is the address that has changed.
 *
 * @param outcomes by address
 */
export function sourceFetch(downloads: readonly Download[], outcomes: ReadonlyMap<string, Outcome>): SourceFetch {
  const failed = downloads.flatMap((download) => {
    const failure = outcomes.get(download.address)?.failure ?? null;
    return failure === null ? [] : [{ download, failure }];
  });
  const gone = failed.filter(
    ({ download, failure }) => download.comesAndGoes === true && failure.code === 'FETCH_GONE',
  );
  const grave = gone.length === downloads.length ? failed[0] : failed.find((entry) => !gone.includes(entry));
  if (grave !== undefined) return { failure: grave.failure, withdrawn: [] };
  return { failure: null, withdrawn: gone.map(({ download }) => download.path) };
}
