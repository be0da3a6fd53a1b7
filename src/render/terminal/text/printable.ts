/** Texts of strangers on one line of a terminal. */
import { asciiText } from '../../format/ascii-text.js';
import { harmlessText } from '../../format/harmless-text.js';
import type { Page } from '../page.js';
import { clip } from '../wrap.js';

/** Cells of the widest line there is; more of a text is never looked at. */
const LOOKED_AT = 1000;

/** A text on one line of at most `width` cells, in which nothing steers the terminal. */
export function printable(text: string, width: number, page: Page): string {
  const harmless = harmlessText(text.slice(0, LOOKED_AT)).trim();
  return clip(page.unicode ? harmless : asciiText(harmless), width, page.glyphs.ellipsis);
}

/** The part of a text an answer rests on, in quotation marks. */
export function quotation(text: string, [from, to]: readonly [number, number], width: number, page: Page): string {
  const [open, close] = page.unicode ? ['“', '”'] : ['"', '"'];
  return `${open}${printable(text.slice(from, to), width - 2, page)}${close}`;
}
