/** The market a command answers from. */
import { type Market, openMarket } from '../app/market.js';

/** The directory named by GOINGRATE_MARKET (one that `market build --out` wrote); undefined for the shipped market. */
export function chosenMarket(): string | undefined {
  const chosen = process.env.GOINGRATE_MARKET ?? '';
  return chosen === '' ? undefined : chosen;
}

export function openChosenMarket(): Promise<Market> {
  return openMarket(chosenMarket());
}
