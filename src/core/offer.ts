/** Where one offer sits in a distribution of pay. */
export interface OfferPosition {
  /** Percentile of the offer, 0-100, and its 5-95% range over the draws. */
  readonly percentile: number;
  readonly low: number;
  readonly high: number;
  /** Probability that the offer is below the target percentile. */
  readonly belowProbability: number;
  readonly belowMarket: boolean;
  /** Offer over the median, with its 5-95% range. */
  readonly compaRatio: { readonly value: number; readonly low: number; readonly high: number };
}
