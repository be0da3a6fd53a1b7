/**
 * Labels that do not touch each other.
 *
 * Charts keep their text at its real size at every width: horizontal positions are percentages and only marks stretch.
 * So labels are placed for the narrowest width at which a drawing is shown.
 */

/** Widest advance we expect of a character in the 12-13 px label faces. */
const CHARACTER_PX = 7.2;
const GAP_PX = 6;

/** Width of a plot on the narrowest phone (320 px) and at the least width of the wide drawing. */
export const NARROW_PX = 272;
export const WIDE_PX = 520;
/** Width left for the fan's plot on a phone, between its two columns of labels. */
export const FAN_NARROW_PX = NARROW_PX - 130;

export type Anchor = 'start' | 'middle' | 'end';

export interface Label {
  /** Place of the thing labelled, percent of the width. */
  readonly at: number;
  readonly text: string;
}

export interface PlacedLabel extends Label {
  readonly anchor: Anchor;
  /** 0 is next to the mark, higher lanes are further away. */
  readonly lane: number;
}

/** A label cut to a length at which it still fits on a phone. */
export function shorten(text: string, most = 28): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

/** Keeps a label inside the drawing and `slackPx` around it: it starts or ends at its mark when it is near an edge. */
export function anchorFor(label: Label, widthPx: number, slackPx = 0): Anchor {
  const half = estimatedWidth(label.text) / 2 - slackPx;
  const centre = (label.at / 100) * widthPx;
  if (centre - half < 0) return 'start';
  return centre + half > widthPx ? 'end' : 'middle';
}

/** Whether any of the labels, given from left to right, touches the one before. */
export function touching(labels: readonly Label[], widthPx: number): boolean {
  let end = Number.NEGATIVE_INFINITY;
  return labels.some((label) => {
    const [left, right] = extent(label, anchorFor(label, widthPx), widthPx);
    const touches = left < end + GAP_PX;
    end = right;
    return touches;
  });
}

/** Puts each label into the lowest lane where it touches none of the labels placed before. */
export function placeInLanes(labels: readonly Label[], widthPx: number): PlacedLabel[] {
  const lanes: [left: number, right: number][][] = [];
  return labels.map((label) => {
    const anchor = anchorFor(label, widthPx);
    const [left, right] = extent(label, anchor, widthPx);
    let lane = 0;
    while (lanes[lane]?.some((taken) => left < taken[1] + GAP_PX && right > taken[0] - GAP_PX)) lane += 1;
    lanes[lane] = [...(lanes[lane] ?? []), [left, right]];
    return { ...label, anchor, lane };
  });
}

/** Moves labels of a column apart vertically, in order of their places, at least `gapPx` from each other. */
export function spreadVertically(places: readonly number[], gapPx: number, heightPx: number): number[] {
  const order = places.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  const spread: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (const { at, index } of order) {
    least = Math.max(at, least + gapPx);
    spread[index] = least;
  }
  const excess = Math.max(0, Math.max(...spread) - heightPx);
  return spread.map((at) => at - excess);
}

function extent(label: Label, anchor: Anchor, widthPx: number): [number, number] {
  const width = estimatedWidth(label.text);
  const at = (label.at / 100) * widthPx;
  if (anchor === 'start') return [at, at + width];
  return anchor === 'end' ? [at - width, at] : [at - width / 2, at + width / 2];
}

/** Width we expect of a text at the size of labels, px. */
export function estimatedWidth(text: string): number {
  return text.length * CHARACTER_PX;
}
