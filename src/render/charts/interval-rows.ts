/** By-source strip, ladder of levels and places by relative pay: one estimate a row, its interval and its quartiles. */
import type { Figure } from '../../report/model.js';
import { domId, html, type Markup } from '../html/markup.js';
import { onMiddle, rowsChart } from './rows.js';
import { type PercentScale, percentScale } from './scale.js';

export type IntervalRowsFigure = Extract<Figure, { kind: 'by-source' | 'ladder' | 'relative-pay' }>;
type Row = IntervalRowsFigure['rows'][number];

/** Rows in the order of the model; modelled estimates are hollow, rows without a figure hatched. */
export function intervalRows(figure: IntervalRowsFigure): Markup {
  const scale = percentScale(figure.axis);
  const rows = figure.rows.map((row) => ({
    name: row.name,
    detail: row.detail,
    highlight: row.highlight,
    value: row.at?.label ?? null,
    marks: row.at === null ? null : marks(row, scale),
  }));
  return rowsChart(rows, { axis: figure.axis, scale, alt: figure.alt, id: domId('rows', figure.id) });
}

function marks({ at, interval, quartiles, modelled }: Row, scale: PercentScale): Markup {
  const bar = (band: NonNullable<Row['interval']>, name: string, height: number) => {
    const low = scale(band.low.value);
    const width = Math.max(0, scale(band.high.value) - low).toFixed(2);
    return html`<rect class="${name}" x="${low}%" width="${width}%" y="${-height / 2}" height="${height}"/>`;
  };
  return onMiddle(
    html`<g class="${modelled ? 'estimate modelled' : 'estimate'}">${quartiles && bar(quartiles, 'quartiles', 14)}${interval && bar(interval, 'interval', 4)}${at && html`<circle class="mark" cx="${scale(at.value)}%" cy="0" r="5"/>`}</g>`,
  );
}
