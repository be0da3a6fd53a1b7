/** The pay band: percentiles on one axis, each with its own interval, the sources' medians below, the offer as a flag. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { axisTicks, classed, gridLines, tickLabels } from './axis.js';
import { NARROW_PX, placeInLanes, shorten, WIDE_PX } from './labels.js';
import { LANE_PX as LABEL_LANE_PX, percentileLabels } from './percentile-labels.js';
import { type PercentScale, percentScale, rounded } from './scale.js';
import { SOURCE_LANE_PX, sourceLanes } from './source-lanes.js';

export type PayBandFigure = Extract<Figure, { kind: 'pay-band' }>;
type Percentile = PayBandFigure['percentiles'][number];

const BAND_PX = 30;
const WHISKERS_PX = 30;
const FLAG_PX = 20;

/** One drawing for every width: on a phone the style sheet lifts labels that would touch into lanes of their own. */
export function payBand(figure: PayBandFigure): Markup {
  const scale = percentScale(figure.axis);
  const labels = percentileLabels(figure.percentiles, scale);
  const top = labels.lanes * LABEL_LANE_PX + 4;
  const whiskers = top + BAND_PX + 12;
  const sources = sourceLanes(figure.sources, scale);
  const firstLane = whiskers + WHISKERS_PX;
  const flag = firstLane + sources.length * SOURCE_LANE_PX;
  const axisY = figure.offer === null ? flag : flag + FLAG_PX;
  const ticks = axisTicks(figure.axis, scale, { widePx: WIDE_PX, slackPx: 0 });
  return html`<svg class="band${labels.liftedLanes > 0 && ` lifted-${labels.liftedLanes}`}" height="${axisY + 22}" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${gridLines(ticks, top - 2, axisY)}<g transform="translate(0 ${top})">${band(figure, scale)}${labels.drawn}</g><g class="whiskers" transform="translate(0 ${whiskers})">${intervals(figure, scale)}</g>${offerFlag(figure, scale, { top: top - 3, flag })}${sources.map(
    (lane, index) => html`<g class="lane" transform="translate(0 ${firstLane + index * SOURCE_LANE_PX})">${lane}</g>`,
  )}<line class="axis" x2="100%" y1="${axisY}" y2="${axisY}"/>${tickLabels(ticks, axisY + 16)}</svg>`;
}

/** Tails, middle half and median. */
function band({ percentiles }: PayBandFigure, scale: PercentScale): Markup {
  const at = (p: number) => {
    const found = percentiles.find((entry) => entry.p === p);
    return found === undefined ? null : scale(found.at.value);
  };
  const block = (low: number | null, high: number | null, name: string, inset: number) =>
    low === null || high === null
      ? null
      : html`<rect class="${name}" x="${low}%" width="${rounded(high - low)}%" y="${inset}" height="${BAND_PX - 2 * inset}"/>`;
  const middle = at(50);
  return html`${block(at(10), at(90), 'outer', 7)}${block(at(25), at(75), 'inner', 0)}${
    middle !== null && html`<line class="median" x1="${middle}%" x2="${middle}%" y1="-3" y2="${BAND_PX + 3}"/>`
  }`;
}

/** The interval of each percentile; neighbours take turns on two lines so that overlaps stay readable. */
function intervals({ percentiles }: PayBandFigure, scale: PercentScale): Markup {
  const onLine = (quartiles: boolean) =>
    percentiles.filter(({ p }) => [25, 75].includes(p) === quartiles).map((percentile) => whisker(percentile, scale));
  return html`${onLine(false)}<g transform="translate(0 9)">${onLine(true)}</g>`;
}

function whisker({ p, at, interval, modelled }: Percentile, scale: PercentScale): Markup {
  const name = [p === 50 ? 'strong' : '', modelled ? 'modelled' : ''].filter((part) => part !== '').join(' ');
  return html`<g${classed(name)}>${interval && html`<line x1="${scale(interval.low.value)}%" x2="${scale(interval.high.value)}%"/>`}<circle cx="${scale(at.value)}%" r="3.5"/></g>`;
}

/** A pole over the whole height, its pennant and words on the side that has room. */
function offerFlag(
  { offer }: PayBandFigure,
  scale: PercentScale,
  { top, flag }: { top: number; flag: number },
): Markup | null {
  if (offer === null) return null;
  const at = scale(offer.at.value);
  const text = `${shorten(offer.name, 18)} ${shorten(offer.at.label, 14)}`;
  const [placed] = placeInLanes([{ at, text: `${text}mmm` }], NARROW_PX);
  const side = at > 50 && placed?.anchor !== 'start' ? -1 : 1;
  return html`<g class="offer"><line x1="${at}%" x2="${at}%" y1="${top}" y2="${flag + 14}"/><svg x="${at}%" y="${flag + 2}"><path d="M0 0h${9 * side}l${-3 * side} 5l${3 * side} 5h${-9 * side}z"/><text class="${side > 0 ? 'start' : 'end'}" x="${13 * side}" y="9.5">${text}</text></svg></g>`;
}
