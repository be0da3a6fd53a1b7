/** Places a question can be asked about. */

export type PlaceKind = 'country' | 'state' | 'metro';

export interface Place {
  /** `US`, `US-CA`, or for a metropolitan area `US-` + CBSA code (`US-35620`). */
  readonly id: string;
  readonly name: string;
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2 code. */
  readonly country: string;
  /** State ids a metropolitan area lies in, principal state first; empty for a country, itself for a state. */
  readonly states: readonly string[];
  /** ISO 4217 code of the currency pay is quoted in there. */
  readonly currency: string;
}
