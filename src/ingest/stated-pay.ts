/** Stated amounts: units, yearly equivalents and the limits beyond which a figure is taken for a slip. */

export type PayUnit = 'year' | 'month' | 'week' | 'day' | 'hour';

/** Units of work in a full-time year: 52 weeks of five days of eight hours. */
export const UNITS_PER_YEAR: Readonly<Record<PayUnit, number>> = { year: 1, month: 12, week: 52, day: 260, hour: 2080 };

export interface StatedRange {
  readonly unit: PayUnit;
  /** In currency units per `unit`. */
  readonly low: number;
  readonly high: number;
}

export interface PayColumns {
  readonly unit: PayUnit;
  readonly lowMinor: number;
  readonly highMinor: number;
  readonly annualLow: number;
  readonly annualHigh: number;
}

/**
 * The pay columns of a stated range: hundredths as stated, whole units a year.
 *
 * @example payColumns({ unit: 'hour', low: 50, high: 60 }).annualLow // 104000
 */
export function payColumns({ unit, low, high }: StatedRange): PayColumns {
  const perYear = UNITS_PER_YEAR[unit];
  return {
    unit,
    lowMinor: Math.round(low * 100),
    highMinor: Math.round(high * 100),
    annualLow: Math.round(low * perYear),
    annualHigh: Math.round(high * perYear),
  };
}

/**
 * Hard limits on a full-time year's base pay, in US dollars. In the United States the lower one is the federal
 * minimum wage (7.25 an hour) over 2,080 hours; elsewhere it only catches wrong units. The upper one is far
 * above any base pay seen for employees outside boards.
 */
export const PLAUSIBLE_ANNUAL_USD = { lowUnitedStates: 15_080, lowElsewhere: 2_000, high: 2_000_000 } as const;

/** Widest ratio of the upper to the lower end that is still one band. */
export const WIDEST_BAND = 5;

export interface UsdRange {
  readonly country: string;
  readonly annualLowUsd: number;
  readonly annualHighUsd: number;
}

/** Why a range cannot be a full-time year's pay, or null when it can. */
export function implausible({ country, annualLowUsd, annualHighUsd }: UsdRange): string | null {
  const lowest = country === 'US' ? PLAUSIBLE_ANNUAL_USD.lowUnitedStates : PLAUSIBLE_ANNUAL_USD.lowElsewhere;
  if (annualLowUsd < lowest) return 'implausibly low for a full-time year';
  if (annualHighUsd > PLAUSIBLE_ANNUAL_USD.high) return 'implausibly high for a full-time year';
  if (annualHighUsd > WIDEST_BAND * annualLowUsd) return `upper end more than ${WIDEST_BAND} times the lower`;
  return null;
}

/**
 * Countries whose own dollar is written `$` and lies within a factor of two of the US dollar: there a plain `$`
 * read as US dollars cannot be told from the local currency by its size.
 */
const OTHER_DOLLAR_COUNTRIES: ReadonlySet<string> = new Set(['CA', 'AU', 'NZ', 'SG']);

/** True when `USD` is stated in a country where it may well be the country's own dollar. */
export function dollarDoubtful(country: string, currency: string): boolean {
  return currency === 'USD' && OTHER_DOLLAR_COUNTRIES.has(country);
}
