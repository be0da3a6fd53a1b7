/** Takes an import out of the own market. */
import { UsageError } from '../../../core/errors.js';
import { withOwnMarketLock } from './own-market-lock.js';
import { openOwnMarket } from './own-market-writer.js';

export interface RemoveOptions {
  /** Longest time to wait for another writer, milliseconds; two minutes unless said. */
  readonly wait?: number;
  readonly say?: (message: string) => void;
}

const WAIT_MS = 120_000;

/**
 * Takes an import out: first out of the manifest, then its files. A reader that opened the market before may find them
 * gone.
 *
 * @throws {UsageError} UNKNOWN_IMPORT | OWN_MARKET_BUSY
 * @throws {MarketError} OWN_MARKET_DAMAGED | OWN_MARKET_VERSION
 */
export async function removeImport(own: string, id: string, options: RemoveOptions = {}): Promise<void> {
  const { wait = WAIT_MS, say = () => {} } = options;
  await withOwnMarketLock(own, { wait, say }, async (lock) => {
    const market = await openOwnMarket(own, { lock, textVersion: null });
    if (await market.remove(id)) return;
    throw new UsageError('UNKNOWN_IMPORT', `There is no import '${id}' to remove.`, 'goingrate sources lists them.');
  });
}
