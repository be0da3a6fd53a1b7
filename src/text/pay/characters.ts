import { CURRENCY_SIGNS } from './currencies.js';

/** Sorts of characters by which the scanner decides what to read. */
export const SORT = { other: 0, letter: 1, digit: 2, sign: 3 } as const;

const SIGNS = '-~/+%()[]:=,;&\n\r|!?*<>.$';
const SORTS = asciiSorts();

function asciiSorts(): Uint8Array {
  const sorts = new Uint8Array(128).fill(SORT.other);
  for (let code = 0; code < 128; code += 1) {
    const lower = code | 32;
    if (lower >= 97 && lower <= 122) sorts[code] = SORT.letter;
    else if (code >= 48 && code <= 57) sorts[code] = SORT.digit;
  }
  for (const sign of SIGNS) sorts[sign.charCodeAt(0)] = SORT.sign;
  return sorts;
}

/** Sort of a folded UTF-16 unit; what is not ASCII after folding is a letter or the sign of a currency. */
export function sortOf(code: number): number {
  return code < 128 ? (SORTS[code] as number) : SORT.letter;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether a unit is a letter of any script. */
export function isLetter(code: number): boolean {
  return code < 128 ? SORTS[code] === SORT.letter : code >= 128 && !CURRENCY_SIGNS.has(code);
}

export function isCapital(code: number): boolean {
  return code >= 65 && code <= 90;
}

/** Whether a unit is the sign of a currency. */
export function isMoney(code: number): boolean {
  return CURRENCY_SIGNS.has(code);
}

/** Kana, ideographs and Hangul, which are written without spaces. */
export function isWithoutSpaces(code: number): boolean {
  return (code >= 0x3040 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7af);
}
