/** Rows of one name, one small plot and one value: names wrap as text, only the plot stretches. */
import { html, type Markup, type MarkupValue } from '../html/markup.js';
import { axisTicks, gridLines, tickLabels } from './axis.js';
import { shorten } from './labels.js';
import type { Axis, PercentScale } from './scale.js';

/** Least height of a row; a row grows with the text beside it, so marks hang on its middle. */
const ROW_PX = 30;

export interface ChartRow {
  readonly name: string;
  readonly detail: string;
  /** null draws the hatched strip of a row without a figure. */
  readonly marks: Markup | null;
  readonly value: string | null;
  readonly highlight: boolean;
}

/** Draws marks around the vertical middle of a row, which is their y = 0. */
export function onMiddle(marks: MarkupValue): Markup {
  return html`<svg y="50%" width="100%" height="1" overflow="visible">${marks}</svg>`;
}

/** A chart of rows over one axis. `behind` is drawn under the marks of every row. */
export function rowsChart(
  rows: readonly ChartRow[],
  {
    axis,
    scale,
    alt,
    id,
    behind,
  }: { axis: Axis; scale: PercentScale; alt: string; id: string; behind?: Markup | null },
): Markup {
  const ticks = axisTicks(axis, scale);
  const grid = html`${gridLines(ticks, 0, '100%')}${behind}`;
  return html`<div class="rows" role="img" aria-label="${alt}">${rows.map((row, index) => chartRow(row, grid, `${id}-${index}`))}<div class="row axis-row"><svg class="plot" width="100%" height="24" aria-hidden="true"><line class="axis" x1="0" x2="100%" y1="0.5" y2="0.5"/>${tickLabels(ticks, 17)}</svg></div></div>`;
}

function chartRow(row: ChartRow, grid: Markup, id: string): Markup {
  const plot =
    row.marks === null
      ? html`${hatch(id)}${onMiddle(html`<rect x="0" width="100%" y="-8" height="16" fill="url(#${id})"/>`)}`
      : html`${grid}${row.marks}`;
  return html`<div class="row${row.highlight ? ' highlight' : ''}"><div class="row-name"><b>${row.name}</b> <span>${row.detail}</span></div><svg class="plot" width="100%" height="${ROW_PX}" aria-hidden="true">${plot}</svg><div class="row-value">${row.value === null ? html`<span class="none">no figure</span>` : shorten(row.value, 14)}</div></div>`;
}

/** The pattern that means "not enough evidence" everywhere. */
export function hatch(id: string): Markup {
  return html`<defs><pattern id="${id}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch" x1="0" x2="0" y1="0" y2="7"/></pattern></defs>`;
}
