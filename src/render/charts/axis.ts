/** The horizontal axis shared by the charts. */
import { html, type Markup } from '../html/markup.js';
import { anchorFor, NARROW_PX, shorten, touching } from './labels.js';
import type { Axis, PercentScale } from './scale.js';

export interface AxisTick {
  readonly at: number;
  /** null: the line stands without its label, which would touch its neighbours at every width. */
  readonly label: string | null;
  /** Left out on a phone, where it would touch its neighbour. */
  readonly wideOnly: boolean;
  /** Classes that keep the label inside, on a phone and on wider pages. */
  readonly anchor: string;
}

export interface AxisRoom {
  /** Width of the plot at which all labels are shown, px. */
  readonly widePx: number;
  /** Room beside the plot into which labels may run there, px. */
  readonly slackPx: number;
}

/** Ticks with their places; of labels that would touch, every second is left out, on a phone or everywhere. */
export function axisTicks(axis: Axis, scale: PercentScale, { widePx, slackPx }: AxisRoom): AxisTick[] {
  const inside = axis.ticks.filter((tick) => tick.value >= axis.min && tick.value <= axis.max);
  const labels = inside.map((tick) => ({ at: scale(tick.value), text: shorten(tick.label, 14) }));
  const onPhone = touching(labels, NARROW_PX);
  const everywhere = onPhone && touching(labels, widePx);
  return labels.map((label, index) => {
    const second = index % 2 === 1;
    const wide = anchorFor(label, widePx, slackPx);
    const phone = anchorFor(label, NARROW_PX);
    const anchor = `${wide === 'middle' ? '' : wide}${phone === wide ? '' : ` phone-${phone}`}`.trim();
    return { at: label.at, label: everywhere && second ? null : label.text, wideOnly: onPhone && second, anchor };
  });
}

/** Vertical lines at the ticks, from `top` to `bottom` (px, or a share of the height). */
export function gridLines(ticks: readonly AxisTick[], top: number, bottom: number | string): Markup {
  const ends = html`%" y1="${top}" y2="${bottom}"/>`;
  return html`<g class="grid">${ticks.map(({ at }) => html`<line x1="${at}%" x2="${at}${ends}`)}</g>`;
}

/** Labels of the ticks with their baseline at `y` (px). */
export function tickLabels(ticks: readonly AxisTick[], y: number): Markup {
  return html`<g class="ticks" transform="translate(0 ${y})">${ticks.map(
    ({ at, label, wideOnly, anchor }) =>
      label !== null &&
      html`<text${classed(wideOnly ? `${anchor} extra-tick`.trim() : anchor)} x="${at}%">${label}</text>`,
  )}</g>`;
}

/** A class attribute; nothing for no names. */
export function classed(names: string): Markup | null {
  return names === '' ? null : html` class="${names}"`;
}
