/** Names and values above the band, in as many lanes as they need on a phone and on wider pages. */
import type { Figure } from '../../report/model.js';
import { html, type Markup } from '../html/markup.js';
import { NARROW_PX, type PlacedLabel, placeInLanes, shorten, WIDE_PX } from './labels.js';
import type { PercentScale } from './scale.js';

type Percentile = Extract<Figure, { kind: 'pay-band' }>['percentiles'][number];

export const LANE_PX = 34;

export interface PercentileLabels {
  /** Around the top of the band, which is y = 0. */
  readonly drawn: readonly Markup[];
  /** Lanes of the wide drawing, and how many more a phone needs. */
  readonly lanes: number;
  readonly liftedLanes: number;
}

/** The middle is placed first, so it stays next to the band; a phone lifts what does not fit beside it. */
export function percentileLabels(percentiles: readonly Percentile[], scale: PercentScale): PercentileLabels {
  const byImportance = [...percentiles].sort((a, b) => Math.abs(a.p - 50) - Math.abs(b.p - 50));
  const labels = byImportance.map(({ at, name }) => {
    const [value, word] = [shorten(at.label, 14), shorten(name, 14)];
    return { at: scale(at.value), text: value.length >= word.length ? value : word };
  });
  const wide = placeInLanes(labels, WIDE_PX);
  const narrow = placeInLanes(labels, NARROW_PX);
  const highest = (placed: readonly PlacedLabel[]) => Math.max(0, ...placed.map(({ lane }) => lane)) + 1;
  const drawn = byImportance.map((percentile, index) =>
    label(percentile, wide[index] as PlacedLabel, narrow[index] as PlacedLabel),
  );
  return { drawn, lanes: highest(wide), liftedLanes: Math.max(0, highest(narrow) - highest(wide)) };
}

function label({ at: mark, name, p }: Percentile, wide: PlacedLabel, narrow: PlacedLabel): Markup {
  const lift = Math.max(0, narrow.lane - wide.lane);
  const y = -8 - wide.lane * LANE_PX;
  const names = [
    'label',
    ...(p === 50 ? ['strong'] : []),
    ...(wide.anchor === 'middle' ? [] : [wide.anchor]),
    ...(narrow.anchor === wide.anchor ? [] : [`phone-${narrow.anchor}`]),
    ...(lift === 0 ? [] : [`lift-${lift}`]),
  ];
  const leader = (from: number, only: string) =>
    html`<line class="leader${only}" x1="${wide.at}%" x2="${wide.at}%" y1="${from}" y2="6"/>`;
  return html`${wide.lane > 0 && leader(y + 5, '')}${lift > 0 && leader(y + 5 - lift * LANE_PX, ' phone-only')}<g class="${names.join(' ')}"><text class="name" x="${wide.at}%" y="${y - 14}">${shorten(name, 14)}</text><text class="value" x="${wide.at}%" y="${y}">${shorten(mark.label, 14)}</text></g>`;
}
