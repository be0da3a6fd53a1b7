/** An open market: the store with what every question needs from it. */
import { type Cohorts, newCohorts } from '../analysis/cohort.js';
import { loadParameters, type Parameters } from '../analysis/parameters.js';
import { select } from '../query/plan.js';
import { openStore } from '../store/duckdb/store.js';
import type { Store } from '../store/port.js';
import type { PlaceRow } from '../text/places/index.js';
import {
  buildCatalogue,
  classifyTitle,
  type RoleCatalogue,
  type RolePhrase,
  type TitleClassification,
} from '../text/titles/index.js';
import { TEXT_VERSION } from '../text/version.js';
import { SHIPPED_MARKET } from './paths.js';
import { openTitleModel } from './title-model.js';

/** A large family holds some megabytes of observations. */
const COHORTS_KEPT = 24;

export interface Market {
  readonly store: Store;
  readonly parameters: Parameters;
  readonly catalogue: RoleCatalogue;
  /**
   * What a job title means.
   *
   * @throws {MarketError} when the market's title model is missing, damaged or of another version
   */
  readonly classifyTitle: (title: string) => Promise<TitleClassification>;
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
  // Read while the store starts; whoever asks for the first title hears of a failure.
  const model = openTitleModel(directory);
  model.catch(() => {});
  const store = await openStore(directory, { textVersion: TEXT_VERSION });
  try {
    const [parameters, phrases, places] = await Promise.all([
      loadParameters(store),
      store.read(select('roles', ['role', 'name', 'family', 'familyName', 'match', 'phrase'])),
      store.read(select('places', ['place', 'name', 'kind', 'country', 'states', 'currency', 'key'])),
    ]);
    const catalogue = buildCatalogue(phrases as readonly RolePhrase[]);
    return {
      store,
      parameters,
      catalogue,
      classifyTitle: async (title) => {
        return classifyTitle(title, { catalogue, model: await model });
      },
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
