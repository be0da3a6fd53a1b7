/** The list of advertised ranges, closed until the reader opens it; cells end themselves, which HTML allows. */

import type { Report } from '../../report/model.js';
import { PAGE_RANGES, type Ranges } from '../../report/ranges.js';
import { sourceName } from '../format/evidence-rows.js';
import { html, type Markup } from './markup.js';

export function rangesBlock(ranges: Ranges, report: Report): Markup {
  const { title: whole, titleOnPage: title = whole, statement, rows, onPage } = ranges;
  const shown = rows.slice(0, PAGE_RANGES);
  return html`<details class="ranges" id="ranges"><summary>${title}</summary><p>${statement}</p><div class="table-scroll" role="region" tabindex="0" aria-label="${title}"><table><thead><tr><th scope="col">Title<th scope="col">Range<th scope="col">Employer<th scope="col">Level, place<th scope="col">Seen<th scope="col">Source<tbody>${shown.map((row) => rowMarkup(row, report))}</table></div>${onPage && html`<p>${onPage}</p>`}</details>`;
}

function rowMarkup(row: Ranges['rows'][number], report: Report): Markup {
  const { match, title, employer, pay, place, level, seen, source, repeats } = row;
  const where = [level, place].filter((part) => part !== null).join(', ');
  const times = repeats > 1 ? html` (${repeats} times)` : null;
  return html`<tr>${match === 'title' ? html`<th scope="row">` : html`<td>`}${title}<td>${pay.label}${times}<td>${employer}<td>${where}<td>${seen.label}<td>${sourceName(source, report)}`;
}
