/** The pay band: percentiles on one axis, each with its own interval, and the offer as a flag. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { axisTicks, gridLines, tickLabels } from './axis.js';
import { anchorFor, NARROW_PX, placeInLanes, shorten, WIDE_PX } from './labels.js';
import { type PercentScale, percentScale } from './scale.js';

export type PayBandFigure = Extract<Figure, { kind: 'pay-band' }>;
type Percentile = PayBandFigure['percentiles'][number];

const LANE_PX = 34;
const BAND_PX = 30;
const WHISKERS_PX = 26;
const FLAG_PX = 22;

/** The band twice, for a phone and for wider pages; the style sheet shows the one that fits. */
export function payBand(figure: PayBandFigure): Markup {
  return html`${drawing(figure, 'narrow', NARROW_PX)}${drawing(figure, 'wide', WIDE_PX)}`;
}

function drawing(figure: PayBandFigure, size: 'narrow' | 'wide', widthPx: number): Markup {
  const scale = percentScale(figure.axis);
  const byImportance = [...figure.percentiles].sort((a, b) => Math.abs(a.p - 50) - Math.abs(b.p - 50));
  const labels = byImportance.map(({ at, name }) => ({
    at: scale(at.value),
    text: longer(shorten(at.label, 14), shorten(name, 14)),
  }));
  const placed = placeInLanes(labels, widthPx);
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane)) + 1;
  const top = lanes * LANE_PX + 4;
  const whiskers = top + BAND_PX + 12;
  const flag = whiskers + WHISKERS_PX;
  const axisY = figure.offer === null ? flag : flag + FLAG_PX;
  const ticks = axisTicks(figure.axis, scale);
  const percentileLabels = byImportance.map((percentile, index) => {
    const { at, anchor, lane } = placed[index] as (typeof placed)[number];
    return label(percentile, { at, anchor, lane, top });
  });
  return html`<svg class="band ${size}" width="100%" height="${axisY + 22}" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${gridLines(ticks, top - 2, axisY)}${band(figure, scale, top)}${percentileLabels}${figure.percentiles.map((percentile) => whisker(percentile, scale, whiskers))}${offerFlag(figure, scale, { top, flag, widthPx })}<line class="axis" x1="0" x2="100%" y1="${axisY}" y2="${axisY}"/>${tickLabels(ticks, axisY + 16)}</svg>`;
}

function band({ percentiles }: PayBandFigure, scale: PercentScale, top: number): Markup {
  const at = (p: number) => {
    const found = percentiles.find((entry) => entry.p === p);
    return found === undefined ? null : scale(found.at.value);
  };
  const bar = (low: number | null, high: number | null, name: string, inset: number) =>
    low === null || high === null
      ? null
      : html`<rect class="${name}" x="${low}%" width="${Math.max(0, high - low).toFixed(2)}%" y="${top + inset}" height="${BAND_PX - 2 * inset}"/>`;
  const middle = at(50);
  return html`${bar(at(10), at(90), 'outer', 7)}${bar(at(25), at(75), 'inner', 0)}${
    middle === null
      ? null
      : html`<line class="median" x1="${middle}%" x2="${middle}%" y1="${top - 3}" y2="${top + BAND_PX + 3}"/>`
  }`;
}

interface LabelPlace {
  readonly at: number;
  readonly anchor: string;
  readonly lane: number;
  readonly top: number;
}

function label({ at: mark, name, p }: Percentile, { at, anchor, lane, top }: LabelPlace): Markup {
  const y = top - 8 - lane * LANE_PX;
  const strong = p === 50 ? ' strong' : '';
  const leader =
    lane === 0
      ? null
      : html`<line class="leader" x1="${at}%" x2="${at}%" y1="${y + 5}" y2="${top + BAND_PX / 2 - 8}"/>`;
  return html`${leader}<text class="name${strong}" x="${at}%" y="${y - 14}" text-anchor="${anchor}">${shorten(name, 14)}</text><text class="value${strong}" x="${at}%" y="${y}" text-anchor="${anchor}">${shorten(mark.label, 14)}</text>`;
}

/** The interval of one percentile; neighbours take turns on two lines so that overlaps stay readable. */
function whisker({ p, at, interval, modelled }: Percentile, scale: PercentScale, top: number): Markup {
  const y = top + ([25, 75].includes(p) ? 9 : 0);
  const name = `whisker${p === 50 ? ' strong' : ''}${modelled ? ' modelled' : ''}`;
  const line =
    interval === null
      ? null
      : html`<line x1="${scale(interval.low.value)}%" x2="${scale(interval.high.value)}%" y1="${y}" y2="${y}"/>`;
  return html`<g class="${name}">${line}<circle cx="${scale(at.value)}%" cy="${y}" r="3.5"/></g>`;
}

interface FlagPlace {
  readonly top: number;
  readonly flag: number;
  readonly widthPx: number;
}

function offerFlag({ offer }: PayBandFigure, scale: PercentScale, { top, flag, widthPx }: FlagPlace): Markup | null {
  if (offer === null) return null;
  const at = scale(offer.at.value);
  const text = `${shorten(offer.name, 18)} ${shorten(offer.at.label, 14)}`;
  return html`<g class="offer"><line x1="${at}%" x2="${at}%" y1="${top - 3}" y2="${flag + 2}"/><text x="${at}%" y="${flag + 15}" text-anchor="${anchorFor({ at, text }, widthPx)}">${text}</text></g>`;
}

function longer(a: string, b: string): string {
  return a.length >= b.length ? a : b;
}
