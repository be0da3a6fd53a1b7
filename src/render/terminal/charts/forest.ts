/** Forest plot: adjusted effects with their intervals, the zero line strong, the zone of no matter dotted, verdicts in words. */
import type { Figure } from '../../../report/model.js';
import { CellCanvas } from '../cell-canvas.js';
import { type Line, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, padStart, wrap } from '../wrap.js';
import { axisLines, type Scale, scaleOf } from './axis.js';
import { framed } from './chart-frame.js';
import { drawIntervalMark } from './interval-mark.js';

type Forest = Extract<Figure, { kind: 'forest' }>;
type Row = Forest['rows'][number];

const GAP = 2;
const MIN_PLOT = 24;

/** Zone, zero, the raw effect hollow, then the adjusted one over its interval. */
function drawRow(row: Row, figure: Forest, width: number, on: { scale: Scale; page: Page }): CellCanvas {
  const { scale, page } = on;
  const canvas = new CellCanvas(width, 1);
  canvas.fill(scale(figure.zone.low.value), scale(figure.zone.high.value), 0, page.glyphs.leader, 'dim');
  const zero = scale(0);
  canvas.set(zero, 0, page.glyphs.median, 'plain');
  if (row.at === null) return canvas;
  const tone = row.highlight ? ('accent' as const) : ('plain' as const);
  drawIntervalMark(canvas, 0, { at: row.at, interval: row.interval, quartiles: null, modelled: false, tone }, on);
  if (row.raw !== null && scale(row.raw.value) !== scale(row.at.value))
    canvas.set(scale(row.raw.value), 0, page.glyphs.modelledPoint, 'dim');
  if (scale(row.at.value) !== zero) canvas.set(zero, 0, page.glyphs.median, 'plain');
  return canvas;
}

/** Name, effect, plot, verdict where there is room; below what a row rests on. */
export function forestChart(figure: Forest, page: Page): Line[] {
  const { glyphs } = page;
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));
  const name = widest(figure.rows.map((row) => row.name));
  const value = widest(figure.rows.map((row) => row.at?.label ?? ''));
  const verdict = widest(figure.rows.map((row) => row.verdict));
  const left = GAP + name + GAP + value + GAP;
  const beside = page.width - left - GAP - verdict >= MIN_PLOT;
  const plot = Math.max(2, page.width - left - (beside ? GAP + verdict : 0));
  const on = { scale: scaleOf(figure.axis, plot), page };
  const rows = figure.rows.flatMap((row): Line[] => {
    const tone = row.highlight ? 'accent-strong' : 'plain';
    return [
      [
        span(padEnd(row.highlight ? glyphs.selected : '', GAP), 'accent-strong'),
        span(padEnd(row.name, name + GAP), tone),
        span(padStart(row.at?.label ?? glyphs.hatch.repeat(Math.min(3, value)), value) + ' '.repeat(GAP), tone),
        ...(drawRow(row, figure, plot, on).lines()[0] ?? []),
        ...(beside ? [span(' '.repeat(GAP) + row.verdict, tone === 'plain' ? 'dim' : tone)] : []),
      ],
      ...wrap(
        [...(beside ? [] : [row.verdict]), row.detail].filter((text) => text !== '').join('; '),
        page.width - GAP - GAP,
      ).map((text) => [span(' '.repeat(2 * GAP) + text, 'dim')]),
    ];
  });
  const axis = axisLines(figure.axis, on.scale, plot, page).map((spans) => [span(' '.repeat(left)), ...spans]);
  return framed(figure, [...rows, ...axis], page, forestKey(figure, page));
}

function forestKey({ rows, zone }: Forest, { glyphs }: Page): string[] {
  return [
    `${glyphs.point} adjusted`,
    ...(rows.some((row) => row.interval !== null) ? [`${glyphs.interval.repeat(2)} its interval`] : []),
    ...(rows.some((row) => row.raw !== null) ? [`${glyphs.modelledPoint} raw`] : []),
    `${glyphs.median} no effect`,
    `${glyphs.leader.repeat(2)} too small to matter: ${zone.low.label} to ${zone.high.label}`,
  ];
}
