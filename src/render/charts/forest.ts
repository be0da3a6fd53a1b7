/** Forest plot: adjusted effects with their intervals against a strong zero line, the raw effect hollow beside each. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { zone } from './dots.js';
import { intervalLine } from './interval-rows.js';
import { rowsChart } from './rows.js';
import { percentScale } from './scale.js';

export type ForestFigure = Extract<Figure, { kind: 'forest' }>;

/** Rows in the order of the model, highest effect first; what is too small to matter is shaded around zero. */
export function forest(figure: ForestFigure): Markup {
  const { axis, alt } = figure;
  const scale = percentScale(axis);
  const zero = scale(0);
  const rows = figure.rows.map(({ name, detail, at, interval, raw, verdict, highlight }) => ({
    name,
    detail,
    highlight,
    modelled: false,
    value: at?.label ?? null,
    verdict,
    marks:
      at === null
        ? null
        : html`${interval && intervalLine(interval, scale)}${raw && html`<circle class="raw" cx="${scale(raw.value)}%" r="4"/>`}<circle class="mark" cx="${scale(at.value)}%" r="5"/>`,
  }));
  const behind = html`${zone(figure.zone, 'range', scale)}<line class="zero" x1="${zero}%" x2="${zero}%" y2="100%"/>`;
  return html`${rowsChart(rows, { axis, scale, alt, kind: 'forest', behind })}${key(figure)}`;
}

function key({ rows, zone: { low, high } }: ForestFigure): Markup {
  return html`<ul class="legend"><li><i class="swatch disc"></i>adjusted, with its interval</li>${
    rows.some(({ raw }) => raw !== null) && html`<li><i class="swatch ring"></i>raw, before adjustment</li>`
  }<li><i class="swatch range"></i>too small to matter: ${low.label} to ${high.label}</li></ul>`;
}
