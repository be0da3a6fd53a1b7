/** One estimate with its interval and quartiles on a row of a chart. */
import type { CellCanvas } from '../cell-canvas.js';
import type { Tone } from '../line.js';
import type { Page } from '../page.js';
import type { Scale } from './axis.js';

interface Band {
  readonly low: { readonly value: number };
  readonly high: { readonly value: number };
}

export interface IntervalMark {
  readonly at: { readonly value: number };
  readonly interval: Band | null;
  readonly quartiles: Band | null;
  readonly modelled: boolean;
  readonly tone: Tone;
}

/** Quartiles as a thin line, the interval shaded over it, the estimate on top. */
export function drawIntervalMark(
  canvas: CellCanvas,
  y: number,
  mark: IntervalMark,
  on: { scale: Scale; page: Page },
): void {
  const { scale, page } = on;
  const { glyphs } = page;
  if (mark.quartiles !== null) {
    canvas.fill(scale(mark.quartiles.low.value), scale(mark.quartiles.high.value), y, glyphs.tail, 'dim');
  }
  if (mark.interval !== null) {
    const shade = mark.modelled ? glyphs.modelledInterval : glyphs.interval;
    canvas.fill(scale(mark.interval.low.value), scale(mark.interval.high.value), y, shade, mark.tone);
  }
  const tone = mark.tone === 'accent' ? 'accent-strong' : mark.tone;
  canvas.set(scale(mark.at.value), y, mark.modelled ? glyphs.modelledPoint : glyphs.point, tone);
}
