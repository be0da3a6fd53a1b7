/** Says how far a long work is, how fast it goes and when it will end. */
import { formatCount } from '../core/format.js';

/** The rate is that of the latest so many milliseconds at least. */
const WINDOW_MS = 10_000;

/**
 * Counts the steps of a work; each call is one step done.
 *
 * @param total steps of the work
 * @param now milliseconds
 * @returns the line to show, with what was done last
 */
export function pace(total: number, now: () => number): (what: string) => string {
  let done = 0;
  let window = { at: now(), done: 0 };
  let before = window;
  return (what) => {
    done += 1;
    const at = now();
    if (at - window.at >= WINDOW_MS) {
      before = window;
      window = { at, done };
    }
    const perSecond = ((done - before.done) * 1000) / Math.max(1, at - before.at);
    const rate = `${formatCount(Math.max(1, Math.round(perSecond)))} a second`;
    const left = perSecond > 0 ? `, ${timeLeft((total - done) / perSecond)} left` : '';
    return `page ${formatCount(done)} of ${formatCount(total)}, ${rate}${left}: ${what}`;
  };
}

function timeLeft(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  return seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`;
}
