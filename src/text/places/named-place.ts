import type { PlaceKind } from '../../core/place.js';

/** A place that a posting's location names. */
export interface NamedPlace {
  /** Id of the smallest market place that it is or lies in; null for an area of several countries or an unsure name. */
  readonly place: string | null;
  /** Kind of that place; `wide` for an area of several countries (`EMEA`), null when unsure. */
  readonly kind: PlaceKind | 'wide' | null;
  /** Whether the name is of a town or region inside the place. */
  readonly within: boolean;
  /** ISO code; null when unsure or of several countries. */
  readonly country: string | null;
  /** State id when the place lies in one US state that is known. */
  readonly state: string | null;
  /** UTF-16 offsets in the original text, the end exclusive. */
  readonly span: readonly [number, number];
}
