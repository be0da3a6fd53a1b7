import type { Meter } from '../meter.js';
import { decodeReference } from './entities.js';
import { foldCharacter, GAP } from './fold-character.js';
import { OffsetMap } from './offset-map.js';
import { TagReader } from './tags.js';

/** A text made plain for the scanner. */
export interface FoldedText {
  readonly text: string;
  /** Null where every unit stands at its original offset. */
  readonly offsets: OffsetMap | null;
}

const AMPERSAND = 38;
const LESS = 60;

/**
 * A text with character references decoded, tags taken out and every character folded, and the way back to the
 * original offsets. A text of plain ASCII is returned as it is.
 *
 * @returns null when there is no digit in it, and so no amount
 */
export function foldText(input: string, meter: Meter): FoldedText | null {
  let plain = true;
  let digit = false;
  for (let i = 0; i < input.length; i += 1) {
    const code = input.charCodeAt(i);
    if (code >= 48 && code <= 57) digit = true;
    else if (code >= 128 || code === AMPERSAND || code === LESS) plain = false;
  }
  meter.steps += input.length;
  if (plain) return digit ? { text: input, offsets: null } : null;
  const folded = foldUnits(input, meter);
  return digit || hasDigit(folded.text) ? folded : null;
}

function hasDigit(text: string): boolean {
  return /[0-9]/.test(text);
}

/** Units written before they become a piece of the folded text. */
const PIECE = 8192;
const piece = new Uint16Array(PIECE + 8);

function foldUnits(input: string, meter: Meter): FoldedText {
  const offsets = new OffsetMap();
  const tags = new TagReader(input);
  const pieces: string[] = [];
  let filled = 0;
  let length = 0;
  const flush = (): void => {
    pieces.push(String.fromCharCode.apply(null, piece.subarray(0, filled) as unknown as number[]));
    length += filled;
    filled = 0;
  };
  let i = 0;
  while (i < input.length) {
    if (filled >= PIECE) flush();
    meter.steps += 1;
    const code = input.charCodeAt(i);
    if (code < 128 && code !== AMPERSAND && code !== LESS) {
      piece[filled] = code;
      filled += 1;
      i += 1;
      continue;
    }
    const { folded, width } = foldAt(input, i, code, tags);
    for (let unit = 0; unit < folded.length; unit += 1) {
      offsets.add(length + filled, i, width);
      piece[filled] = folded.charCodeAt(unit);
      filled += 1;
    }
    i += width;
    offsets.add(length + filled, i, 1);
  }
  flush();
  return { text: pieces.length === 1 ? (pieces[0] as string) : pieces.join(''), offsets };
}

/** What stands at an offset, a character, a reference or a tag, as the scanner reads it, and its original length. */
function foldAt(input: string, at: number, code: number, tags: TagReader): { folded: string; width: number } {
  if (code >= 128) {
    const point = input.codePointAt(at) as number;
    return { folded: foldCharacter(point), width: point > 0xffff ? 2 : 1 };
  }
  const reference = code === AMPERSAND ? decodeReference(input, at) : { character: '<', width: 1 };
  if (reference === null) return { folded: '&', width: 1 };
  const tag = reference.character === '<' ? tags.read(at, reference.width) : null;
  if (tag !== null) return { folded: tag.block ? '\n' : GAP, width: tag.end - at };
  const point = reference.character.codePointAt(0) as number;
  return { folded: point < 128 ? reference.character : foldCharacter(point), width: reference.width };
}
