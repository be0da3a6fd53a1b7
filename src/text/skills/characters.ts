/** What each UTF-16 unit is to the scanner. */
import { GAP } from './gaps.js';

/** The lower-case unit of ASCII letters and digits; 0 for all else. */
export const LOWER = new Uint8Array(128);
for (let code = 48; code <= 57; code += 1) LOWER[code] = code;
for (let code = 97; code <= 122; code += 1) LOWER[code] = LOWER[code & ~32] = code;

/** Letters outside ASCII that belong to a word; Chinese, Japanese and Korean write names without spaces around. */
export function isWideLetter(code: number): boolean {
  if (code < 0xc0 || code === 0xd7 || code === 0xf7) return code === 0xaa || code === 0xb5 || code === 0xba;
  return code < 0x2000 || (code >= 0x2c00 && code < 0x2e00) || (code >= 0xa640 && code < 0xac00);
}

const ASCII_GAPS = new Int32Array(128).fill(GAP.other);
for (const [characters, bit] of [
  [' \t*', GAP.space],
  ['\n\r\u000b', GAP.line],
  ['-', GAP.hyphen],
  ['/', GAP.slash],
  ["'", GAP.apostrophe],
  ['&', GAP.ampersand],
  [',;|', GAP.comma],
  ['([', GAP.open],
  [')]', GAP.close],
  ['!?', GAP.stop],
  [':', GAP.colon],
  ['+#', GAP.plus],
  ['@', GAP.at],
] as const) {
  for (const character of characters) ASCII_GAPS[character.charCodeAt(0)] = bit;
}

const INNER_BULLETS: ReadonlySet<number> = new Set([0x2022, 0xb7, 0x25cf, 0x25aa, 0xff0c, 0x3001]);

/** The bit of a unit that is no part of a word. */
export function gapBit(code: number): number {
  if (code < 128) return ASCII_GAPS[code]!;
  if (Number.isNaN(code)) return GAP.line;
  if (code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f || code === 0x3000) return GAP.space;
  if (code === 0x2010 || code === 0x2011) return GAP.hyphen;
  if (code >= 0x2012 && code <= 0x2015) return GAP.dash;
  if (code === 0x2018 || code === 0x2019) return GAP.apostrophe;
  if (code === 0x2028 || code === 0x2029) return GAP.line;
  if (INNER_BULLETS.has(code)) return GAP.comma;
  return isInvisible(code) ? 0 : GAP.other;
}

function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0xad
  );
}

/** Units that open a list item at the start of a line: - * • · – ▪ ● ◦ ‣ */
export const BULLETS: ReadonlySet<number> = new Set([45, 42, 0x2022, 0xb7, 0x2013, 0x25aa, 0x25cf, 0x25e6, 0x2023]);
