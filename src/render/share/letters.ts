/** Text as outlines, so that a picture looks the same on every machine, whatever fonts it has. */

/** A letter as a font draws it. */
export interface Glyph {
  readonly advanceWidth?: number | undefined;
  getPath(x: number, y: number, size: number): { readonly commands: readonly PathCommand[] };
}

/** A step of an outline: its letter as in SVG, and the points that it needs. */
export interface PathCommand {
  readonly type: 'M' | 'L' | 'C' | 'Q' | 'Z';
  readonly x?: number;
  readonly y?: number;
  readonly x1?: number;
  readonly y1?: number;
  readonly x2?: number;
  readonly y2?: number;
}

/** What is asked of a font file. */
export interface LetterFont {
  readonly unitsPerEm: number;
  /** 0 where the font has no such letter. */
  charToGlyphIndex(character: string): number;
  charToGlyph(character: string): Glyph;
}

/** Files of one face, each with other letters; the first that has a letter draws it. */
export type Face = readonly LetterFont[];

/** Words that a face can draw, in the order given; those with a letter it lacks are left out, never drawn as boxes. */
export function drawable(face: Face, text: string): string {
  const words = text.normalize('NFC').split(/\s+/);
  return words
    .filter((word) => word !== '' && [...word].every((letter) => fontFor(face, letter) !== undefined))
    .join(' ');
}

/** Width of a text that `drawable` gave. */
export function textWidth(face: Face, text: string, size: number): number {
  return [...text].reduce((sum, letter) => sum + advance(face, letter, size), 0);
}

/** Path data of a text that `drawable` gave, from its left end on the base line. */
export function outline(
  face: Face,
  text: string,
  at: { readonly x: number; readonly y: number; readonly size: number },
): string {
  let { x } = at;
  let path = '';
  for (const letter of text) {
    const glyph = fontFor(face, letter)?.charToGlyph(letter);
    for (const command of glyph?.getPath(x, at.y, at.size).commands ?? []) path += step(command);
    x += advance(face, letter, at.size);
  }
  return path;
}

/** Our own writing of a step: every number is separated and none has an exponent. */
function step({ type, x1, y1, x2, y2, x, y }: PathCommand): string {
  const points = [x1, y1, x2, y2, x, y].filter((value) => value !== undefined);
  return `${type}${points.map((value) => Math.round(value * 10) / 10).join(' ')}`;
}

/** Lines of at most a width; what is over the last line ends in an ellipsis. */
export function lines(
  face: Face,
  text: string,
  limits: { readonly size: number; readonly width: number; readonly most: number },
): string[] {
  const { size, width, most } = limits;
  const fits = (line: string) => textWidth(face, line, size) <= width;
  const found: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line === '' || fits(longer)) {
      line = longer;
      continue;
    }
    found.push(line);
    line = word;
  }
  if (line !== '') found.push(line);
  const shown = found.slice(0, most).map((one) => shortened(one, fits));
  if (found.length > most) shown[most - 1] = shortened(`${found[most - 1]}…`, fits);
  return shown;
}

/** A line that fits: letters are taken from its end, and an ellipsis says so. */
function shortened(line: string, fits: (line: string) => boolean): string {
  if (fits(line)) return line;
  const letters = [...line.replace(/…$/, '')];
  while (letters.length > 1 && !fits(`${letters.join('').trimEnd()}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function fontFor(face: Face, letter: string): LetterFont | undefined {
  return face.find((font) => font.charToGlyphIndex(letter) > 0);
}

function advance(face: Face, letter: string, size: number): number {
  const font = fontFor(face, letter);
  return font === undefined ? 0 : ((font.charToGlyph(letter).advanceWidth ?? 0) * size) / font.unitsPerEm;
}
