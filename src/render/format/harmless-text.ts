/** Texts of a report made safe to print on a terminal. */

const NOT_A_CHARACTER = '\uFFFD';

/**
 * A text in which nothing steers the screen: breaks and tabs become spaces, control characters become
 * U+FFFD, and what is invisible or turns the direction of writing is dropped. At most four combining
 * marks stay on a letter.
 *
 * @example harmlessText('a\u001b[31m\nb') // 'a\uFFFD[31m b'
 */
export function harmlessText(text: string): string {
  return text
    .replace(/\p{Cf}|\p{Variation_Selector}|\u115F|\u1160|\u3164|\uFFA0/gu, '')
    .replace(/[\s\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Co}\p{Cs}]/gu, NOT_A_CHARACTER)
    .replace(/(\p{M}{4})\p{M}+/gu, '$1');
}

/** The same value with every text in it replaced; keys and other values stay. */
export function mapTexts<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return replace(value) as T;
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, replace)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, replace)])) as T;
}
