/** Features as 32-bit numbers. */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** FNV-1a of the name's UTF-16 units, its bits mixed once more (the last step of MurmurHash3). */
export function featureHash(name: string): number {
  let hash = OFFSET;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Position of a hash among ascending ones, or -1. */
export function positionOf(hashes: Uint32Array, hash: number): number {
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = hashes[middle]!;
    if (found === hash) return middle;
    if (found < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
