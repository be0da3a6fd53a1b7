/** Ids of employers in own data. */
import { createHash } from 'node:crypto';

/** Ids of the shipped market are small; these begin beyond everything it could count. */
const FIRST_ID = 2 ** 52;
const HEX_DIGITS_OF_52_BITS = 13;

/**
 * The id of an employer in own data: the first 52 bits of the SHA-256 of its key, above all ids of the shipped
 * market. Imports need not know each other to give one employer one id.
 *
 * @param key see `Readers.employerKey`
 * @returns a safe integer, at least 2^52
 */
export function ownEmployerId(key: string): number {
  const digest = createHash('sha256').update(key, 'utf8').digest('hex');
  return FIRST_ID + Number.parseInt(digest.slice(0, HEX_DIGITS_OF_52_BITS), 16);
}
