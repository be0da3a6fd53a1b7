/** Rows of one name, one small plot and one value: names wrap as text, only the plot stretches. */
import { html, type Markup } from '../html/markup.js';
import { axisTicks, gridLines, tickLabels } from './axis.js';
import { shorten } from './labels.js';
import type { Axis, PercentScale } from './scale.js';

/** The plot beside names and values where all labels of the axis are shown, and the gaps beside it. */
const ROOM = { widePx: 400, slackPx: 16 };

export interface ChartRow {
  readonly name: string;
  readonly detail: string;
  /** Drawn around the row's middle, which is y = 0; null draws the hatched strip of a row without a figure. */
  readonly marks: Markup | null;
  readonly modelled: boolean;
  readonly value: string | null;
  /** Words below the value. */
  readonly verdict?: string;
  readonly highlight: boolean;
}

export interface RowsOptions {
  readonly axis: Axis;
  readonly scale: PercentScale;
  readonly alt: string;
  /** Class that sets the widths of the columns. */
  readonly kind: string;
  /** Drawn once under the marks of all rows. */
  readonly behind?: Markup | null;
}

/** A chart of rows over one axis, whose lines are drawn once behind all of them. */
export function rowsChart(rows: readonly ChartRow[], { axis, scale, alt, kind, behind }: RowsOptions): Markup {
  const ticks = axisTicks(axis, scale, ROOM);
  return html`<div class="rows ${kind}" role="img" aria-label="${alt}"><svg class="rows-axis">${gridLines(ticks, 0, '100%')}${behind}<svg class="axis" y="100%"><line x2="100%"/>${tickLabels(ticks, 17)}</svg></svg>${rows.map(chartRow)}</div>`;
}

const HATCHED = html`<i class="hatched"></i>`;
const NO_FIGURE = html`<i>no figure</i>`;
const HIGHLIGHT = html` highlight`;
const MODELLED = html` class="modelled"`;

function chartRow({ name, detail, marks, modelled, value, verdict, highlight }: ChartRow): Markup {
  const plot = marks === null ? HATCHED : html`<svg${modelled && MODELLED}>${marks}</svg>`;
  const words = value === null ? NO_FIGURE : shorten(value, 14);
  return html`<div class="row${highlight && HIGHLIGHT}"><p><b>${name}</b> ${detail}</p>${plot}<b>${words}${verdict && html`<i>${verdict}</i>`}</b></div>`;
}
