/** A grid of character cells on which charts are drawn. */
import { type Line, type Span, span, type Tone } from './line.js';
import { characterWidth, textWidth } from './text-width.js';

interface Cell {
  text: string;
  tone: Tone;
}

/** Drawing outside the grid is ignored, so marks may run over the edge. */
export class CellCanvas {
  private readonly rows: Cell[][];

  constructor(
    readonly width: number,
    readonly height: number,
  ) {
    this.rows = Array.from({ length: height }, () =>
      Array.from({ length: width }, () => ({ text: ' ', tone: 'plain' as Tone })),
    );
  }

  /** Puts one narrow character into a cell. */
  set(x: number, y: number, character: string, tone: Tone): void {
    const cell = this.rows[y]?.[x];
    if (cell === undefined) return;
    cell.text = character;
    cell.tone = tone;
  }

  /** Puts a character into a cell that is still empty. */
  setIfFree(x: number, y: number, character: string, tone: Tone): void {
    if (this.rows[y]?.[x]?.text === ' ') this.set(x, y, character, tone);
  }

  /** Repeats a character from one column to another, both included. */
  fill(from: number, to: number, y: number, character: string, tone: Tone): void {
    for (let x = from; x <= to; x += 1) this.set(x, y, character, tone);
  }

  /** Writes a text from a column on; what does not fit is cut. */
  write(x: number, y: number, text: string, tone: Tone): void {
    let column = x;
    for (const character of text) {
      const cells = characterWidth(character);
      if (cells === 0) {
        const before = this.rows[y]?.[column - 1];
        if (before !== undefined) before.text += character;
        continue;
      }
      if (column + cells > this.width) return;
      this.set(column, y, character, tone);
      if (cells === 2) this.set(column + 1, y, '', tone);
      column += cells;
    }
  }

  /** Whether a text with one empty cell on either side would fit there. */
  isFree(x: number, y: number, text: string): boolean {
    const end = x + textWidth(text);
    if (x < 0 || end > this.width || this.rows[y] === undefined) return false;
    return this.rows[y].slice(Math.max(0, x - 1), end + 1).every((cell) => cell.text === ' ');
  }

  lines(): Line[] {
    return this.rows.map((row) => {
      const spans: Span[] = [];
      for (const cell of row) {
        const last = spans.at(-1);
        if (last !== undefined && last.tone === cell.tone)
          spans[spans.length - 1] = span(last.text + cell.text, cell.tone);
        else spans.push(span(cell.text, cell.tone));
      }
      return spans;
    });
  }
}
