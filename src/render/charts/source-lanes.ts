/** The sources' own medians as small marks under the band: one lane for each thing that sources state, named beside it. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { estimatedWidth, NARROW_PX, shorten } from './labels.js';
import type { PercentScale } from './scale.js';

type SourceMark = Extract<Figure, { kind: 'pay-band' }>['sources'][number];

export const SOURCE_LANE_PX = 16;
const GAP_PX = 8;

/** The lanes in the order in which the model names their groups, each around y = 0. */
export function sourceLanes(sources: readonly SourceMark[], scale: PercentScale): Markup[] {
  const groups = new Map<string, SourceMark[]>();
  for (const source of sources) groups.set(source.group, [...(groups.get(source.group) ?? []), source]);
  return [...groups].map(([group, marks]) => lane(shorten(group, 12), marks, scale));
}

function lane(group: string, marks: readonly SourceMark[], scale: PercentScale): Markup {
  const ends = marks.flatMap(({ at, interval }) => [
    scale(interval?.low.value ?? at.value),
    scale(interval?.high.value ?? at.value),
  ]);
  return html`${marks.map(
    ({ interval }) => interval && html`<line x1="${scale(interval.low.value)}%" x2="${scale(interval.high.value)}%"/>`,
  )}${marks.map(
    ({ at, modelled }) => html`<circle${modelled && html` class="modelled"`} cx="${scale(at.value)}%" r="3"/>`,
  )}${name(group, Math.min(...ends), Math.max(...ends))}`;
}

/** Right of the marks where a phone has room for it, else left of them, else over their end. */
function name(group: string, low: number, high: number): Markup {
  const needed = ((estimatedWidth(group) + GAP_PX) / NARROW_PX) * 100;
  if (high + needed <= 100) return html`<text class="start" x="${high}%" dx="${GAP_PX}" dy="4">${group}</text>`;
  if (low - needed >= 0) return html`<text class="end" x="${low}%" dx="${-GAP_PX}" dy="4">${group}</text>`;
  return html`<text class="end" x="100%" dy="4">${group}</text>`;
}
