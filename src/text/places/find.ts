import { UsageError } from '../../core/errors.js';
import type { Place, PlaceKind } from '../../core/place.js';
import { spellingDistance } from '../spelling-distance.js';
import { normalisePlace } from './normalise.js';
import { DIVISION, LONGEST_CODE, type PlaceRow, WITHIN } from './place-row.js';

export interface FoundPlace {
  readonly place: Place;
  /** What the reader should know about how the name was understood; null when nothing. */
  readonly note: string | null;
  /** Other places of that name. */
  readonly alternatives: readonly Place[];
}

/**
 * The place a name means.
 *
 * Two letters are an ISO country (`CA` is Canada); states need `US-` or their full name. Where a name has
 * several bearers a state comes before a country and a country before a metropolitan area (`Georgia`, `New
 * York` are the states), and the others are given as alternatives. A city with its state is the metropolitan
 * area: `Washington, DC` too, whose district is `US-DC`. A town or a foreign city that is no place of its own is
 * answered by the place around it, and the note says so.
 *
 * @param query as the user wrote it, in any case
 * @param rows  rows of the market table `places`
 * @throws {UsageError} EMPTY_PLACE, REMOTE_PLACE, or UNKNOWN_PLACE naming the nearest matches
 */
export function findPlace(query: string, rows: readonly PlaceRow[]): FoundPlace {
  const key = normalisePlace(query);
  if (key === '')
    throw new UsageError('EMPTY_PLACE', 'The place is empty.', 'Give a place, such as US, US-CA or "New York City".');
  const byKey = groupByKey(rows);
  for (const spelling of spellings(key, byKey)) {
    const direct = byKey.get(spelling);
    if (direct !== undefined) return named(spelling, direct, rows);
    const around = byKey.get(WITHIN + spelling) ?? division(spelling, byKey);
    if (around !== undefined) return answeredBy(query.trim(), around);
  }
  const inside = cityInCountry(key, byKey);
  if (inside !== undefined) return answeredBy(query.trim(), [inside]);
  if (NOWHERE.has(key)) {
    throw new UsageError(
      'REMOTE_PLACE',
      `"${shown(query)}" names no place whose pay could be given.`,
      'Pay follows the country that employs: give it, such as US or GB.',
    );
  }
  const nearest = nearestPlaces(key, rows);
  throw new UsageError(
    'UNKNOWN_PLACE',
    `Unknown place: "${shown(query)}".`,
    nearest.length > 0
      ? `Did you mean ${nearest.map(label).join(', ')}?`
      : 'Give a country (US), a state (US-CA) or a metropolitan area ("Seattle, WA").',
  );
}

const NOWHERE: ReadonlySet<string> = new Set([
  'remote',
  'anywhere',
  'worldwide',
  'global',
  'hybrid',
  'world',
  'everywhere',
  'europe',
  'emea',
  'eu',
  'apac',
  'latam',
]);
const KIND_ORDER: readonly string[] = ['state', 'country', 'metro'];
const COUNTRY_SUFFIXES = [', united states of america', ', united states', ', usa', ', us', ' usa'];

/** Rows by their key; worked out once for each list of rows. */
const grouped = new WeakMap<readonly PlaceRow[], ReadonlyMap<string, readonly PlaceRow[]>>();

function groupByKey(rows: readonly PlaceRow[]): ReadonlyMap<string, readonly PlaceRow[]> {
  const before = grouped.get(rows);
  if (before !== undefined) return before;
  const byKey = new Map<string, PlaceRow[]>();
  for (const row of rows) {
    const list = byKey.get(row.key);
    if (list === undefined) byKey.set(row.key, [row]);
    else list.push(row);
  }
  grouped.set(rows, byKey);
  return byKey;
}

/** The rows of a province or state outside the United States; its code is no answer to a question. */
function division(spelling: string, byKey: ReadonlyMap<string, readonly PlaceRow[]>): readonly PlaceRow[] | undefined {
  return spelling.length > LONGEST_CODE ? byKey.get(DIVISION + spelling) : undefined;
}

/**
 * The spellings to look up in turn: as written, without the country after it, without words such as `remote`, with
 * the comma that was left out, and with the code for the name of a state.
 */
function spellings(key: string, byKey: ReadonlyMap<string, readonly PlaceRow[]>): string[] {
  const forms = [key];
  for (const suffix of COUNTRY_SUFFIXES)
    if (key.endsWith(suffix) && key.length > suffix.length) forms.push(key.slice(0, -suffix.length));
  for (const form of [...forms]) {
    const local = form
      .replace(/\b(?:remote|hybrid|onsite|greater|metro area|metropolitan area|area|the)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[ ,]+|[ ,]+$/g, '');
    if (local !== '' && local !== form) forms.push(local);
  }
  const all = [...forms, ...forms.flatMap(withComma)];
  return [...all, ...all.flatMap((form) => withStateCode(form, byKey))];
}

/** `menlo park, california` as `menlo park, ca`. */
function withStateCode(form: string, byKey: ReadonlyMap<string, readonly PlaceRow[]>): string[] {
  const comma = form.lastIndexOf(', ');
  if (comma < 0) return [];
  const states = (byKey.get(form.slice(comma + 2)) ?? []).filter(({ kind }) => kind === 'state');
  return states.map(({ place }) => form.slice(0, comma + 2) + place.slice(3).toLowerCase());
}

/** `seattle wa` and `washington dc` as `seattle, wa`; the state may be of one or two words. */
function withComma(form: string): string[] {
  const words = form.split(' ');
  if (form.includes(',') || words.length < 2) return [];
  return [1, 2]
    .filter((size) => size < words.length)
    .map((size) => `${words.slice(0, -size).join(' ')}, ${words.slice(-size).join(' ')}`);
}

function named(key: string, found: readonly PlaceRow[], rows: readonly PlaceRow[]): FoundPlace {
  const byKey = groupByKey(rows);
  const ordered = [...found].sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
  const first = ordered[0]!;
  const others = ordered.slice(1);
  if (first.kind === 'metro')
    others.push(...rows.filter((row) => row.kind === 'metro' && row.key.startsWith(`${key}, `)));
  if (key.length === 2 && first.kind === 'country') others.push(...(byKey.get(`us ${key}`) ?? []));
  if (key === 'washington, dc' || key === 'washington')
    others.push(...(byKey.get('us dc') ?? []), ...(byKey.get('washington, dc') ?? []));
  const alternatives = distinct(others.filter(({ place }) => place !== first.place)).map(toPlace);
  const place = toPlace(first);
  const note =
    alternatives.length === 0
      ? null
      : `${place.name} (${place.id}) was taken; also called so: ${alternatives.map(label).join(', ')}.`;
  return { place, note, alternatives };
}

function answeredBy(query: string, around: readonly PlaceRow[]): FoundPlace {
  const [place, ...alternatives] = distinct(around).map(toPlace) as [Place, ...Place[]];
  return { place, note: `${shown(query)} is answered by ${place.name} (${place.id}), in which it lies.`, alternatives };
}

/** `London, UK`: a known town of the country named after it. */
function cityInCountry(key: string, byKey: ReadonlyMap<string, readonly PlaceRow[]>): PlaceRow | undefined {
  const comma = key.lastIndexOf(', ');
  if (comma < 0) return undefined;
  const countries = (byKey.get(key.slice(comma + 2)) ?? []).filter(({ kind }) => kind === 'country');
  const town = key.split(', ')[0] as string;
  const towns = byKey.get(WITHIN + town) ?? division(town, byKey) ?? [];
  return towns.find((town) => countries.some(({ place }) => place === town.country));
}

function distinct(rows: readonly PlaceRow[]): PlaceRow[] {
  return [...new Map(rows.map((row) => [row.place, row])).values()];
}

const PREFIX = new RegExp(`^(?:${WITHIN}|${DIVISION})`);

/** Places whose spellings are nearest: those that begin alike, then by edit distance up to a third of the length. */
function nearestPlaces(key: string, rows: readonly PlaceRow[]): Place[] {
  const most = key.length < 4 ? 0 : Math.min(6, Math.floor(key.length / 3));
  const after = key.slice(key.lastIndexOf(', ') + 1).trim();
  const scored: { row: PlaceRow; distance: number }[] = [];
  for (const row of rows) {
    if (row.key.startsWith(DIVISION) && row.key.length <= DIVISION.length + LONGEST_CODE) continue;
    const spelling = row.key.replace(PREFIX, '');
    const begins = key.length >= 3 && spelling.startsWith(`${key}, `);
    const state = row.key === `us ${after}` || (after !== key && row.key === after && row.kind === 'state');
    const distance = state || begins ? 0.5 : spellingDistance(key, spelling, most);
    if (distance <= Math.max(most, 0.5)) scored.push({ row, distance });
  }
  scored.sort(
    (a, b) =>
      a.distance - b.distance ||
      Number(PREFIX.test(a.row.key)) - Number(PREFIX.test(b.row.key)) ||
      KIND_ORDER.indexOf(a.row.kind) - KIND_ORDER.indexOf(b.row.kind) ||
      (a.row.place < b.row.place ? -1 : 1),
  );
  return distinct(scored.map(({ row }) => row))
    .slice(0, 4)
    .map(toPlace);
}

function label({ name, id }: Place): string {
  return `${name} (${id})`;
}

function shown(query: string): string {
  const line = query.replace(/[\s\p{C}]+/gu, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}

function toPlace(row: PlaceRow): Place {
  return {
    id: row.place,
    name: row.name,
    kind: row.kind as PlaceKind,
    country: row.country,
    states: row.states === '' ? [] : row.states.split(','),
    currency: row.currency,
  };
}
