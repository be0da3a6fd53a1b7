import { plainText } from '../plain.js';

/** The most characters of a place or location that are read. */
export const PLACE_LIMIT = 200;

/**
 * The spelling under which a place is found: lower case, accents, full stops and apostrophes removed, hyphens
 * and slashes made spaces, one space after a comma.
 *
 * @param raw only its first 200 characters are read
 * @example normalisePlace('Washington,D.C.') // 'washington, dc'
 * @example normalisePlace('US-CA') // 'us ca'
 */
export function normalisePlace(raw: string): string {
  return plainText(raw, PLACE_LIMIT)
    .replace(/['’`.]/g, '')
    .replace(/&/g, ' and ')
    .split(',')
    .map((part) =>
      part
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim()
        .replace(/^saint /, 'st '),
    )
    .filter((part) => part !== '')
    .join(', ');
}
