/** The fan: observed points, past forecasts against them, the index line to today, and the forecast with its bands. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { anchorFor, NARROW_PX, placeInLanes, shorten, spreadVertically } from './labels.js';
import { type PercentScale, percentScale, rounded, timeScale } from './scale.js';

export type FanFigure = Extract<Figure, { kind: 'fan' }>;
type Point = FanFigure['observed'][number];

const PLOT_PX = 250;
const TOP_PX = 12;
/** Width left for the plot on a phone, between its two columns of labels. */
const PLOT_NARROW_PX = NARROW_PX - 130;
const HEIGHT_PX = TOP_PX + PLOT_PX + 26;

/** The plot stretches between two columns of labels of fixed width. */
export function fan(figure: FanFigure): Markup {
  const place = placement(figure);
  return html`<div class="fan"><svg class="fan-scale" width="100%" height="${HEIGHT_PX}" aria-hidden="true">${figure.axis.ticks.map(
    (tick) =>
      html`<text class="tick" x="100%" y="${place.y(tick.value) + 4}" text-anchor="end">${shorten(tick.label, 10)}</text>`,
  )}</svg><svg class="fan-plot" width="100%" height="${HEIGHT_PX}" role="img"><title>${figure.title}</title><desc>${figure.alt}</desc>${grid(figure, place)}${bands(figure, place)}${lines(figure, place)}${points(figure, place)}${pointLabels(figure, place)}</svg>${endLabels(figure, place)}</div>${key(figure)}`;
}

interface Placement {
  /** Percent of the width. */
  readonly x: (date: string) => number;
  /** Pixels from the top. */
  readonly y: (value: number) => number;
  /** Percent of the plot's height from its top, for stretched paths. */
  readonly yPercent: PercentScale;
}

function placement({ axis, dates, observed, aged, carried, forecast }: FanFigure): Placement {
  const scale = percentScale(axis);
  const drawn = [...dates, ...observed, ...(aged === null ? [] : [aged]), ...forecast];
  const all = [...drawn, ...(carried === undefined ? [] : [carried.stated])].map(({ date }) => date);
  const yPercent = (value: number) => rounded(100 - scale(value));
  return { x: timeScale(all), yPercent, y: (value) => rounded(TOP_PX + (yPercent(value) / 100) * PLOT_PX) };
}

function grid({ axis, dates }: FanFigure, { x, y }: Placement): Markup {
  const bottom = TOP_PX + PLOT_PX;
  const labels = dates.map(({ date, label }) => ({ at: x(date), text: shorten(label, 10) }));
  const crowded = placeInLanes(labels, PLOT_NARROW_PX).some(({ lane }) => lane > 0);
  return html`${axis.ticks.map((tick) => html`<line class="grid" x1="0" x2="100%" y1="${y(tick.value)}" y2="${y(tick.value)}"/>`)}<line class="axis" x1="0" x2="100%" y1="${bottom}" y2="${bottom}"/>${labels.map(
    ({ at, text }, index) =>
      html`<text class="tick${crowded && index % 2 === 1 ? ' extra-tick' : ''}" x="${at}%" y="${bottom + 18}" text-anchor="${anchorFor({ at, text }, PLOT_NARROW_PX)}">${text}</text>`,
  )}`;
}

function bands({ aged, observed, forecast }: FanFigure, { x, yPercent }: Placement): Markup {
  const start = aged ?? observed.at(-1);
  const levels = [...new Set(forecast.flatMap((point) => point.bands.map(({ level }) => level)))].sort((a, b) => b - a);
  const paths = levels.map((level, index) => {
    const upper: string[] = [];
    const lower: string[] = [];
    for (const point of forecast) {
      const found = point.bands.find((band) => band.level === level);
      if (found === undefined) continue;
      upper.push(`${x(point.date)},${yPercent(found.high.value)}`);
      lower.unshift(`${x(point.date)},${yPercent(found.low.value)}`);
    }
    const apex = start === undefined ? [] : [`${x(start.date)},${yPercent(start.at.value)}`];
    return html`<polygon class="fan-band fan-band-${Math.min(index, 2)}" points="${[...apex, ...upper, ...lower].join(' ')}"/>`;
  });
  return stretched(paths);
}

function lines({ observed, aged, carried, past = [], forecast }: FanFigure, { x, yPercent }: Placement): Markup {
  const polyline = (points: readonly { date: string; at: Point['at'] }[], name: string) =>
    html`<polyline class="${name}" points="${points.map(({ date, at }) => `${x(date)},${yPercent(at.value)}`).join(' ')}"/>`;
  const start = aged ?? observed.at(-1);
  return stretched([
    polyline(observed, 'fan-observed'),
    ...past.map(({ from, to }) => {
      const { low, high } = to.band;
      return html`${polyline([from, to], 'fan-past')}${polyline(
        [low, high].map((at) => ({ date: to.date, at })),
        'fan-past',
      )}`;
    }),
    carried === undefined ? null : polyline(carried.line, 'fan-index'),
    polyline([...(start === undefined ? [] : [start]), ...forecast], 'fan-forecast'),
  ]);
}

/** Paths know no percentages, so they stretch in a square of 100 units; their strokes do not. */
function stretched(paths: readonly (Markup | null)[]): Markup {
  return html`<svg x="0" y="${TOP_PX}" width="100%" height="${PLOT_PX}" viewBox="0 0 100 100" preserveAspectRatio="none" overflow="visible">${paths}</svg>`;
}

function points({ observed, aged, carried, forecast }: FanFigure, { x, y }: Placement): Markup {
  const dot = ({ date, at }: { date: string; at: Point['at'] }, name: string, radius: number) =>
    html`<circle class="${name}" cx="${x(date)}%" cy="${y(at.value)}" r="${radius}"/>`;
  const last = forecast.at(-1);
  return html`${observed.map((point) => dot(point, 'fan-point', 3))}${carried && dot(carried.stated, 'fan-stated', 4)}${aged && dot(aged, 'fan-now', 5)}${last && dot(last, 'fan-end', 4.5)}`;
}

/** Direct labels of the first observation, of the amount as stated and of today, on the side of the line that is free. */
function pointLabels({ observed, aged, carried }: FanFigure, { x, y }: Placement): Markup {
  const first = observed[0];
  const second = observed[1] ?? aged;
  const now = aged ?? observed.at(-1);
  const stated = carried?.stated;
  const before = stated ?? (aged === null ? observed.at(-2) : observed.at(-1));
  const rising = (from: Point | null | undefined, to: Point | null | undefined) =>
    from != null && to != null && to.at.value >= from.at.value;
  const text = (point: Point, above: boolean, anchor: string) =>
    html`<text class="value halo" x="${x(point.date)}%" y="${y(point.at.value) + (above ? -12 : 22)}" text-anchor="${anchor}">${shorten(point.at.label, 14)}</text>`;
  const nowText =
    now === undefined || now === first ? null : text(now, before === undefined || rising(before, now), 'end');
  const statedText = stated === undefined || now === undefined ? null : text(stated, !rising(stated, now), 'end');
  return html`${first && text(first, !rising(first, second), 'start')}${statedText}${nowText}`;
}

/** What each mark is, for marks that have no label of their own. */
function key({ observed, carried, past = [], forecast }: FanFigure): Markup | null {
  const entries = [
    ...(observed.length === 0 ? [] : [['observed', 'official means']]),
    ...(past.length === 0 ? [] : [['past', 'past forecasts, a year ahead, 90%']]),
    ...(carried === undefined ? [] : [['stated', `as stated, carried by ${shorten(carried.name, 40)}`]]),
    ...(forecast.at(-1)?.bands ?? []).map(({ levelLabel }, index, { length }) => [
      `band-${length - 1 - index}`,
      levelLabel,
    ]),
  ];
  if (past.length === 0 && carried === undefined) return null;
  return html`<ul class="legend">${entries.map(([name, words]) => html`<li><span class="swatch fan-key-${name}"></span>${words}</li>`)}</ul>`;
}

/** The end of the forecast and its widest band, in a column of their own. */
function endLabels({ forecast }: FanFigure, { y }: Placement): Markup {
  const end = forecast.at(-1);
  if (end === undefined)
    return html`<svg class="fan-end-labels" width="100%" height="${HEIGHT_PX}" aria-hidden="true"></svg>`;
  const widest = [...end.bands].sort((a, b) => b.level - a.level)[0];
  const marks = [
    { mark: end.at, name: 'value strong' },
    ...(widest === undefined ? [] : [widest.high, widest.low].map((mark) => ({ mark, name: 'tick' }))),
  ];
  const places = spreadVertically(
    marks.map(({ mark }) => y(mark.value)),
    16,
    TOP_PX + PLOT_PX,
  );
  return html`<svg class="fan-end-labels" width="100%" height="${HEIGHT_PX}" aria-hidden="true">${marks.map(
    ({ mark, name }, index) =>
      html`<text class="${name}" x="4" y="${rounded(places[index] as number) + 4}">${shorten(mark.label, 10)}</text>`,
  )}</svg>`;
}
