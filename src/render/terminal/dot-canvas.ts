/** Fine lines on a grid of cells: two by four dots a cell in braille, one dot a cell in ASCII. */

const BRAILLE_BASE = 0x2800;

/** Bit of each dot in a braille pattern, by row and column (Unicode block U+2800). */
const BRAILLE_BITS: readonly (readonly [number, number])[] = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
];

export class DotCanvas {
  /** Dots a cell is wide and high. */
  readonly dotsX: number;
  readonly dotsY: number;
  private readonly patterns = new Map<string, number>();

  constructor(
    readonly unicode: boolean,
    private readonly asciiDot = '*',
  ) {
    this.dotsX = unicode ? 2 : 1;
    this.dotsY = unicode ? 4 : 1;
  }

  /** Sets the dot in this column and row of dots. */
  dot(x: number, y: number): void {
    const key = `${Math.floor(x / this.dotsX)},${Math.floor(y / this.dotsY)}`;
    const bit = BRAILLE_BITS[y % this.dotsY]?.[x % this.dotsX] ?? 0;
    this.patterns.set(key, (this.patterns.get(key) ?? 0) | bit);
  }

  /** A straight line between two dots, both included. */
  line(from: readonly [number, number], to: readonly [number, number]): void {
    const steps = Math.max(Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1]), 1);
    for (let step = 0; step <= steps; step += 1) {
      const along = step / steps;
      this.dot(Math.round(from[0] + (to[0] - from[0]) * along), Math.round(from[1] + (to[1] - from[1]) * along));
    }
  }

  /** Calls back for every cell that holds a dot, with the character to draw. */
  forEachCell(visit: (x: number, y: number, character: string) => void): void {
    for (const [key, bits] of this.patterns) {
      const [x, y] = key.split(',').map(Number) as [number, number];
      visit(x, y, this.unicode ? String.fromCodePoint(BRAILLE_BASE + bits) : this.asciiDot);
    }
  }
}
