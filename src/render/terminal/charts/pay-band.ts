/** The pay band: five percentiles on one axis, each with its own interval, and the offer as a flag. */
import type { Figure } from '../../../report/model.js';
import { CellCanvas } from '../cell-canvas.js';
import { type Line, span } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';
import { padEnd, padStart } from '../wrap.js';
import { axisLines, centred, type Scale, scaleOf } from './axis.js';
import { framed } from './chart-frame.js';
import { drawIntervalMark } from './interval-mark.js';

type PayBand = Extract<Figure, { kind: 'pay-band' }>;
type Percentile = PayBand['percentiles'][number];

const MIN_PLOT_WITH_INTERVALS = 30;
const GAP = 2;

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(textWidth));

/** The sources by what they state, in the order of the model. */
function sourceGroups({ sources }: PayBand): [group: string, marks: PayBand['sources']][] {
  const groups = new Map<string, PayBand['sources'][number][]>();
  for (const source of sources) groups.set(source.group, [...(groups.get(source.group) ?? []), source]);
  return [...groups];
}

/** Medians of sources on one row: intervals as thin lines, marks over all of them. */
function drawSources(canvas: CellCanvas, y: number, marks: PayBand['sources'], on: { scale: Scale; page: Page }): void {
  const { glyphs } = on.page;
  for (const { interval } of marks) {
    if (interval !== null)
      canvas.fill(on.scale(interval.low.value), on.scale(interval.high.value), y, glyphs.tail, 'dim');
  }
  for (const { at, modelled } of marks)
    canvas.set(on.scale(at.value), y, modelled ? glyphs.modelledPoint : glyphs.point, 'dim');
}

const intervalWords = (entry: Percentile): string =>
  entry.interval === null ? '' : `${entry.interval.low.label} to ${entry.interval.high.label}`;

/** Tails, middle half and median on one row. */
function drawBand(canvas: CellCanvas, y: number, figure: PayBand, on: { scale: Scale; page: Page }): void {
  const { glyphs } = on.page;
  const column = (p: number): number | undefined => {
    const entry = figure.percentiles.find((percentile) => percentile.p === p);
    return entry === undefined ? undefined : on.scale(entry.at.value);
  };
  const [p10, p25, p50, p75, p90] = [column(10), column(25), column(50), column(75), column(90)];
  const first = p10 ?? p25;
  const last = p90 ?? p75;
  if (first !== undefined && last !== undefined) {
    canvas.fill(first, last, y, glyphs.tail, 'accent');
    canvas.set(first, y, glyphs.tailStart, 'accent');
    canvas.set(last, y, glyphs.tailEnd, 'accent');
  }
  if (p25 !== undefined && p75 !== undefined) canvas.fill(p25, p75, y, glyphs.box, 'accent-strong');
  if (p50 !== undefined) canvas.set(p50, y, glyphs.median, 'accent-strong');
}

/** The flag with its words on a row, and its pole down to the last row. */
function drawOffer(canvas: CellCanvas, figure: PayBand, on: { scale: Scale; page: Page }, lastRow: number): void {
  if (figure.offer === null) return;
  const { glyphs } = on.page;
  const x = on.scale(figure.offer.at.value);
  const words = `${figure.offer.name} ${figure.offer.at.label}`;
  const fitsRight = x + 2 + textWidth(words) <= canvas.width;
  canvas.write(fitsRight ? x + 2 : Math.max(0, x - 1 - textWidth(words)), 0, words, 'warning');
  canvas.set(x, 0, glyphs.flag, 'warning');
  for (let y = 1; y <= lastRow; y += 1) canvas.setIfFree(x, y, glyphs.guide, 'warning');
}

/** Names and values at the left, marks on the axis, interval ends at the right where there is room. */
export function payBandChart(figure: PayBand, page: Page): Line[] {
  const groups = sourceGroups(figure);
  const names = widest([...figure.percentiles.map((entry) => entry.name), ...groups.map(([group]) => group)]);
  const values = widest(figure.percentiles.map((entry) => entry.at.label));
  const ends = widest(figure.percentiles.map(intervalWords));
  const left = names + GAP + values + GAP;
  const withEnds = page.width - left - GAP - ends >= MIN_PLOT_WITH_INTERVALS;
  const plot = page.width - left - (withEnds ? GAP + ends : 0);
  const scale = scaleOf(figure.axis, plot);
  const on = { scale, page };
  const top = figure.offer === null ? 0 : 1;
  const canvas = new CellCanvas(plot, top + 1 + figure.percentiles.length + groups.length);
  const firstSource = top + 1 + figure.percentiles.length;
  drawBand(canvas, top, figure, on);
  figure.percentiles.forEach((entry, index) => {
    const tone = entry.p === 50 ? 'accent' : 'plain';
    drawIntervalMark(canvas, top + 1 + index, { ...entry, quartiles: null, tone }, on);
  });
  groups.forEach(([, marks], index) => {
    drawSources(canvas, firstSource + index, marks, on);
  });
  drawOffer(canvas, figure, on, canvas.height - 1);
  const drawing = [...canvas.lines(), ...axisLines(figure.axis, scale, plot, page)].map((spans, index) => {
    const entry = figure.percentiles[index - top - 1];
    const [group] = groups[index - firstSource] ?? [];
    if (entry === undefined) return [span(padEnd(group ?? '', left), 'dim'), ...spans];
    const tone = entry.p === 50 ? 'accent-strong' : 'plain';
    return [
      span(padEnd(entry.name, names + GAP), tone),
      span(padStart(entry.at.label, values) + ' '.repeat(GAP), tone),
      ...spans,
      ...(withEnds ? [span(' '.repeat(GAP) + padStart(intervalWords(entry), ends), 'dim')] : []),
    ];
  });
  return framed(figure, drawing, page, payBandKey(figure, page));
}

function payBandKey(figure: PayBand, page: Page): string[] {
  const { glyphs } = page;
  const modelled = figure.percentiles.some((entry) => entry.modelled);
  return [
    `${glyphs.box.repeat(2)} middle half`,
    `${glyphs.interval.repeat(2)} interval`,
    ...(figure.sources.length === 0 ? [] : [`${glyphs.point}${glyphs.tail} median of a source`]),
    ...(modelled ? [`${glyphs.modelledInterval.repeat(2)} ${glyphs.modelledPoint} modelled`] : []),
  ];
}

/** The band without a frame in five rows or fewer: flag, band, interval of the median, names, values. */
export function compactPayBand(figure: PayBand, page: Page): Line[] {
  const scale = scaleOf(figure.axis, page.width);
  const on = { scale, page };
  const top = figure.offer === null ? 0 : 1;
  const canvas = new CellCanvas(page.width, top + 4);
  drawBand(canvas, top, figure, on);
  const median = figure.percentiles.find((entry) => entry.p === 50);
  if (median !== undefined) {
    drawIntervalMark(canvas, top + 1, { ...median, quartiles: null, tone: 'accent' }, on);
    if (median.interval !== null) {
      const words = `median between ${intervalWords(median).replace(' to ', ' and ')}`;
      const x = scale(median.interval.high.value) + 2;
      if (canvas.isFree(x, top + 1, words)) canvas.write(x, top + 1, words, 'dim');
    }
  }
  drawOffer(canvas, figure, on, top + 1);
  for (const entry of [...figure.percentiles].sort((a, b) => Math.abs(a.p - 50) - Math.abs(b.p - 50))) {
    const x = scale(entry.at.value);
    const [value, name] = [centred(x, entry.at.label, page.width), centred(x, entry.name, page.width)];
    if (!canvas.isFree(value, top + 2, entry.at.label) || !canvas.isFree(name, top + 3, entry.name)) continue;
    canvas.write(value, top + 2, entry.at.label, entry.p === 50 ? 'accent-strong' : 'plain');
    canvas.write(name, top + 3, entry.name, 'dim');
  }
  return canvas.lines();
}
