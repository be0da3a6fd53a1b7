/** Direct labels of the fan: first and last observation, the amount as stated, today's, and the ends of the forecast. */
import { html, type Markup } from '../html/markup.js';
import type { FanFigure, Panel, Placement } from './fan-placement.js';
import { shorten, spreadVertically } from './labels.js';
import { rounded } from './scale.js';

type Point = FanFigure['observed'][number];

/** Each where its line leaves room: the last observation right of its point, the others above or below. */
export function pointLabels({ observed, aged, carried }: FanFigure, { x, ours, official }: Placement): Markup {
  const text = (point: Point, panel: Panel, { side, dy }: { side: string; dy: number }) =>
    html`<text class="value ${side}" x="${x(point.date)}%"${side === 'right' && html` dx="9"`} y="${rounded(panel.y(point.at.value) + dy)}">${shorten(point.at.label, 14)}</text>`;
  const above = (is: boolean) => (is ? -10 : 20);
  const [first, second] = observed;
  const last = observed.at(-1);
  const stated = carried?.stated;
  const rises = (from: Point | undefined, to: Point | null | undefined) =>
    from !== undefined && to != null && to.at.value >= from.at.value;
  return html`${first && second && text(first, official, { side: 'start', dy: above(!rises(first, second)) })}${
    last && text(last, official, { side: 'right', dy: 4 })
  }${stated && text(stated, ours, { side: 'end', dy: above(!rises(stated, aged)) })}${
    aged && text(aged, ours, { side: 'end', dy: above(stated === undefined || rises(stated, aged)) })
  }`;
}

/** The end of the forecast and its widest band, in a column of their own. */
export function endLabels({ forecast }: FanFigure, { ours }: Placement): Markup | null {
  const end = forecast.at(-1);
  if (end === undefined) return null;
  const widest = [...end.bands].sort((a, b) => b.level - a.level)[0];
  const marks = [
    { mark: end.at, name: 'value strong' },
    ...(widest === undefined ? [] : [widest.high, widest.low].map((mark) => ({ mark, name: 'name' }))),
  ];
  const places = spreadVertically(
    marks.map(({ mark }) => ours.y(mark.value)),
    16,
    ours.bottom,
  );
  return html`<g class="start">${marks.map(
    ({ mark, name }, index) =>
      html`<text class="${name}" x="100%" dx="9" y="${rounded((places[index] as number) + 4)}">${shorten(mark.label, 10)}</text>`,
  )}</g>`;
}
