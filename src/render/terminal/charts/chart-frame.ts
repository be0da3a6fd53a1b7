/** What surrounds every chart: the finding as its title, the measure, the source. */
import type { Figure } from '../../../report/model.js';
import { BLANK, type Line, line } from '../line.js';
import type { Page } from '../page.js';
import { wrap, wrapItems } from '../wrap.js';

/** Title, subtitle, the drawing, its key if it needs one, and the source line. */
export function framed(figure: Figure, drawing: readonly Line[], page: Page, key: readonly string[] = []): Line[] {
  const dim = (text: string): Line[] => wrap(text, page.width).map((text) => line(text, 'dim'));
  return [
    ...wrap(figure.title, page.width).map((text) => line(text, 'strong')),
    ...dim(figure.subtitle),
    BLANK,
    ...drawing,
    ...wrapItems(key, '   ', page.width).map((text) => line(text, 'dim')),
    ...dim(`Source: ${figure.sourceLine}`),
  ];
}
