/** Hostile text made plain: bounded in length, entities decoded, accents folded, lower case. */

const NAMED_ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['ndash', '-'],
  ['mdash', '-'],
  ['bull', '|'],
  ['middot', '|'],
  ['rsquo', "'"],
  ['lsquo', "'"],
  ['eacute', 'e'],
  ['uuml', 'u'],
  ['ouml', 'o'],
  ['auml', 'a'],
]);

const LETTERS_WITHOUT_DECOMPOSITION: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['ı', 'i'],
  ['þ', 'th'],
]);

/**
 * HTML entities replaced by their characters, twice, because job boards escape what is already escaped.
 *
 * @example decodeEntities('R&amp;amp;D &#39;lead&#x27;') // "R&D 'lead'"
 */
export function decodeEntities(text: string): string {
  const once = (input: string): string =>
    input.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return NAMED_ENTITIES.get(name.toLowerCase()) ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
    });
  return text.includes('&') ? once(once(text)) : text;
}

/**
 * The first `limit` UTF-16 units of a text, decoded, compatibility-folded (`ﬁ` to `fi`, full-width to ASCII),
 * without accents and in lower case. Work is linear in `limit`, whatever the input's length.
 *
 * @param limit the most UTF-16 units read and returned, integer >= 1
 * @example plainText('Développeur Sénior', 300) // 'developpeur senior'
 */
export function plainText(raw: string, limit: number): string {
  const decoded = decodeEntities(raw.slice(0, limit));
  const folded = decoded
    .normalize('NFKD')
    .slice(0, limit)
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđłıþ]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION.get(letter) ?? letter);
  return folded.slice(0, limit);
}
