/** A figure with its title, its source line and its numbers as a table. */
import type { Figure } from '../../report/model.js';
import { dataTable } from '../charts/data-table.js';
import { drawFigure } from '../charts/draw.js';
import { domId, html, type Markup } from './markup.js';

export function figureBlock(figure: Figure): Markup {
  const id = domId('figure', figure.id);
  // The panel of an empty figure states its title itself.
  const titled = figure.kind !== 'empty' || figure.alt !== figure.title;
  return html`<figure class="figure" id="${id}"><figcaption>${titled && html`<p class="figure-title">${figure.title}</p>`}<p class="figure-subtitle">${figure.subtitle}</p></figcaption>${drawFigure(figure)}<p class="figure-source">${figure.sourceLine}</p>${numbers(figure)}</figure>`;
}

function numbers(figure: Figure): Markup | null {
  const table = dataTable(figure);
  if (table === null) return null;
  const [first, ...others] = table.columns;
  return html`<details class="figure-data"><summary>The numbers</summary><div class="table-scroll" role="region" tabindex="0" aria-label="${figure.title}"><table><thead><tr><th scope="col">${first}${others.map((column) => html`<th scope="col">${column}`)}<tbody>${table.rows.map(
    ([name, ...cells]) => html`<tr><th scope="row">${name}${cells.map((cell) => html`<td>${cell}`)}`,
  )}</table></div></details>`;
}
