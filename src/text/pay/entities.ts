/** HTML character references as they stand in pay strings, also escaped twice or three times. */

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', '\u2009'],
  ['hairsp', ' '],
  ['numsp', ' '],
  ['puncsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['minus', '−'],
  ['hyphen', '-'],
  ['dash', '-'],
  ['horbar', '―'],
  ['shy', '\u00ad'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['dollar', '$'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['cent', '¢'],
  ['comma', ','],
  ['period', '.'],
  ['colon', ':'],
  ['sol', '/'],
  ['plus', '+'],
  ['percnt', '%'],
  ['lpar', '('],
  ['rpar', ')'],
  ['num', '#'],
  ['bull', '•'],
  ['middot', '·'],
  ['hellip', '…'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['times', '×'],
  ['le', '≤'],
  ['ge', '≥'],
  ['newline', '\n'],
  ['tab', '\t'],
  ['auml', 'ä'],
  ['ouml', 'ö'],
  ['uuml', 'ü'],
  ['eacute', 'é'],
  ['egrave', 'è'],
  ['agrave', 'à'],
  ['aring', 'å'],
  ['oslash', 'ø'],
  ['ntilde', 'ñ'],
  ['lstrok', 'ł'],
]);

const LONGEST_NAME = 8;
const SEMICOLON = 59;

/** A character reference read at some offset. */
export interface DecodedReference {
  readonly character: string;
  /** Original units it takes, all its layers of escaping included. */
  readonly width: number;
}

/**
 * Reads the character reference at an `&`. `&amp;ndash;` is a dash written twice over: the `&` that a reference gives
 * is read again together with what follows it. The work is linear: every unit read is also taken.
 *
 * @returns null where no reference begins
 */
export function decodeReference(text: string, at: number): DecodedReference | null {
  let found: DecodedReference | null = null;
  let end = at;
  for (;;) {
    const close = closingSemicolon(text, found === null ? at + 1 : end);
    const character: string | null = close < 0 ? null : named(text.slice(found === null ? at + 1 : end, close));
    if (character === null) return found;
    end = close + 1;
    found = { character, width: end - at };
    if (character !== '&') return found;
  }
}

function closingSemicolon(text: string, from: number): number {
  const last = Math.min(text.length - 1, from + LONGEST_NAME);
  for (let i = from + 1; i <= last; i += 1) if (text.charCodeAt(i) === SEMICOLON) return i;
  return -1;
}

function named(name: string): string | null {
  if (name.charCodeAt(0) !== 35) return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? null;
  const code = /^#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})$/.test(name)
    ? Number(name[1] === 'x' || name[1] === 'X' ? `0x${name.slice(2)}` : name.slice(1))
    : Number.NaN;
  if (Number.isNaN(code) || code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return code === 0x96 ? '–' : code === 0x97 ? '—' : code === 0x80 ? '€' : String.fromCodePoint(code);
}
