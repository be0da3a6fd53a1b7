/** An offer as the formats of job boards state it: texts named after our fields. */
import type { Field } from '../../mapping.js';

/** Columns of a table of offers. */
export const OFFER_COLUMNS = [
  'title',
  'employer',
  'place',
  'city',
  'region',
  'country',
  'pay',
  'payLow',
  'payHigh',
  'currency',
  'unit',
  'date',
  'occupation',
  'employment',
  'skills',
  'description',
] as const satisfies readonly Field[];

export type Offer = Partial<Record<(typeof OFFER_COLUMNS)[number], string>>;

/** Longest text of a posting that is read, in UTF-16 units. */
export const LONGEST_DESCRIPTION = 200_000;

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The object under a key, or an empty one. */
export function objectAt(value: unknown, key: string): JsonObject {
  const inner = isObject(value) ? value[key] : undefined;
  return isObject(inner) ? inner : {};
}

/** The objects of a list under a key. */
export function objectsAt(value: JsonObject, key: string): JsonObject[] {
  const list = value[key];
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** A text or number as text, trimmed; empty for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** An offer without the fields that are empty. */
export function filledOffer(fields: Offer): Offer {
  return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
}

/** The part of a board's address that names the employer: `linear` of `https://jobs.ashbyhq.com/linear/...`. */
export function employerInAddress(address: string): string {
  const found = /^https?:\/\/[^/]+\/([^/?#]+)/.exec(address)?.[1] ?? '';
  try {
    return decodeURIComponent(found)
      .replace(/[-_+]+/g, ' ')
      .trim();
  } catch {
    return found;
  }
}

/** Places without repeats, as one text that the reader of locations takes apart. */
export function joinedPlaces(places: readonly string[]): string {
  return [...new Set(places.filter((place) => place !== ''))].join('; ');
}
