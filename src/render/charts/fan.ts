/**
 * The fan: the figure of the report, the index line to today and the forecast with its bands; in a panel of its own below,
 * the official points and the past forecasts against them. Both panels have logarithmic axes of one scale and share the
 * time axis, so slopes compare although levels do not.
 */
import { html, type Markup } from '../html/markup.js';
import { classed } from './axis.js';
import { endLabels, pointLabels } from './fan-labels.js';
import { bandPaths, linePaths } from './fan-paths.js';
import { type FanFigure, type Panel, type Placement, placement } from './fan-placement.js';
import { anchorFor, FAN_NARROW_PX, shorten, touching } from './labels.js';
import { rounded } from './scale.js';

/** Room for the dates below the panels. */
const DATES_PX = 24;

/** The plot stretches between two columns of labels of fixed width. */
export function fan(figure: FanFigure): Markup {
  const place = placement(figure);
  const { height } = place;
  return html`<div class="fan"><svg height="${height + DATES_PX}" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${panelGrid(place.ours)}${panelGrid(place.official)}${dates(figure, place)}<svg height="${height}" viewBox="0 0 1000 ${height}" preserveAspectRatio="none">${bandPaths(figure, place)}${linePaths(figure, place)}</svg>${points(figure, place)}${pointLabels(figure, place)}${endLabels(figure, place)}</svg></div>${key(figure)}`;
}

function panelGrid({ axis, name, top, y }: Panel): Markup {
  const ticks = axis.ticks.map((tick) => ({ at: y(tick.value), label: tick.label }));
  return html`<text class="panel-name" y="${top - 7}">${name}</text><g class="grid">${ticks.map(
    ({ at }) => html`<line x2="100%" y1="${at}" y2="${at}"/>`,
  )}</g><g class="ticks end">${ticks.map(
    ({ at, label }) => html`<text x="-8" y="${rounded(at + 4)}">${shorten(label, 10)}</text>`,
  )}</g>`;
}

/** The dates, and an upright line through both panels at the as-of date. */
function dates({ dates, aged }: FanFigure, { x, height }: Placement): Markup {
  const labels = dates.map(({ date, label }) => ({ at: x(date), text: shorten(label, 10) }));
  const crowded = touching(labels, FAN_NARROW_PX);
  const now = aged === null ? null : x(aged.date);
  return html`${now !== null && html`<line class="now" x1="${now}%" x2="${now}%" y1="4" y2="${height}"/>`}<line class="axis" x2="100%" y1="${height}" y2="${height}"/><g class="ticks" transform="translate(0 ${height + 17})">${labels.map(
    (label, index) => {
      const anchor = anchorFor(label, FAN_NARROW_PX);
      const names = [...(anchor === 'middle' ? [] : [anchor]), ...(crowded && index % 2 === 1 ? ['extra-tick'] : [])];
      return html`<text${classed(names.join(' '))} x="${label.at}%">${label.text}</text>`;
    },
  )}</g>`;
}

function points({ observed, aged, carried, forecast }: FanFigure, { x, ours, official }: Placement): Markup {
  const dot = ({ date, at }: FanFigure['observed'][number], panel: Panel, name: string, radius: number) =>
    html`<circle class="${name}" cx="${x(date)}%" cy="${panel.y(at.value)}" r="${radius}"/>`;
  const last = forecast.at(-1);
  return html`${observed.map((point) => dot(point, official, 'fan-point', 3))}${carried && dot(carried.stated, ours, 'fan-open', 4)}${aged && dot(aged, ours, 'fan-now', 5)}${last && dot(last, ours, 'fan-open', 4.5)}`;
}

/** What the shades and thin lines mean; the rest is named where it is drawn. */
function key({ past = [], carried, forecast }: FanFigure): Markup {
  const bands = [...(forecast.at(-1)?.bands ?? [])].sort((a, b) => b.level - a.level).slice(0, 3);
  const entries: (readonly [name: string, words: string])[] = [
    ...bands.map(({ levelLabel }, index): readonly [string, string] => [`fan-band-${index}`, `${levelLabel} band`]),
    ...(carried === undefined ? [] : [['line', `as stated, carried by ${carried.name}`] as const]),
    ...(past.length === 0 ? [] : [['thin', 'past forecasts, a year ahead, 90%'] as const]),
  ];
  return html`<ul class="legend">${entries.map(([name, words]) => html`<li><i class="swatch ${name}"></i>${words}</li>`)}</ul>`;
}
