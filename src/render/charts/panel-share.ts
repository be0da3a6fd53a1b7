/** Heights of two panels over one time axis. */
import type { Axis } from './scale.js';

/** The part of the common height that the first panel takes so that both have one scale. */
export function panelShare(first: Axis, second: Axis): number {
  const length = ({ min, max }: Axis) => Math.log(max / min);
  const share = length(first) / (length(first) + length(second));
  return Number.isFinite(share) ? Math.min(0.7, Math.max(0.3, share)) : 0.5;
}
