/** One advertised range as a row of pay. */
import type { DraftRow } from './connector.js';
import type { PlaceFacts, TitleFacts } from './readers.js';
import { dollarDoubtful, implausible, payColumns, type StatedRange, UNITS_PER_YEAR } from './stated-pay.js';

export interface StatedBand extends StatedRange {
  /** ISO 4217. */
  readonly currency: string;
}

export interface PostedOffer {
  readonly title: TitleFacts;
  readonly place: PlaceFacts;
  /** Key of the employer. */
  readonly employer: string;
  readonly band: StatedBand;
  /** First day of sight, `YYYY-MM-DD`. */
  readonly seen: string;
}

/** The row of an offer first seen on one day. */
export function postedOffer({ title, place, employer, band, seen }: PostedOffer): DraftRow<'pay'> {
  return {
    basis: 'posted',
    country: place.country,
    role: title.role,
    level: title.level,
    region: place.region,
    title: title.title,
    soc: null,
    employer,
    currency: band.currency,
    ...payColumns(band),
    seenFrom: seen,
    seenTo: seen,
    repeats: 1,
  };
}

/** Turns amounts into US dollars; see `DollarRates`. */
interface Rates {
  toUsd(amount: number, currency: string): number | null;
}

/** Why a band cannot be believed as the pay of a full-time year in a country, or null when it can. */
export function doubtAbout(band: StatedBand, country: string, rates: Rates): string | null {
  if (band.low > band.high) return 'lower end above the upper';
  if (dollarDoubtful(country, band.currency)) return 'US dollars in a country with a dollar of its own';
  const perYear = UNITS_PER_YEAR[band.unit];
  const annualLowUsd = rates.toUsd(band.low * perYear, band.currency);
  const annualHighUsd = rates.toUsd(band.high * perYear, band.currency);
  if (annualLowUsd === null || annualHighUsd === null) return 'currency without a rate';
  return implausible({ country, annualLowUsd, annualHighUsd });
}
