import type { Meter } from '../meter.js';
import { plainText } from '../plain.js';
import { TITLE_LIMIT } from './normalise.js';

/** A detailed occupation of the official statistics. */
export interface OfficialOccupation {
  /** Six-digit SOC code as in OEWS. */
  readonly soc: string;
  readonly title: string;
}

/** An occupation named by its published title or by its code. */
export interface OfficialNaming {
  readonly occupation: OfficialOccupation;
  /** `published`: the title as published, in the plural; `singular`: one of them; `code`: its code. */
  readonly by: 'published' | 'singular' | 'code';
}

/** Official titles arranged for look-up; make one with `indexOfficialTitles`. */
export interface OfficialTitles {
  readonly byCode: ReadonlyMap<string, OfficialOccupation>;
  /** By the first letters of the title, which singular and plural share. */
  readonly byBeginning: ReadonlyMap<string, readonly ListedTitle[]>;
}

interface ListedTitle {
  readonly occupation: OfficialOccupation;
  /** Made when a title with this beginning is first looked for: a cold start asks for few of them. */
  keys: { readonly published: string; readonly singular: string } | null;
}

/** Letters that stay when a plural ending goes. */
const BEGINNING = 3;

export function indexOfficialTitles(occupations: Iterable<OfficialOccupation>): OfficialTitles {
  const byCode = new Map<string, OfficialOccupation>();
  const byBeginning = new Map<string, ListedTitle[]>();
  for (const occupation of occupations) {
    byCode.set(occupation.soc, occupation);
    const beginning = occupation.title.slice(0, BEGINNING).toLowerCase();
    const listed = byBeginning.get(beginning);
    const entry = { occupation, keys: null };
    if (listed === undefined) byBeginning.set(beginning, [entry]);
    else listed.push(entry);
  }
  return { byCode, byBeginning };
}

/**
 * The occupation whose published title, or code, the whole text is: exactly, but for case, accents, punctuation and,
 * in the singular, the endings of its words.
 *
 * @param meter counts characters visited
 * @example findOfficialTitle('registered nurses', titles) // { occupation: { soc: '29-1141', ... }, by: 'published' }
 */
export function findOfficialTitle(input: string, titles: OfficialTitles, meter?: Meter): OfficialNaming | null {
  if (input.length > TITLE_LIMIT) return null;
  if (meter !== undefined) meter.steps += 3 * input.length;
  const code = occupationCodeIn(input);
  if (code !== null) {
    const occupation = titles.byCode.get(code);
    return occupation === undefined ? null : { occupation, by: 'code' };
  }
  const key = publishedKey(input);
  if (key === '') return null;
  const listed = titles.byBeginning.get(key.slice(0, BEGINNING)) ?? [];
  if (listed.length === 0) return null;
  const exact = listed.find((entry) => keysOf(entry).published === key);
  if (exact !== undefined) return { occupation: exact.occupation, by: 'published' };
  const one = singularKey(key);
  const [only, other] = listed.filter((entry) => keysOf(entry).singular === one);
  // A form that two titles share names neither.
  return only === undefined || other !== undefined ? null : { occupation: only.occupation, by: 'singular' };
}

function keysOf(entry: ListedTitle): NonNullable<ListedTitle['keys']> {
  if (entry.keys === null) {
    const published = publishedKey(entry.occupation.title);
    entry.keys = { published, singular: singularKey(published) };
  }
  return entry.keys;
}

/** A SOC code, also with the two digits that O*NET adds or with `SOC` before it. */
const CODE = /^\s*(?:soc\s*)?(\d{2}-\d{4})(?:\.\d{2})?\s*$/i;

/** The six-digit SOC code that the whole text is, or null. */
export function occupationCodeIn(text: string): string | null {
  return text.length > TITLE_LIMIT ? null : (CODE.exec(text)?.[1] ?? null);
}

function publishedKey(text: string): string {
  return plainText(text, TITLE_LIMIT)
    .replace(/['’]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

function singularKey(key: string): string {
  return key.split(' ').map(singularOf).join(' ');
}

/** One form for a noun and its plural; what it looks like does not matter. */
function singularOf(word: string): string {
  if (/[a-z]men$/.test(word)) return `${word.slice(0, -3)}man`;
  if (word === 'people' || word === 'persons') return 'person';
  if (word.length < 4 || !word.endsWith('s') || word.endsWith('ss')) return word;
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
