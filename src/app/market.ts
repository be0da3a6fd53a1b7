/** An open market: the store with what every question needs from it. */
import { loadParameters, type Parameters } from '../analysis/parameters.js';
import { select } from '../query/plan.js';
import { openStore } from '../store/duckdb/store.js';
import type { Store } from '../store/port.js';
import { buildCatalogue, type PlaceRow, type RoleCatalogue, type RolePhrase, TEXT_VERSION } from '../text/index.js';
import { SHIPPED_MARKET } from './paths.js';

export interface Market {
  readonly store: Store;
  readonly parameters: Parameters;
  readonly catalogue: RoleCatalogue;
  readonly places: readonly PlaceRow[];
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
      asOf: store.manifest.asOf,
      close: () => store.close(),
    };
  } catch (failure) {
    await store.close();
    throw failure;
  }
}
