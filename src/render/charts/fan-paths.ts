/** The stretched paths of the fan: bands and lines, in 1,000 units across and pixels down. */
import { area, line } from 'd3-shape';
import { html, type Markup } from '../html/markup.js';
import type { FanFigure, Panel, Placement } from './fan-placement.js';
import { rounded } from './scale.js';

type Point = readonly [x: number, y: number];
type Edge = readonly [x: number, top: number, bottom: number];

const linePath = line<Point>().digits(1);
const areaPath = area<Edge>()
  .x(([x]) => x)
  .y0(([, , bottom]) => bottom)
  .y1(([, top]) => top)
  .digits(1);

/** The bands from the widest to the narrowest, each from today's value outwards. */
export function bandPaths({ aged, forecast }: FanFigure, { x, ours }: Placement): Markup[] {
  const levels = [...new Set(forecast.flatMap((point) => point.bands.map(({ level }) => level)))].sort((a, b) => b - a);
  return levels.map((level, index) => {
    const edges = forecast.flatMap(({ date, bands }): Edge[] => {
      const found = bands.find((band) => band.level === level);
      return found === undefined ? [] : [[across(x(date)), ours.y(found.high.value), ours.y(found.low.value)]];
    });
    const apex = aged === null ? [] : [[across(x(aged.date)), ours.y(aged.at.value), ours.y(aged.at.value)] as const];
    return html`<path class="fan-band-${Math.min(index, 2)}" d="${areaPath([...apex, ...edges])}"/>`;
  });
}

/** Official means, past forecasts with their intervals, the index line, the expected path. */
export function linePaths(figure: FanFigure, place: Placement): Markup {
  const { observed, aged, carried, past = [], forecast } = figure;
  const { x, ours, official } = place;
  const through = (points: FanFigure['observed'], panel: Panel) =>
    linePath(points.map(({ date, at }) => [across(x(date)), panel.y(at.value)])) ?? '';
  const pastPath = past.map(({ from, to }) => {
    const [low, high] = [official.y(to.band.low.value), official.y(to.band.high.value)];
    return `${through([from, to], official)}M${across(x(to.date))},${high}V${low}`;
  });
  const ahead = [...(aged === null ? [] : [aged]), ...forecast];
  return html`${path('fan-past', pastPath.join(''))}${path('fan-observed', through(observed, official))}${carried && path('fan-index', through(carried.line, ours))}${path('fan-forecast', through(ahead, ours))}`;
}

function path(name: string, d: string): Markup | null {
  return d === '' ? null : html`<path class="${name}" d="${d}"/>`;
}

/** Percent of the width in the units of the stretched drawing. */
function across(percent: number): number {
  return rounded(percent * 10);
}
