/** Canada's provinces among the publisher's regions. */

/** Provinces and territories that are one region of their own: they have no code of two digits. */
const UNDIVIDED: ReadonlySet<string> = new Set(['CA-1110', 'CA-6010', 'CA-6110', 'CA-6210']);

/**
 * The province of a region; null for provinces, territories and the country.
 *
 * @example provinceOf('CA-3530') // 'CA-35'
 */
export function provinceOf(place: string): string | null {
  return /^CA-\d{4}$/.test(place) && !UNDIVIDED.has(place) ? place.slice(0, 5) : null;
}
