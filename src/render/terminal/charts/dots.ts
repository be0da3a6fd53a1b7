/** One row per measure on one axis, the disagreement between the measures as a bar. */
import type { Figure } from '../../../report/model.js';
import { CellCanvas } from '../cell-canvas.js';
import { type Line, span, type Tone } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, padStart, wrap } from '../wrap.js';
import { axisLines, type Scale, scaleOf } from './axis.js';
import { framed } from './chart-frame.js';

type Dots = Extract<Figure, { kind: 'dots' }>;

const GAP = 2;
const MIN_PLOT = 32;
const MIN_DETAIL = 14;
const MAX_DETAIL = 42;

function leaderRow(x: number, width: number, page: Page): CellCanvas {
  const canvas = new CellCanvas(width, 1);
  canvas.fill(0, width - 1, 0, page.glyphs.leader, 'dim');
  canvas.set(x, 0, page.glyphs.point, 'accent-strong');
  return canvas;
}

function rangeRow(range: NonNullable<Dots['range']>, scale: Scale, width: number, page: Page): CellCanvas {
  const canvas = new CellCanvas(width, 1);
  const [from, to] = [scale(range.low.value), scale(range.high.value)];
  canvas.fill(from, to, 0, page.glyphs.tail, 'warning');
  canvas.set(from, 0, page.glyphs.rangeStart, 'warning');
  canvas.set(to, 0, page.glyphs.rangeEnd, 'warning');
  return canvas;
}

/** Name, value, dot on a dotted row, what the measure is; the last row spans lowest to highest. */
export function dotsChart(figure: Dots, page: Page): Line[] {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));
  const rangeName = figure.range === null ? '' : 'disagreement';
  const name = widest([rangeName, ...figure.rows.map((row) => row.name)]);
  const value = widest(figure.rows.map((row) => row.at.label));
  const left = name + GAP + value + GAP;
  const room = page.width - left - GAP - MIN_PLOT;
  const wanted = Math.min(MAX_DETAIL, widest(figure.rows.map((row) => row.detail)));
  const detail = wanted === 0 || room < Math.min(wanted, MIN_DETAIL) ? 0 : Math.min(wanted, room);
  const plot = page.width - left - (detail === 0 ? 0 : GAP + detail);
  const scale = scaleOf(figure.axis, plot);
  const row = (label: string, number: string, drawn: Line, words: string, tone: Tone): Line[] => {
    const [first = '', ...rest] = detail === 0 ? [] : wrap(words, detail);
    return [
      [
        span(padEnd(label, name + GAP), tone),
        span(padStart(number, value) + ' '.repeat(GAP), tone),
        ...drawn,
        span(' '.repeat(GAP) + first, 'dim'),
      ],
      ...rest.map((text) => [span(' '.repeat(left + plot + GAP) + text, 'dim')]),
    ];
  };
  const rows = figure.rows.flatMap((entry) =>
    row(
      entry.name,
      entry.at.label,
      leaderRow(scale(entry.at.value), plot, page).lines()[0] ?? [],
      entry.detail,
      'plain',
    ),
  );
  const range =
    figure.range === null
      ? []
      : row(
          rangeName,
          '',
          rangeRow(figure.range, scale, plot, page).lines()[0] ?? [],
          `${figure.range.low.label} to ${figure.range.high.label}`,
          'dim',
        );
  const axis = axisLines(figure.axis, scale, plot, page).map((spans) => [span(' '.repeat(left)), ...spans]);
  return framed(figure, [...rows, ...range, ...axis], page);
}
