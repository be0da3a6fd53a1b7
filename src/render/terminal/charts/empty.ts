/** The picture of not enough evidence: a quiet hatched panel with the sentence of what is missing. */
import type { Figure } from '../../../report/model.js';
import { indent, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { wrap } from '../wrap.js';

type Empty = Extract<Figure, { kind: 'empty' }>;

const INSET = 3;

export function emptyPanel(figure: Empty, page: Page): Line[] {
  const hatch = line(page.glyphs.hatch.repeat(page.width), 'dim');
  const room = page.width - 2 * INSET;
  const words = [
    ...wrap(figure.title, room).map((text) => line(text, 'strong')),
    ...wrap(figure.subtitle, room).map((text) => line(text, 'dim')),
    ...(figure.alt === figure.title ? [] : wrap(figure.alt, room).map((text) => line(text))),
    ...wrap(`Source: ${figure.sourceLine}`, room).map((text) => line(text, 'dim')),
  ];
  return [hatch, ...indent(words, INSET), hatch];
}
