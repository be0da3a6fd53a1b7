/**
 * The index that carries the stated amount to today and the forecast as a fan of shaded bands that opens from there; in a
 * panel of its own below, past official values and past forecasts as fine lines.
 */
import { type Line, line, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padStart } from '../wrap.js';
import { tickLines } from './axis.js';
import { framed } from './chart-frame.js';
import { drawLabelled, drawPath, type Fan, type FanPanel, fanPanels, rowScale } from './fan-panel.js';

const GAP = 2;

/** Bands drawn from the widest to the narrowest, each from today's value outwards. */
function drawBands({ aged, forecast }: Fan, panel: FanPanel): void {
  const { canvas, page, time } = panel;
  const row = rowScale(panel, canvas.height);
  const levels = [...new Set(forecast.flatMap((point) => point.bands.map((band) => band.level)))].sort((a, b) => b - a);
  levels.forEach((level, index) => {
    const shade = page.glyphs.fan[Math.min(index, page.glyphs.fan.length - 1)] ?? page.glyphs.fan[0];
    const edges = forecast.flatMap(({ date, bands }) => {
      const band = bands.find((candidate) => candidate.level === level);
      return band === undefined ? [] : [{ x: time(date, canvas.width), low: band.low.value, high: band.high.value }];
    });
    const begin = aged === null ? [] : [{ x: time(aged.date, canvas.width), low: aged.at.value, high: aged.at.value }];
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

/** Index line, fan, expected path, and the labels of the amount as stated and of today's. */
function drawOurs(figure: Fan, panel: FanPanel): void {
  const { aged, carried, forecast } = figure;
  const { glyphs } = panel.page;
  drawBands(figure, panel);
  if (carried !== undefined) drawPath(panel, carried.line, { tone: 'accent' });
  drawPath(panel, [...(aged === null ? [] : [aged]), ...forecast], { tone: 'accent-strong' });
  if (aged !== null) {
    const words = `${aged.dateLabel} ${aged.at.label}`;
    drawLabelled(panel, aged, { mark: glyphs.point, words, tone: 'accent-strong' });
  }
  if (carried !== undefined) {
    const { stated } = carried;
    const words = `${stated.dateLabel} ${stated.at.label}`;
    drawLabelled(panel, stated, { mark: glyphs.modelledPoint, words, tone: 'accent' });
  }
}

/** Past forecasts behind the official means, which carry their first and last amount. */
function drawOfficial({ observed, past = [] }: Fan, panel: FanPanel): void {
  const { canvas, page, time } = panel;
  const row = rowScale(panel, canvas.height);
  for (const { from, to } of past) {
    const x = time(to.date, canvas.width);
    for (let y = row(to.band.high.value); y <= row(to.band.low.value); y += 1)
      canvas.setIfFree(x, y, page.glyphs.guide, 'dim');
    drawPath(panel, [from, to], { tone: 'dim', asciiDot: '.' });
  }
  drawPath(panel, observed, { tone: 'plain' });
  for (const point of new Set([observed[0], observed.at(-1)])) {
    if (point === undefined) continue;
    const words = `${point.dateLabel} ${point.at.label}`;
    drawLabelled(panel, point, { mark: page.glyphs.point, words, tone: 'plain' });
  }
}

/** Value labels of the last forecast's bands, at the height where each ends. */
function endLabels({ forecast }: Fan, panel: FanPanel): Map<number, { words: string; strong: boolean }> {
  const row = rowScale(panel, panel.canvas.height);
  const labels = new Map<number, { words: string; strong: boolean }>();
  const last = forecast.at(-1);
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

/** Values at the left, time below both panels, the ends of the fan labelled at the right. */
export function fanChart(figure: Fan, page: Page): Line[] {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));
  const left = widest([...figure.axis.ticks, ...figure.officialAxis.ticks].map((tick) => tick.label)) + GAP;
  const bands = figure.forecast.at(-1)?.bands ?? [];
  const ends = bands.flatMap(({ low, high, levelLabel }) => [low, high].map(({ label }) => `${label} ${levelLabel}`));
  const right = widest([...ends, figure.forecast.at(-1)?.at.label ?? '']) + 1;
  const { ours, official } = fanPanels(figure, Math.max(20, page.width - left - right), page);
  drawOurs(figure, ours);
  drawOfficial(figure, official);
  const dates = figure.dates.map((tick) => ({ x: ours.time(tick.date, ours.canvas.width), label: tick.label }));
  const drawing = [
    line('This report', 'strong'),
    ...panelLines(ours, left, endLabels(figure, ours)),
    line('Official mean', 'strong'),
    ...panelLines(official, left, new Map()),
    ...tickLines(dates, ours.canvas.width, page).map((spans) => [span(' '.repeat(left)), ...spans]),
  ];
  return framed(figure, drawing, page, fanKey(figure, page));
}

function panelLines(panel: FanPanel, left: number, ends: ReturnType<typeof endLabels>): Line[] {
  const row = rowScale(panel, panel.canvas.height);
  const ticks = new Map(panel.axis.ticks.map((tick) => [row(tick.value), tick.label]));
  return panel.canvas.lines().map((spans, y) => {
    const end = ends.get(y);
    return [
      span(padStart(ticks.get(y) ?? '', left - GAP) + ' '.repeat(GAP), 'dim'),
      ...spans,
      ...(end === undefined ? [] : [span(` ${end.words}`, end.strong ? 'accent-strong' : 'dim')]),
    ];
  });
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
