/** Pay of all questions on one axis, or their differences around zero. */
import type { ComparedFigure } from '../../report/comparison-model.js';
import { estimateMarks } from '../charts/interval-rows.js';
import { rowsChart } from '../charts/rows.js';
import { type PercentScale, percentScale } from '../charts/scale.js';
import { html, type Markup } from './markup.js';

type Row = ComparedFigure['rows'][number];

/** The figure with its title; its numbers stand in the table beside it. */
export function comparisonFigure(figure: ComparedFigure): Markup {
  const { axis, rows, alt, kind, title, subtitle, sourceLine } = figure;
  const scale = percentScale(axis);
  const chart = rowsChart(
    rows.map((row) => ({
      name: row.name,
      detail: row.detail,
      value: row.at?.label ?? null,
      marks: marksOf(row, scale),
      modelled: row.modelled,
      highlight: row.at !== null,
    })),
    { axis, scale, alt, kind, behind: kind === 'differences' ? zeroLine(scale) : null },
  );
  return html`<figure class="figure"><figcaption><p class="figure-title">${title}</p><p class="figure-subtitle">${subtitle}</p></figcaption>${chart}<p class="figure-source">${sourceLine}</p></figure>`;
}

function marksOf({ at, interval, quartiles, tenths }: Row, scale: PercentScale): Markup | null {
  if (at === null) return null;
  return html`${tenths && tenthsLine(tenths, scale)}${estimateMarks({ interval, quartiles }, at.value, scale)}`;
}

/** From the lowest to the highest tenth, thin. */
function tenthsLine({ low, high }: NonNullable<Row['tenths']>, scale: PercentScale): Markup {
  return html`<line class="tenths" x1="${scale(low.value)}%" x2="${scale(high.value)}%"/>`;
}

function zeroLine(scale: PercentScale): Markup {
  return html`<line class="zero" x1="${scale(0)}%" x2="${scale(0)}%" y2="100%"/>`;
}
