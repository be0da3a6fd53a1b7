/** The base pay that a posting states for each of its places. */
import { type PayStatement, parsePay } from '../../../text/index.js';
import type { StatedBand } from '../../posted-offer.js';

/** The site states pay by place, one sentence or line each: `For Chicago, IL-based roles: The base ...`. */
const BY_PLACE = /\bFor ([^:\n]{2,60}?)[\s-]based roles?\b:?[^\S\n]*(?:\n\s*(?!For\b))?([^\n]*)/g;

export interface RangeOfPlace {
  /** Place as the sentence names it, or null where the posting states one range for all its places. */
  readonly place: string | null;
  /** Null where the sentence gives no base pay with both ends. */
  readonly band: StatedBand | null;
}

/**
 * One entry a sentence that states pay for a place. Without such sentences, the text's base pay where it states one
 * range only; figures of on-target earnings, bonuses and business are no base pay.
 */
export function rangesOf(text: string): RangeOfPlace[] {
  const sentences = [...text.matchAll(BY_PLACE)];
  if (sentences.length > 0) {
    return sentences.map(([, place, sentence]) => ({ place: place!.trim(), band: basePay(sentence!)[0] ?? null }));
  }
  const bands = basePay(text);
  const first = bands[0];
  if (first === undefined || bands.some((band) => !equal(band, first))) return [];
  return [{ place: null, band: first }];
}

function basePay(text: string): StatedBand[] {
  return parsePay(text).ranges.flatMap((stated) => bandOf(stated) ?? []);
}

function bandOf({ kind, low, high, currency, unit }: PayStatement): StatedBand | null {
  if (kind !== 'base' || low === null || high === null || currency === null) return null;
  return { low, high, currency, unit };
}

function equal(a: StatedBand, b: StatedBand): boolean {
  return a.low === b.low && a.high === b.high && a.currency === b.currency && a.unit === b.unit;
}
