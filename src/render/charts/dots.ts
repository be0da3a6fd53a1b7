/** Dots: one measure a row on a common axis; the shaded range is how far the measures disagree. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { rowsChart } from './rows.js';
import { type PercentScale, percentScale, rounded } from './scale.js';

export type DotsFigure = Extract<Figure, { kind: 'dots' }>;

export function dots(figure: DotsFigure): Markup {
  const scale = percentScale(figure.axis);
  const rows = figure.rows.map(({ name, detail, at }) => ({
    name,
    detail,
    modelled: false,
    highlight: false,
    value: at.label,
    marks: html`<line class="stem" x2="100%"/><circle class="mark" cx="${scale(at.value)}%" r="5.5"/>`,
  }));
  const { axis, alt, range } = figure;
  const behind = range === null ? null : zone(range, 'range', scale);
  return rowsChart(rows, { axis, scale, alt, kind: 'dots', behind });
}

/** A band of the axis over the whole height of a chart. */
export function zone({ low, high }: NonNullable<DotsFigure['range']>, name: string, scale: PercentScale): Markup {
  const from = scale(low.value);
  return html`<rect class="${name}" x="${from}%" width="${rounded(scale(high.value) - from)}%" height="100%"/>`;
}
