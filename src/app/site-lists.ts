/** What the lists of titles and places given for a site stand for. */
import { readFile } from 'node:fs/promises';
import { UsageError } from '../core/errors.js';
import { select } from '../query/plan.js';
import { findPlace } from '../text/places/find.js';
import type { PlaceRow } from '../text/places/index.js';
import { TITLE_LIMIT } from '../text/titles/index.js';
import type { Market } from './market.js';

/** Stands for everything the market has. */
export const ALL = 'all';

/**
 * Titles from values as a user gives them: a title, several with commas between, `@file` with one a line, or `all` for
 * every role of the catalogue.
 *
 * @throws {UsageError} UNREADABLE_LIST | EMPTY_LIST | TITLE_TOO_LONG
 */
export async function siteTitles(values: readonly string[], { catalogue }: Market): Promise<string[]> {
  if (isAll(values)) return catalogue.roles.map(({ name }) => name);
  const titles: string[] = [];
  for (const value of values) titles.push(...((await linesOfFile(value, '--roles')) ?? commaSeparated(value)));
  for (const title of titles) checkTitle(title);
  return named(titles, '--roles');
}

/**
 * Places from values as a user gives them: a place, several with commas between, `@file` with one a line, or `all` for
 * the United States, their states and territories, and every country of which the market knows what is paid.
 *
 * @throws {UsageError} UNREADABLE_LIST | EMPTY_LIST | UNKNOWN_PLACE and what else `findPlace` throws
 */
export async function sitePlaces(values: readonly string[], market: Market): Promise<string[]> {
  if (isAll(values)) return allPlaces(market);
  const places: string[] = [];
  for (const value of values) {
    const lines = await linesOfFile(value, '--places');
    if (lines !== null) places.push(...lines);
    else if (names(value, market.places)) places.push(value);
    else places.push(...commaSeparated(value));
  }
  return named(places, '--places');
}

/** Countries first; only where somebody's pay is in the market: elsewhere there would be nothing but empty pages. */
async function allPlaces({ places, store }: Market): Promise<string[]> {
  const rows = await store.read(select('earnings', ['country']));
  const paid = new Set([HOME_COUNTRY, ...rows.map(({ country }) => country)]);
  const ids = (kind: string) => new Set(places.filter((row) => row.kind === kind).map(({ place }) => place));
  const countries = [...ids('country')].filter((id) => paid.has(id));
  return [HOME_COUNTRY, ...[...ids('state')].sort(), ...countries.filter((id) => id !== HOME_COUNTRY).sort()];
}

/** The country whose states are places of their own. */
const HOME_COUNTRY = 'US';

function isAll(values: readonly string[]): boolean {
  return values.length === 1 && values[0]?.trim().toLowerCase() === ALL;
}

/** Whether a value with commas is one place, `New York, NY`. */
function names(value: string, rows: readonly PlaceRow[]): boolean {
  try {
    findPlace(value, rows);
    return true;
  } catch (failure) {
    if (failure instanceof UsageError) return false;
    throw failure;
  }
}

function named(entries: string[], flag: string): string[] {
  if (entries.length > 0) return entries;
  throw new UsageError('EMPTY_LIST', `${flag} names nothing.`, `Leave ${flag} out for the default, or give it names.`);
}

function commaSeparated(value: string): string[] {
  return value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Whether a value is meant as a file: `@titles.txt`, or a path. */
const FILE = /^@|^\.{0,2}[/\\]|^[a-z]:[/\\]|\.(?:txt|csv)$/i;

/** Lines of the file that a value names, without blank ones and comments; null where it names none. */
async function linesOfFile(value: string, flag: string): Promise<string[] | null> {
  if (!FILE.test(value)) return null;
  const path = value.replace(/^@/, '');
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      'UNREADABLE_LIST',
      `Cannot read "${path}".`,
      `Give ${flag} a text file with one entry a line, as in ${flag} @list.txt.`,
      { cause },
    );
  });
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length > 0) return lines;
  throw new UsageError('EMPTY_LIST', `"${path}" has no entries.`, `Give ${flag} a text file with one entry a line.`);
}

function checkTitle(title: string): void {
  if (title.length <= TITLE_LIMIT) return;
  throw new UsageError(
    'TITLE_TOO_LONG',
    `A job title is too long: "${title.slice(0, 40)}…".`,
    `Use at most ${TITLE_LIMIT} characters.`,
  );
}
