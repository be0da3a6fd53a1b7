/** A panel of the fan: a grid of cells over the common time axis, with a logarithmic axis of amounts. */
import type { Figure } from '../../../report/model.js';
import { panelShare } from '../../charts/panel-share.js';
import { timeScale } from '../../charts/scale.js';
import { CellCanvas } from '../cell-canvas.js';
import { DotCanvas } from '../dot-canvas.js';
import type { Tone } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { scaleOf } from './axis.js';

export type Fan = Extract<Figure, { kind: 'fan' }>;
export type FanPoint = Fan['observed'][number];

/** Rows that the two panels share. */
const ROWS = 14;

export interface FanPanel {
  readonly axis: Fan['axis'];
  readonly canvas: CellCanvas;
  readonly page: Page;
  /** Position of a date among `steps` places between the first and the last date of the figure. */
  readonly time: (date: string, steps: number) => number;
}

/** The panel of the report's figure and that of the official means, with heights of one scale. */
export function fanPanels(figure: Fan, width: number, page: Page): { ours: FanPanel; official: FanPanel } {
  const time = timeOf(figure);
  const rows = Math.round(ROWS * panelShare(figure.axis, figure.officialAxis));
  const panel = (axis: Fan['axis'], height: number): FanPanel => ({
    axis,
    canvas: new CellCanvas(width, height),
    page,
    time,
  });
  return { ours: panel(figure.axis, rows), official: panel(figure.officialAxis, ROWS - rows) };
}

function timeOf({ dates, observed, forecast, aged, carried }: Fan): FanPanel['time'] {
  const all = [
    ...dates,
    ...observed,
    ...forecast,
    ...(aged === null ? [] : [aged]),
    ...(carried === undefined ? [] : [carried.stated]),
  ].map(({ date }) => date);
  const scale = timeScale(all, 10_000);
  return (date, steps) => Math.round((scale(date) / 10_000) * (steps - 1));
}

/** The row of a value among `rows`; row 0 is the top. */
export function rowScale({ axis }: FanPanel, rows: number): (value: number) => number {
  const scale = scaleOf(axis, rows);
  return (value) => rows - 1 - scale(value);
}

/** A fine line through points. */
export function drawPath(
  panel: FanPanel,
  points: readonly FanPoint[],
  { tone, asciiDot }: { tone: Tone; asciiDot?: string },
): void {
  const { canvas, page, time } = panel;
  const dots = new DotCanvas(page.unicode, asciiDot);
  const row = rowScale(panel, canvas.height * dots.dotsY);
  const places = points.map((point): [number, number] => [
    time(point.date, canvas.width * dots.dotsX),
    row(point.at.value),
  ]);
  places.slice(1).forEach((to, index) => {
    dots.line(places[index] as [number, number], to);
  });
  dots.forEachCell((x, y, character) => {
    canvas.set(x, y, character, tone);
  });
}

/** A mark, and its words in the first of several places around it that is free. */
export function drawLabelled(
  panel: FanPanel,
  point: FanPoint,
  { mark, words, tone }: { mark: string; words: string; tone: Tone },
): void {
  const { canvas, time } = panel;
  const [x, y] = [time(point.date, canvas.width), rowScale(panel, canvas.height)(point.at.value)];
  canvas.set(x, y, mark, tone);
  const before = -textWidth(words);
  for (const [dx, dy] of [
    [before, -1],
    [before - 2, 0],
    [before, 1],
    [2, 0],
    [0, 1],
    [0, -1],
    [before, 2],
    [before, -2],
    [0, 2],
    [2, 2],
    [2, -2],
  ] as const) {
    const start = Math.max(0, x + dx);
    if (!canvas.isFree(start, y + dy, words)) continue;
    canvas.write(start, y + dy, words, tone);
    return;
  }
}
