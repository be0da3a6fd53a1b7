/** One character of any script as the scanner reads it: ASCII digits, plain dashes and spaces, letters without accents. */

const CHOSEN: ReadonlyMap<string, string> = new Map([
  ...pairs('’‘ʼ′´ˈ＇`', "'"),
  ...pairs('−⁃‐‑‒–—―﹘﹣－➖', '-'),
  // Dashes of Windows-1252 that were taken for Latin-1.
  ...pairs('\u0096\u0097', '-'),
  ...pairs('～∼˜', '~'),
  ...pairs('•‣●▪◦·‧∙■□◆▶►', '|'),
  ...pairs('×✕✖⨯', '*'),
  ...pairs('≥⩾', '>'),
  ...pairs('≤⩽', '<'),
  ...pairs('⁄∕', '/'),
  ...pairs('、，٬', ','),
  ...pairs('。｡', '\n'),
  ...pairs('٫．', '.'),
  ...pairs('\u0085\u2028\u2029', '\n'),
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['Ø', 'O'],
  ['đ', 'd'],
  ['ł', 'l'],
  ['Ł', 'L'],
  ['ı', 'i'],
  ['￥', '¥'],
]);

function pairs(characters: string, folded: string): [string, string][] {
  return [...characters].map((character) => [character, folded]);
}

const DIGIT = /^\p{Nd}$/u;
const IGNORED = /^[\p{M}\p{Cf}]$/u;
const SPACE = /^\p{Zs}$/u;
const DASH = /^\p{Pd}$/u;
const CURRENCY = /^\p{Sc}$/u;
const LETTER = /^\p{L}$/u;
const LATIN = /^\p{Script=Latin}$/u;
const MARKS = /\p{M}/gu;

/** What parts words and no thousands: tags (`Level 3<b>120 000</b>`), and characters that say nothing (`202²`). */
export const GAP = '\u0001';

const LONGEST_FOLD = 4;
/** Far more than the characters of any posting. */
const MOST_REMEMBERED = 20_000;
const known = new Map<number, string>();

/**
 * The characters a code point is read as: '' when it is not seen (marks, zero-width and direction characters), a
 * space or a gap when it parts words.
 *
 * @example foldCharacter(0x2013) // '-'
 */
export function foldCharacter(code: number): string {
  const remembered = known.get(code);
  if (remembered !== undefined) return remembered;
  const folded = fold(String.fromCodePoint(code), code);
  if (known.size < MOST_REMEMBERED) known.set(code, folded);
  return folded;
}

function fold(character: string, code: number): string {
  const chosen = CHOSEN.get(character);
  if (chosen !== undefined) return chosen;
  if (DIGIT.test(character)) return String(digitOf(code));
  if (IGNORED.test(character)) return '';
  if (SPACE.test(character)) return ' ';
  if (DASH.test(character)) return '-';
  if (CURRENCY.test(character)) return bounded(character.normalize('NFKC'));
  if (!LETTER.test(character)) {
    const plain = character.normalize('NFKC');
    return /^[!-/:-@[-`{-~]$/.test(plain) ? plain : GAP;
  }
  return bounded(LATIN.test(character) ? character.normalize('NFKD').replace(MARKS, '') : character.normalize('NFKC'));
}

function bounded(folded: string): string {
  return folded.length <= LONGEST_FOLD && !/[0-9]/.test(folded) ? folded : GAP;
}

/** Decimal digits stand in runs of ten, zero first; the styled mathematical digits in one run of five times ten. */
function digitOf(code: number): number {
  let before = 0;
  while (before < 50 && DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return before % 10;
}
