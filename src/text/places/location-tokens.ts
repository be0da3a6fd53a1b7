import type { Meter } from '../meter.js';
import { decodeEntities, plainText } from '../plain.js';

/** How a word is set off from the one before it, from the closest to the widest. */
export type Gap = 'none' | 'space' | 'dash' | 'bracket' | 'comma' | 'alternative';

/** A word of a location. */
export interface LocationToken {
  /** Lower case, without accents, apostrophes and the full stops of abbreviations. */
  readonly text: string;
  /** Whether every letter of the original is a capital. */
  readonly capitals: boolean;
  readonly gap: Gap;
  /** First UTF-16 unit in the original text, and the unit after the last. */
  readonly from: number;
  readonly to: number;
}

const WIDTH: Readonly<Record<Gap, number>> = { none: 0, space: 1, dash: 2, bracket: 3, comma: 4, alternative: 5 };

/** The wider of two gaps. */
export function widerGap(a: Gap, b: Gap): Gap {
  return WIDTH[b] > WIDTH[a] ? b : a;
}

const JOINED = /['’`´ʻ]/;
const WORD = /[\p{L}\p{N}]/u;
const LETTER = /\p{L}/u;
const ENTITY = /&(?:amp;){0,3}(?:#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]{2,8});/iy;

/**
 * The words of a location with their places in the original text. HTML entities count as the character they stand
 * for. One pass over the text.
 *
 * @param raw   as the source has it
 * @param limit the most UTF-16 units read
 * @example locationTokens('Zürich, D.C.', 100).map(({ text }) => text) // ['zurich', 'dc']
 */
export function locationTokens(raw: string, limit: number, meter?: Meter): LocationToken[] {
  const text = raw.slice(0, limit);
  const tokens: LocationToken[] = [];
  let word = '';
  let capitals = true;
  let from = 0;
  let to = 0;
  let gap: Gap = 'none';
  const widen = (next: Gap): void => {
    if (word !== '') tokens.push({ text: word, capitals, gap, from, to });
    if (word !== '') gap = 'none';
    word = '';
    gap = widerGap(gap, next);
  };
  for (let at = 0; at < text.length; ) {
    const { character, size } = characterAt(text, at);
    if (meter !== undefined) meter.steps += size;
    const folded = character < '\u0080' ? character.toLowerCase() : plainText(character, 20);
    if (character === '&') {
      widen('space');
      tokens.push({ text: 'and', capitals: false, gap, from: at, to: at + size });
      gap = 'none';
      widen('space');
    } else if (WORD.test(folded)) {
      if (word === '') from = at;
      if (word === '') capitals = true;
      word += folded.replace(/[^\p{L}\p{N}]+/gu, '');
      capitals &&= !LETTER.test(character) || character !== character.toLowerCase();
      to = at + size;
    } else if (folded !== '' && !continues(text, at, character, word)) {
      widen(gapOf(character));
    }
    at += size;
  }
  widen('none');
  return tokens;
}

/** The character at a position; an entity counts as what it stands for. */
function characterAt(text: string, at: number): { character: string; size: number } {
  const code = text.codePointAt(at) as number;
  if (code !== 38) return { character: String.fromCodePoint(code), size: code > 0xffff ? 2 : 1 };
  ENTITY.lastIndex = at;
  const entity = ENTITY.exec(text)?.[0];
  const decoded = entity === undefined ? '&' : decodeEntities(decodeEntities(entity));
  const size = entity === undefined || decoded === entity ? 1 : entity.length;
  return { character: size === 1 ? '&' : String.fromCodePoint(decoded.codePointAt(0) ?? 32), size };
}

/** Whether an apostrophe, or the full stop of an abbreviation of single letters, stands inside a word. */
function continues(text: string, at: number, character: string, word: string): boolean {
  if (JOINED.test(character)) return word !== '';
  if (character !== '.') return false;
  const next = text[at + 1] ?? '';
  const alone = !LETTER.test(text[at - 2] ?? '') && LETTER.test(text[at - 1] ?? '');
  return alone && LETTER.test(next) && !LETTER.test(text[at + 2] ?? '');
}

function gapOf(character: string): Gap {
  if (/[\s.'"“”*#_]/.test(character)) return /[\n\r]/.test(character) ? 'alternative' : 'space';
  if (/[-‐-―−~]/.test(character)) return 'dash';
  if (/[()[\]{}:]/.test(character)) return 'bracket';
  if (/[,،、，]/.test(character)) return 'comma';
  if (/[;|/\\•·‧∙●+<>؛；]/.test(character)) return 'alternative';
  return 'space';
}
