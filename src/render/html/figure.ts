/** A figure with its title, its source line and its numbers as a table. */

import { remembered } from '../../core/remembered.js';
import type { Figure } from '../../report/model.js';
import { dataTable } from '../charts/data-table.js';
import { drawFigure } from '../charts/draw.js';
import { domId, html, type Markup, opened } from './markup.js';

const figureId = remembered((id) => domId('figure', id));

export function figureBlock(figure: Figure): Markup {
  const id = figureId(figure.id);
  // The panel of an empty figure states its title itself.
  const titled = figure.kind !== 'empty' || figure.alt !== figure.title;
  return html`<figure class="figure" id="${id}"><figcaption>${titled && html`<p class="figure-title">${figure.title}</p>`}<p class="figure-subtitle">${figure.subtitle}</p></figcaption>${drawFigure(figure)}<p class="figure-source">${figure.sourceLine}</p>${numbers(figure)}</figure>`;
}

const COLUMN = html`<th scope="col">`;
const CELL = html`<td>`;

function numbers(figure: Figure): Markup | null {
  const table = dataTable(figure);
  if (table === null) return null;
  return html`<details class="figure-data"><summary>The numbers</summary><div class="table-scroll" role="region" tabindex="0" aria-label="${figure.title}"><table><thead><tr>${opened(COLUMN, table.columns)}<tbody>${table.rows.map(
    (row) => html`<tr><th scope="row">${row[0]}${opened(CELL, row.slice(1))}`,
  )}</table></div></details>`;
}
