/** By-source strip, ladder of levels and places by relative pay: one estimate a row, its interval and its quartiles. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { rowsChart } from './rows.js';
import { type PercentScale, percentScale } from './scale.js';

export type IntervalRowsFigure = Extract<Figure, { kind: 'by-source' | 'ladder' | 'relative-pay' }>;
type Band = { readonly low: { readonly value: number }; readonly high: { readonly value: number } };

/** Rows in the order of the model; modelled estimates are hollow, rows without a figure hatched. */
export function intervalRows(figure: IntervalRowsFigure): Markup {
  const scale = percentScale(figure.axis);
  const rows = figure.rows.map((row) => ({
    name: row.name,
    detail: row.detail,
    modelled: row.modelled,
    highlight: row.highlight,
    value: row.at === null ? null : row.at.label,
    marks: row.at === null ? null : estimateMarks(row, row.at.value, scale),
  }));
  return rowsChart(rows, { axis: figure.axis, scale, alt: figure.alt, kind: figure.kind });
}

/**
 * Quartiles, interval and estimate on the line y = 0, as percentages of the width.
 *
 * The SVG around them carries the class `modelled` where the estimate is.
 */
export function estimateMarks(
  { interval, quartiles }: { readonly interval: Band | null; readonly quartiles: Band | null },
  value: number,
  scale: PercentScale,
): Markup {
  return html`${quartiles && line(QUARTILES, quartiles, scale)}${interval && line(INTERVAL, interval, scale)}<circle class="mark" cx="${scale(value)}%" r="5"/>`;
}

const QUARTILES = html`<line class="quartiles"`;
const INTERVAL = html`<line class="interval"`;

/** The interval of an estimate, as a horizontal line from its low to its high end. */
export function intervalLine(interval: Band, scale: PercentScale): Markup {
  return line(INTERVAL, interval, scale);
}

function line(start: Markup, { low, high }: Band, scale: PercentScale): Markup {
  return html`${start} x1="${scale(low.value)}%" x2="${scale(high.value)}%"/>`;
}
