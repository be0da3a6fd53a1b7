/** The name that was probably meant. */
import { spellingDistance } from '../../../text/spelling-distance.js';

/** The nearest of some names by spelling, or by a common part; null where none is near. */
export function nearestName(wanted: string, names: readonly string[]): string | null {
  const target = wanted.trim().toLowerCase();
  const most = Math.min(target.length - 1, Math.max(2, Math.floor(target.length / 3)));
  let best: { readonly name: string; readonly distance: number } | null = null;
  for (const name of names) {
    const plain = name.trim().toLowerCase();
    const part = target.length >= 3 && (plain.includes(target) || target.includes(plain)) && plain !== '';
    const distance = part ? 1 : spellingDistance(target, plain, most);
    if (distance <= most && (best === null || distance < best.distance)) best = { name, distance };
  }
  return best?.name ?? null;
}
