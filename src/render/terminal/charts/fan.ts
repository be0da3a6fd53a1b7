/**
 * Past values and past forecasts as fine lines, the index that carries the stated amount to today, and the forecast as a
 * fan of shaded bands that opens from there.
 */
import type { Figure } from '../../../report/model.js';
import { CellCanvas } from '../cell-canvas.js';
import { DotCanvas } from '../dot-canvas.js';
import { type Line, span, type Tone } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padStart } from '../wrap.js';
import { scaleOf, tickLines } from './axis.js';
import { framed } from './chart-frame.js';

type Fan = Extract<Figure, { kind: 'fan' }>;

const HEIGHT = 13;
const GAP = 2;

interface Frame {
  readonly figure: Fan;
  readonly page: Page;
  readonly canvas: CellCanvas;
  readonly time: (date: string, steps: number) => number;
}

/** Position of a date among `steps` places between the first and the last date of the figure. */
function timeScale(figure: Fan): Frame['time'] {
  const dates = [
    ...figure.dates,
    ...figure.observed,
    ...figure.forecast,
    ...(figure.aged === null ? [] : [figure.aged]),
    ...(figure.carried === undefined ? [] : [figure.carried.stated]),
  ];
  const times = dates.map((entry) => Date.parse(entry.date)).filter(Number.isFinite);
  const [start, end] = [Math.min(...times), Math.max(...times)];
  return (date, steps) => {
    const fraction = (Date.parse(date) - start) / (end - start);
    return Math.round(Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0)) * (steps - 1));
  };
}

/** The row of a value; row 0 is the top. */
function rowScale(figure: Fan, rows: number): (value: number) => number {
  const scale = scaleOf(figure.axis, rows);
  return (value) => rows - 1 - scale(value);
}

/** Bands drawn from the widest to the narrowest, each from the last known value outwards. */
function drawBands({ figure, page, canvas, time }: Frame): void {
  const row = rowScale(figure, HEIGHT);
  const start = figure.aged ?? figure.observed.at(-1);
  const levels = [...new Set(figure.forecast.flatMap((point) => point.bands.map((band) => band.level)))].sort(
    (a, b) => b - a,
  );
  levels.forEach((level, index) => {
    const shade = page.glyphs.fan[Math.min(index, page.glyphs.fan.length - 1)] ?? page.glyphs.fan[0];
    const edges = figure.forecast.flatMap((point) => {
      const band = point.bands.find((candidate) => candidate.level === level);
      return band === undefined
        ? []
        : [{ x: time(point.date, canvas.width), low: band.low.value, high: band.high.value }];
    });
    const begin =
      start === undefined ? [] : [{ x: time(start.date, canvas.width), low: start.at.value, high: start.at.value }];
    const path = [...begin, ...edges];
    path.slice(1).forEach((to, step) => {
      const from = path[step] as (typeof path)[number];
      for (let x = from.x + 1; x <= to.x; x += 1) {
        const along = (x - from.x) / (to.x - from.x);
        const top = row(from.high + (to.high - from.high) * along);
        const bottom = row(from.low + (to.low - from.low) * along);
        for (let y = top; y <= bottom; y += 1) canvas.set(x, y, shade, 'accent');
      }
    });
  });
}

/** Past forecasts behind the official means, the index line to today, and the expected path. */
function drawPaths({ figure, page, canvas, time }: Frame): void {
  const path = (points: readonly Fan['observed'][number][], tone: Tone, asciiDot?: string): void => {
    const dots = new DotCanvas(page.unicode, asciiDot);
    const row = rowScale(figure, HEIGHT * dots.dotsY);
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
  };
  for (const { from, to } of figure.past ?? []) {
    drawWhisker({ figure, page, canvas, time }, to);
    path([from, to], 'dim', '.');
  }
  const last = figure.aged ?? figure.observed.at(-1);
  path(figure.observed, 'plain');
  if (figure.carried !== undefined) path(figure.carried.line, 'accent');
  path([...(last === undefined ? [] : [last]), ...figure.forecast], 'accent-strong');
}

/** The 90% interval of a past forecast, upright at the year it was for. */
function drawWhisker(
  { figure, page, canvas, time }: Frame,
  { date, band }: NonNullable<Fan['past']>[number]['to'],
): void {
  const row = rowScale(figure, HEIGHT);
  const x = time(date, canvas.width);
  for (let y = row(band.high.value); y <= row(band.low.value); y += 1) canvas.setIfFree(x, y, page.glyphs.guide, 'dim');
}

/** Marks and their labels: first and last observation, today's value, the end of the forecast. */
function drawLabels({ figure, page, canvas, time }: Frame): void {
  const row = rowScale(figure, HEIGHT);
  const put = (point: Fan['observed'][number], mark: string, words: string, tone: Tone): void => {
    const [x, y] = [time(point.date, canvas.width), row(point.at.value)];
    canvas.set(x, y, mark, tone);
    for (const [dx, dy] of [
      [-textWidth(words), -1],
      [-textWidth(words), -2],
      [-textWidth(words) - 2, 0],
      [0, 2],
      [-4, 3],
    ] as const) {
      const start = Math.max(0, x + dx);
      if (!canvas.isFree(start, y + dy, words)) continue;
      canvas.write(start, y + dy, words, tone);
      return;
    }
  };
  const first = figure.observed[0];
  if (figure.aged !== null) {
    put(figure.aged, page.glyphs.point, `${figure.aged.dateLabel} ${figure.aged.at.label}`, 'accent-strong');
  }
  if (figure.carried !== undefined) {
    const { stated } = figure.carried;
    put(stated, page.glyphs.modelledPoint, `${stated.dateLabel} ${stated.at.label}`, 'accent');
  }
  if (first !== undefined) put(first, page.glyphs.point, `${first.dateLabel} ${first.at.label}`, 'plain');
}

/** Value labels of the last forecast's bands, at the height where each ends. */
function endLabels(figure: Fan): Map<number, { words: string; strong: boolean }> {
  const row = rowScale(figure, HEIGHT);
  const labels = new Map<number, { words: string; strong: boolean }>();
  const last = figure.forecast.at(-1);
  if (last === undefined) return labels;
  const put = (value: number, words: string, strong: boolean): void => {
    const y = row(value);
    if (!labels.has(y)) labels.set(y, { words, strong });
  };
  put(last.at.value, last.at.label, true);
  for (const band of [...last.bands].sort((a, b) => b.level - a.level)) {
    put(band.high.value, `${band.high.label} ${band.levelLabel}`, false);
    put(band.low.value, `${band.low.label} ${band.levelLabel}`, false);
  }
  return labels;
}

function dateLines({ figure, page, canvas, time }: Frame): Line[] {
  const ticks = figure.dates.map((tick) => ({ x: time(tick.date, canvas.width), label: tick.label }));
  return tickLines(ticks, canvas.width, page);
}

/** Values at the left, time below, the ends of the fan labelled at the right. */
export function fanChart(figure: Fan, page: Page): Line[] {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));
  const ends = endLabels(figure);
  const left = widest(figure.axis.ticks.map((tick) => tick.label)) + GAP;
  const right = widest([...ends.values()].map((label) => label.words)) + 1;
  const canvas = new CellCanvas(Math.max(20, page.width - left - right), HEIGHT);
  const frame = { figure, page, canvas, time: timeScale(figure) };
  drawBands(frame);
  drawPaths(frame);
  drawLabels(frame);
  const row = rowScale(figure, HEIGHT);
  const ticks = new Map(figure.axis.ticks.map((tick) => [row(tick.value), tick.label]));
  const rows = canvas.lines().map((spans, y) => {
    const end = ends.get(y);
    return [
      span(padStart(ticks.get(y) ?? '', left - GAP) + ' '.repeat(GAP), 'dim'),
      ...spans,
      ...(end === undefined ? [] : [span(` ${end.words}`, end.strong ? 'accent-strong' : 'dim')]),
    ];
  });
  const axis = dateLines(frame).map((spans) => [span(' '.repeat(left)), ...spans]);
  return framed(figure, [...rows, ...axis], page, fanKey(figure, page));
}

function fanKey(figure: Fan, page: Page): string[] {
  const bands = [...(figure.forecast.at(-1)?.bands ?? [])].sort((a, b) => a.level - b.level);
  const shades = [...page.glyphs.fan].reverse().slice(page.glyphs.fan.length - bands.length);
  return [
    ...(figure.carried === undefined
      ? []
      : [`${page.glyphs.modelledPoint} as stated, carried by ${figure.carried.name}`]),
    ...(figure.past === undefined ? [] : [`${page.glyphs.guide} past forecasts of the official mean, 90%`]),
    ...bands.map((band, index) => `${(shades[index] ?? '').repeat(2)} ${band.levelLabel}`),
  ];
}
