/** An open market: the store with what every question needs from it. */
import { type Cohorts, newCohorts } from '../analysis/cohort.js';
import type { Shared } from '../analysis/country-analyses.js';
import { loadParameters, type Parameters } from '../analysis/parameters.js';
import { UsageError } from '../core/errors.js';
import { hasOwnSource } from '../core/own-data.js';
import type { PayModel } from '../core/pay-model.js';
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
  type TitleStanding,
  titleStanding,
} from '../text/titles/index.js';
import { TEXT_VERSION } from '../text/version.js';
import { ownEmployerIds } from './own-employers.js';
import { SHIPPED_MARKET } from './paths.js';
import { openPayModel } from './pay-model.js';
import { openTitleModel } from './title-model.js';

/** A large family holds some megabytes of observations. */
const COHORTS_KEPT = 24;

export interface Market {
  /** Where it was opened. */
  readonly directory: string;
  readonly store: Store;
  readonly parameters: Parameters;
  readonly catalogue: RoleCatalogue;
  /**
   * What a job title means.
   *
   * @throws {MarketError} when the market's title model is missing, damaged or of another version
   */
  readonly classifyTitle: (title: string) => Promise<TitleClassification>;
  /** How much the title itself is known; throws as `classifyTitle`. */
  readonly standingOf: (title: string) => Promise<TitleStanding>;
  /**
   * The fitted pay model; null where the market has none.
   *
   * @throws {MarketError} when it is damaged or of another version
   */
  readonly payModel: () => Promise<PayModel | null>;
  readonly places: readonly PlaceRow[];
  /** Observations of the latest questions, for the next ones about the same work. */
  readonly cohorts: Cohorts;
  /** What earlier questions have in common with the next ones; kept only where many are asked in a row. */
  readonly shared?: Shared | undefined;
  /** Newest data date, `YYYY-MM-DD`; own data count where they are open. */
  readonly asOf: string;
  /** Whether a user's own data are read beside the public market, and there are any. */
  readonly hasOwnData: boolean;
  close(): Promise<void>;
}

/**
 * Refuses a market with own data wherever its answers are meant for others.
 *
 * @throws {UsageError} PRIVATE_DATA
 */
export function requirePublic({ hasOwnData }: Market): void {
  if (!hasOwnData) return;
  throw new UsageError(
    'PRIVATE_DATA',
    'The open market holds private data, and these pages are for others.',
    'Open the public market alone: without { own }.',
  );
}

export interface MarketOptions {
  /**
   * Folder of a user's own data, to be read beside the public market: `locateHome().own`. Left out wherever the
   * answers are published: no site and no server reads it.
   */
  readonly own?: string | undefined;
}

/**
 * Opens the shipped market, or another directory.
 *
 * @throws {MarketError} when it, or the own data asked for, is missing, damaged or of another version
 * @example const market = await openMarket(undefined, { own: locateHome().own });
 */
export async function openMarket(directory: string = SHIPPED_MARKET, { own }: MarketOptions = {}): Promise<Market> {
  // Read while the store starts; whoever asks for the first title hears of a failure.
  const model = openTitleModel(directory);
  model.catch(() => {});
  const payModel = openPayModel(directory);
  payModel.catch(() => {});
  const store = await openStore(directory, {
    textVersion: TEXT_VERSION,
    own: own === undefined ? undefined : { directory: own, employerIds: ownEmployerIds },
  });
  try {
    const [parameters, phrases, places] = await Promise.all([
      loadParameters(store),
      store.read(select('roles', ['role', 'name', 'family', 'familyName', 'match', 'phrase'])),
      store.read(select('places', ['place', 'name', 'kind', 'country', 'states', 'currency', 'key'])),
    ]);
    const catalogue = buildCatalogue(phrases as readonly RolePhrase[]);
    return {
      directory,
      store,
      parameters,
      catalogue,
      classifyTitle: async (title) => {
        return classifyTitle(title, { catalogue, model: await model });
      },
      standingOf: async (title) => titleStanding(title, { catalogue, model: await model }),
      payModel: () => payModel,
      places: places as readonly PlaceRow[],
      cohorts: newCohorts(COHORTS_KEPT),
      asOf: store.manifest.asOf,
      hasOwnData: hasOwnSource(store.manifest.sources),
      close: () => store.close(),
    };
  } catch (failure) {
    await store.close();
    throw failure;
  }
}
