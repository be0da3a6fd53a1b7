/** Which fields a column may state, and how sure its name and values make that. */
import type { Field } from '../mapping.js';
import { readLevel } from '../values/read-level.js';
import type { ColumnLists } from './column-lists.js';
import { containsPhrase, headerKey, headerWords } from './header-words.js';
import { type PayHeader, readPayHeader } from './pay-header.js';
import { share, type ValueProfile, type ValueReaders } from './value-profile.js';

export interface Candidate {
  readonly column: string;
  readonly field: Field;
  /** Higher is surer. */
  readonly score: number;
  readonly reason: string;
  /** What the name says of amounts, for fields of pay. */
  readonly header: PayHeader | null;
}

export interface ColumnView {
  readonly name: string;
  readonly profile: ValueProfile;
}

const [BY_NAME, BY_PART, BY_VALUES] = [100, 60, 40];
const LOOKED_AT = 200;
const LONGEST_TITLE = 150;
const TEXT_FROM = 60;
const POSTING_FROM = 300;

/** Candidates of one column about jobs; columns about persons are not asked. */
export function candidatesOf(column: ColumnView, lists: ColumnLists, readers: ValueReaders): Candidate[] {
  const named = [...payCandidates(column, lists), ...namedCandidates(column, lists, readers)];
  return named.length > 0 ? named : valueCandidates(column, readers);
}

function payCandidates({ name, profile }: ColumnView, lists: ColumnLists): Candidate[] {
  const header = readPayHeader(name, lists);
  if (header === null || typeof header === 'string' || profile.pay < 0.5 || profile.averageLength > 200) return [];
  if (!header.saysPay && profile.numbers < 0.5) return [];
  const base = header.saysPay ? BY_NAME : BY_PART;
  const hints = header.currency === null ? 0 : 2;
  const reason = `its name; ${percent(profile.pay)} amounts`;
  const score = base - 15 * Math.min(3, header.unknown) - hints + 10 * profile.pay + profile.filled / 1000;
  return [{ column: name, field: header.field, score, reason, header }];
}

function namedCandidates({ name, profile }: ColumnView, lists: ColumnLists, readers: ValueReaders): Candidate[] {
  const found: Candidate[] = [];
  const key = headerKey(name);
  const otherDate = lists.otherDates.some((phrase) => containsPhrase(key, phrase));
  const add = (field: Field, base: number) => {
    if (field === 'date' && otherDate) return;
    const support = supportOf(field, profile, readers);
    if (support === null) return;
    const reason = support.words === '' ? 'its name' : `its name; ${support.words}`;
    found.push({ column: name, field, score: base + 3 * support.share, reason, header: null });
  };
  const exact = lists.fields.get(key) ?? [];
  for (const field of exact) add(field, BY_NAME - Math.min(10, lists.fieldOrder.get(`${field} ${key}`) ?? 0));
  if (exact.length > 0) return found;
  for (const [field, words] of partialFields(name, lists)) add(field, BY_PART + words);
  return found;
}

/** Words after the name of a field that change nothing. */
const NEUTRAL: ReadonlySet<string> = new Set('name names text raw clean label value full original display'.split(' '));

/** Fields whose name ends the column's, or begins it before neutral words: `job.location.city`, `Employer (full)`. */
function partialFields(name: string, lists: ColumnLists): Map<Field, number> {
  const words = headerWords(name);
  const found = new Map<Field, number>();
  for (let size = Math.min(4, words.length - 1); size >= 1; size -= 1) {
    const begins = words.slice(size).every((word) => NEUTRAL.has(word));
    for (const part of begins ? [words.slice(-size), words.slice(0, size)] : [words.slice(-size)]) {
      for (const field of lists.fields.get(part.join(' ')) ?? []) {
        if (!found.has(field)) found.set(field, 2 * size);
      }
    }
    if (found.size > 0) return found;
  }
  return found;
}

interface Support {
  readonly share: number;
  readonly words: string;
}

/** How the values support a field; null where they speak against it. */
function supportOf(field: Field, profile: ValueProfile, readers: ValueReaders): Support | null {
  if (profile.filled === 0) return null;
  const needed = (found: number, what: string): Support | null =>
    found < 0.5 ? null : { share: found, words: `${percent(found)} ${what}` };
  const silent: Support = { share: 0, words: '' };
  switch (field) {
    case 'title': {
      if (profile.numbers >= 0.5 || profile.averageLength > LONGEST_TITLE) return null;
      const known = knownShare(profile, readers.isTitle);
      return { share: known, words: known < 0.2 ? '' : `${percent(known)} known roles` };
    }
    case 'place': {
      if (profile.numbers >= 0.5 || profile.averageLength > LONGEST_TITLE) return null;
      const known = knownShare(profile, readers.isPlace);
      return { share: known, words: known < 0.2 ? '' : `${percent(known)} known places` };
    }
    case 'country':
      return needed(knownShare(profile, readers.isCountry), 'countries');
    case 'level': {
      const known = knownShare(profile, (text) => readLevel(text) !== null);
      return known < 0.3 ? null : { share: known, words: `${percent(known)} known levels` };
    }
    case 'employer':
    case 'city':
    case 'region':
    case 'employment':
    case 'skills':
      return profile.numbers >= 0.5 ? null : silent;
    case 'currency':
      return needed(profile.currencies, 'currencies');
    case 'unit':
      return needed(profile.units, 'units of time');
    case 'date':
      return needed(profile.dates, 'dates');
    case 'occupation':
      return needed(profile.socCodes, 'SOC codes');
    case 'description':
      return profile.averageLength >= TEXT_FROM ? silent : null;
    case 'pay':
    case 'payLow':
    case 'payHigh':
      return null;
  }
}

/** What values alone show; only what can hardly be anything else. */
function valueCandidates({ name, profile }: ColumnView, readers: ValueReaders): Candidate[] {
  const found: Candidate[] = [];
  const add = (field: Field, known: number, what: string) => {
    const reason = `its values; ${percent(known)} ${what}`;
    found.push({ column: name, field, score: BY_VALUES * known, reason, header: null });
  };
  if (profile.filled < 3) return found;
  if (profile.averageLength >= POSTING_FROM) add('description', 1, 'long texts');
  if (profile.payWithCurrency >= 0.8) add('pay', profile.payWithCurrency, 'amounts with a currency');
  if (profile.currencies >= 0.95 && profile.distinct <= 40) add('currency', profile.currencies, 'currencies');
  if (profile.socCodes >= 0.9) add('occupation', profile.socCodes, 'SOC codes');
  if (profile.numbers < 0.1 && profile.averageLength <= 80) {
    const titles = knownShare(profile, readers.isTitle);
    if (titles >= 0.6) add('title', titles, 'known roles');
    const countries = knownShare(profile, readers.isCountry);
    if (countries >= 0.95) add('country', countries, 'countries');
    else {
      const places = knownShare(profile, readers.isPlace);
      if (places >= 0.8) add('place', places, 'known places');
    }
  }
  return found;
}

function knownShare(profile: ValueProfile, knows: (text: string) => boolean): number {
  return share(profile.values.slice(0, LOOKED_AT), (text) => text.length <= LONGEST_TITLE && knows(text));
}

function percent(part: number): string {
  return `${Math.floor(100 * part)}%`;
}
