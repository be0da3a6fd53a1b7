/** A fitted distribution of pay; `cdf` and `quantile` are each other's (generalised) inverses. */
export interface PayDistribution {
  /** Share of pay at or below x, fraction in [0, 1]. */
  cdf(x: number): number;
  /**
   * Smallest x with cdf(x) >= p, for p in [0, 1]; -Infinity or Infinity where the data are censored before p is
   * reached.
   */
  quantile(p: number): number;
}
