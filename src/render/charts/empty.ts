/** The picture of "not enough evidence": a quiet hatched panel with the sentence of what is missing. */
import type { Figure } from '../../report/model.js';
import { domId, html, type Markup } from '../html/markup.js';
import { hatch } from './rows.js';

export type EmptyFigure = Extract<Figure, { kind: 'empty' }>;

export function empty(figure: EmptyFigure): Markup {
  const id = domId('empty', figure.id);
  return html`<div class="empty"><svg width="100%" height="100%" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${hatch(id)}<rect width="100%" height="100%" fill="url(#${id})"/></svg><p>${figure.alt}</p></div>`;
}
