/** The picture of "not enough evidence": a quiet hatched panel with the sentence of what is missing. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';

export type EmptyFigure = Extract<Figure, { kind: 'empty' }>;

/** The sentence is its own text alternative, so the hatching is decoration. */
export function empty(figure: EmptyFigure): Markup {
  return html`<div class="empty hatched"><p>${figure.alt}</p></div>`;
}
