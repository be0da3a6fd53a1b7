/** An open market: the store with what every question needs from it. */
import { type Cohorts, newCohorts } from '../analysis/cohort.js';
import { loadParameters, type Parameters } from '../analysis/parameters.js';
import { select } from '../query/plan.js';
import { openStore } from '../store/duckdb/store.js';
import type { Store } from '../store/port.js';
import { buildCatalogue, type PlaceRow, type RoleCatalogue, type RolePhrase, TEXT_VERSION } from '../text/index.js';
import { SHIPPED_MARKET } from './paths.js';

/** A large family holds some megabytes of observations. */
const COHORTS_KEPT = 24;

export interface Market {
  readonly store: Store;
  readonly parameters: Parameters;
  readonly catalogue: RoleCatalogue;
  readonly places: readonly PlaceRow[];
  /** Observations of the latest questions, for the next ones about the same work. */
  readonly cohorts: Cohorts;
  /** Newest data date, `YYYY-MM-DD`. */
  readonly asOf: string;
  close(): Promise<void>;
}

/**
 * Opens the shipped market, or another directory.
 *
 * @throws {MarketError} when it is missing, damaged or of another version
 */
export async function openMarket(directory: string = SHIPPED_MARKET): Promise<Market> {
  const store = await openStore(directory, { textVersion: TEXT_VERSION });
  try {
    const [parameters, phrases, places] = await Promise.all([
      loadParameters(store),
      store.read(select('roles', ['role', 'name', 'family', 'familyName', 'match', 'phrase'])),
      store.read(select('places', ['place', 'name', 'kind', 'country', 'states', 'currency', 'key'])),
    ]);
    return {
      store,
      parameters,
      catalogue: buildCatalogue(phrases as readonly RolePhrase[]),
      places: places as readonly PlaceRow[],
      cohorts: newCohorts(COHORTS_KEPT),
      asOf: store.manifest.asOf,
      close: () => store.close(),
    };
  } catch (failure) {
    await store.close();
    throw failure;
  }
}
