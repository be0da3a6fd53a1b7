/** The SOC 2018 code that a cell gives. */

/**
 * Reads `15-1252`, `15-1252.00`, `151252`.
 *
 * @param isOccupation whether a code is one of the classification
 * @returns null for anything else
 */
export function readOccupation(raw: string | null, isOccupation: (soc: string) => boolean): string | null {
  const match = /^\s*(\d{2})-?(\d{4})(?:\.\d{2})?\s*$/.exec(raw ?? '');
  if (match === null) return null;
  const soc = `${match[1]}-${match[2]}`;
  return isOccupation(soc) ? soc : null;
}
