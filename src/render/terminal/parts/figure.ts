/** A figure as a chart, or in words where the terminal, or a label, leaves no room for one. */
import type { Figure } from '../../../report/model.js';
import { chart } from '../charts/chart.js';
import { type Line, line, lineWidth } from '../line.js';
import type { Page } from '../page.js';
import { wrap } from '../wrap.js';

/** Cells a chart needs. */
const MIN_CHART = 56;

export function figureLines(figure: Figure, page: Page): Line[] {
  if (page.width >= MIN_CHART) {
    const drawn = chart(figure, page);
    if (drawn.every((spans) => lineWidth(spans) <= page.width)) return drawn;
  }
  const part = (text: string, tone: 'strong' | 'dim' | 'plain'): Line[] =>
    wrap(text, page.width).map((words) => line(words, tone));
  return [
    ...part(figure.title, 'strong'),
    ...part(figure.subtitle, 'dim'),
    ...part(figure.alt, 'plain'),
    ...part(`Source: ${figure.sourceLine}`, 'dim'),
  ];
}
