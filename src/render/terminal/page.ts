/** What every part of the terminal report knows about the page. */
import { ASCII_GLYPHS, type Glyphs, UNICODE_GLYPHS } from './glyphs.js';

export interface TerminalOptions {
  /** Width of the terminal in cells; fewer than what is drawn needs (40 for a report, else 60) are treated as that. */
  readonly columns: number;
  readonly colour: boolean;
  /** False draws everything in ASCII. */
  readonly unicode: boolean;
  /** One screen of 80 by 24 instead of the whole report. */
  readonly brief: boolean;
}

export interface Page {
  /** Cells between the margins, at most 96. */
  readonly width: number;
  readonly unicode: boolean;
  readonly glyphs: Glyphs;
}

/** Empty cells left of everything. */
export const MARGIN = 2;

const MIN_COLUMNS = 60;
const MAX_WIDTH = 96;

/** @param narrowest columns below which nothing is narrowed any more */
export function pageFor(options: TerminalOptions, narrowest = MIN_COLUMNS): Page {
  const columns = Number.isFinite(options.columns) ? Math.floor(options.columns) : 0;
  return {
    width: Math.min(MAX_WIDTH, Math.max(narrowest, columns) - 2 * MARGIN),
    unicode: options.unicode,
    glyphs: options.unicode ? UNICODE_GLYPHS : ASCII_GLYPHS,
  };
}
