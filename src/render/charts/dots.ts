/** Dots: one measure a row on a common axis; the shaded range is how far the measures disagree. */
import type { Figure } from '../../report/model.js';
import { domId, html, type Markup } from '../html/markup.js';
import { onMiddle, rowsChart } from './rows.js';
import { percentScale } from './scale.js';

export type DotsFigure = Extract<Figure, { kind: 'dots' }>;

export function dots(figure: DotsFigure): Markup {
  const scale = percentScale(figure.axis);
  const rows = figure.rows.map((row) => ({
    name: row.name,
    detail: row.detail,
    highlight: false,
    value: row.at.label,
    marks: onMiddle(html`<circle class="mark dot" cx="${scale(row.at.value)}%" cy="0" r="5.5"/>`),
  }));
  const { axis, alt, range } = figure;
  let behind: Markup | null = null;
  if (range !== null) {
    const low = scale(range.low.value);
    const width = Math.max(0, scale(range.high.value) - low).toFixed(2);
    behind = html`<rect class="range" x="${low}%" width="${width}%" y="0" height="100%"/>`;
  }
  return rowsChart(rows, { axis, scale, alt, id: domId('dots', figure.id), behind });
}
