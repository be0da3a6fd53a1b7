/** The market a command answers from. */
import { type Market, openMarket } from '../app/market.js';

/** The shipped market, or the directory named by GOINGRATE_MARKET (one that `market build --out` wrote). */
export function openChosenMarket(): Promise<Market> {
  const chosen = process.env.GOINGRATE_MARKET ?? '';
  return chosen === '' ? openMarket() : openMarket(chosen);
}
