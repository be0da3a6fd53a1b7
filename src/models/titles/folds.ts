const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

export const FOLDS = 10;

/**
 * Fold of an employer, 0 to 9, the same for all its titles: an employer is never both trained on and scored.
 *
 * FNV-1a of the key's UTF-16 units, its high half folded onto the low, modulo ten.
 *
 * @example employerFold('acme') // 6
 */
export function employerFold(employer: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < employer.length; i += 1) hash = Math.imul(hash ^ employer.charCodeAt(i), FNV_PRIME);
  return ((hash ^ (hash >>> 16)) >>> 0) % FOLDS;
}
