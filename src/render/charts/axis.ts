/** The horizontal axis shared by the charts. */
import { html, type Markup } from '../html/markup.js';
import { anchorFor, NARROW_PX, placeInLanes, shorten } from './labels.js';
import { type Axis, type PercentScale, percentScale } from './scale.js';

export interface AxisTick {
  readonly at: number;
  readonly label: string;
  /** Left out on a phone, where it would touch its neighbour. */
  readonly wideOnly: boolean;
}

/** Ticks with their places; when they would touch on a phone every second is marked. */
export function axisTicks(axis: Axis, scale: PercentScale = percentScale(axis)): AxisTick[] {
  const inside = axis.ticks.filter((tick) => tick.value >= axis.min && tick.value <= axis.max);
  const labels = inside.map((tick) => ({ at: scale(tick.value), text: shorten(tick.label, 14) }));
  const crowded = placeInLanes(labels, NARROW_PX).some(({ lane }) => lane > 0);
  return labels.map(({ at, text }, index) => ({ at, label: text, wideOnly: crowded && index % 2 === 1 }));
}

/** Vertical lines at the ticks, from `top` to `bottom` (px, or a share of the height). */
export function gridLines(ticks: readonly AxisTick[], top: number, bottom: number | string): Markup[] {
  return ticks.map(
    ({ at, wideOnly }) =>
      html`<line class="grid${wideOnly ? ' extra-tick' : ''}" x1="${at}%" x2="${at}%" y1="${top}" y2="${bottom}"/>`,
  );
}

/** Labels of the ticks with their baseline at `y` (px). */
export function tickLabels(ticks: readonly AxisTick[], y: number): Markup[] {
  return ticks.map(({ at, label, wideOnly }) => {
    const anchor = anchorFor({ at, text: label }, NARROW_PX);
    const name = wideOnly ? 'tick extra-tick' : 'tick';
    return html`<text class="${name}" x="${at}%" y="${y}" text-anchor="${anchor}">${label}</text>`;
  });
}
