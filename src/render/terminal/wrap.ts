/** Breaking of texts into lines and filling of columns. */
import { characterWidth, textWidth } from './text-width.js';

/** A number of observations, which stays on one line with its `n`. */
const COUNT = /\bn (?=\d)/g;
const HELD_SPACE = '\u00A0';

/** Pieces of a word, each at most `width` cells; combining marks stay with their letter. */
function breakWord(word: string, width: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const character of word) {
    const cells = characterWidth(character);
    if (used + cells > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += character;
    used += cells;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

/** Joins pieces with a separator, beginning a new line where one does not fit. */
function fill(pieces: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    if (line === '') line = piece;
    else if (textWidth(line) + textWidth(separator) + textWidth(piece) <= width) line += separator + piece;
    else {
      lines.push(line);
      line = piece;
    }
  }
  return line === '' ? lines : [...lines, line];
}

/**
 * A text in lines of at most `width` cells, broken at spaces; only words wider than a line are broken.
 *
 * @param width cells, at least 2
 */
export function wrap(text: string, width: number): string[] {
  const words = text
    .replace(COUNT, `n${HELD_SPACE}`)
    .split(' ')
    .filter((word) => word !== '');
  return fill(
    words.flatMap((word) => (textWidth(word) > width ? breakWord(word, width) : [word])),
    ' ',
    width,
  ).map((line) => line.replaceAll(HELD_SPACE, ' '));
}

/** Items joined by a separator, broken between items and within items wider than a line. */
export function wrapItems(items: readonly string[], separator: string, width: number): string[] {
  return fill(
    items.flatMap((item) => wrap(item, width)),
    separator,
    width,
  );
}

/** A text filled with spaces on the right up to `width` cells; a wider one is returned as it is. */
export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}

/** A text filled with spaces on the left up to `width` cells. */
export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - textWidth(text))) + text;
}

/** A text cut to `width` cells, the cut shown by `mark`. */
export function clip(text: string, width: number, mark: string): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(mark);
  return room < 1 ? (breakWord(text, width)[0] ?? '') : `${breakWord(text, room)[0] ?? ''}${mark}`;
}
