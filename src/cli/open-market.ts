/** The market a command answers from. */
import { locateHome } from '../app/home.js';
import { type Market, openMarket } from '../app/market.js';
import { marketDirectoryInUse } from '../app/market-in-use.js';

/**
 * The public market: the one GOINGRATE_MARKET names (one that `market build --out` wrote), else the one updated on
 * this machine, else the shipped one. Says on standard error why an updated one cannot be used.
 */
export async function chosenMarket(): Promise<string> {
  const { directory, note } = await marketDirectoryInUse(locateHome());
  if (note !== null) process.stderr.write(`goingrate: ${note}\n`);
  return directory;
}

/** The public market alone: for pages that others see. Own data never leave the machine through them. */
export async function openPublicMarket(): Promise<Market> {
  return openMarket(await chosenMarket());
}

/** The public market with the user's own data beside it: for answers that only the user sees. */
export async function openMarketWithOwnData(): Promise<Market> {
  return openMarket(await chosenMarket(), { own: locateHome().own });
}
