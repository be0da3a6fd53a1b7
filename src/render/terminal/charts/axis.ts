/** Places on an axis, and the axis itself. */
import { type Axis, continuousScale } from '../../charts/scale.js';
import { CellCanvas } from '../cell-canvas.js';
import type { Line } from '../line.js';
import type { Page } from '../page.js';
import { textWidth } from '../text-width.js';

/** Where a value lies, as the index of one of `steps` places; values outside the axis go to its ends. */
export type Scale = (value: number) => number;

export function scaleOf(axis: Axis, steps: number): Scale {
  const place = continuousScale(axis, steps - 1);
  return (value) => Math.round(place(value));
}

/** The column at which a text centred on `x` begins, kept within `width`. */
export function centred(x: number, text: string, width: number): number {
  return Math.max(0, Math.min(width - textWidth(text), x - Math.floor(textWidth(text) / 2)));
}

interface Tick {
  readonly x: number;
  readonly label: string;
}

/** Writes every `each`-th label; false when one of them touches the one before. */
function writeLabels(canvas: CellCanvas, ticks: readonly Tick[], each: number): boolean {
  return ticks
    .filter((_tick, index) => index % each === 0)
    .every(({ x, label }) => {
      const start = centred(x, label, canvas.width);
      if (!canvas.isFree(start, 0, label)) return false;
      canvas.write(start, 0, label, 'dim');
      return true;
    });
}

/** Two lines: a rule with all ticks, and as many of the labels, evenly left out, as have room. */
export function tickLines(ticks: readonly Tick[], width: number, page: Page): Line[] {
  const rule = new CellCanvas(width, 1);
  rule.fill(0, width - 1, 0, page.glyphs.axis, 'dim');
  for (const { x } of ticks) rule.set(x, 0, page.glyphs.tick, 'dim');
  for (let each = 1; each <= ticks.length; each += 1) {
    const labels = new CellCanvas(width, 1);
    if (writeLabels(labels, ticks, each)) return [...rule.lines(), ...labels.lines()];
  }
  return rule.lines();
}

/** The axis below a drawing of `width` cells. */
export function axisLines(axis: Axis, scale: Scale, width: number, page: Page): Line[] {
  return tickLines(
    axis.ticks.map((tick) => ({ x: scale(tick.value), label: tick.label })),
    width,
    page,
  );
}
