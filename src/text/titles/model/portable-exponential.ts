const LOWEST = -87;

/** 2^-k, exact. */
const POWERS: readonly number[] = Array.from({ length: 129 }, (_, k) => 2 ** -k);

/**
 * e^x for x <= 0, by additions and multiplications alone, so that every machine gives the same bits.
 *
 * `Math.exp` may differ in its last digit between platforms, and training would carry that into the model's bytes.
 * Relative error below 1e-9; exactly 0 below -87.
 *
 * @param x at most 0
 * @example exponential(-1) // 0.36787944
 */
export function exponential(x: number): number {
  if (!(x > LOWEST)) return 0;
  const k = Math.floor(0.5 - x * Math.LOG2E);
  const r = x + k * Math.LN2;
  const series =
    1 +
    r *
      (1 + r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r * (1 / 5040 + r * (1 / 40320))))))));
  return series * POWERS[k]!;
}
