/** The day a cell names, for the usual ways of writing that the engine does not read by itself. */
import { saysNothing } from './says-nothing.js';

export interface DateReading {
  readonly stated: boolean;
  /** `YYYY-MM-DD`; null for what is no date. A month alone is its first day, a year its first. */
  readonly date: string | null;
}

const LONGEST = 80;
/** Zero and its like, taken for a date, lie before; nothing in a file about pay lies after. */
const EARLIEST = '1970-01-02';
const LATEST = '2149-01-01';

/** Beginnings of names of months, in the languages of the places where files come from; letters without accents. */
const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv'],
  ['feb', 'fev', 'fevr'],
  ['mar', 'mrz', 'maerz', 'mars', 'maa'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'mayo'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago', 'aout'],
  ['sep', 'set', 'sept'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'des'],
];

/**
 * Reads `03/04/2025`, `4.3.25`, `Apr 2025`, `4 April 2025`, `April 4, 2025`, `2025/04/03`, `20250403`, `2025-04`, seconds
 * and milliseconds since 1970.
 *
 * @param order of day and month where both could be either; null refuses such dates
 * @example readDate('Apr 2025', null).date // '2025-04-01'
 */
export function readDate(raw: string | null, order: 'day-first' | 'month-first' | null): DateReading {
  const text = (raw ?? '').slice(0, LONGEST).trim();
  if (saysNothing(text)) return { stated: false, date: null };
  const date = fromDigits(text) ?? fromParts(text, order) ?? fromNames(text);
  return { stated: true, date: date !== null && date >= EARLIEST && date <= LATEST ? date : null };
}

const MS_FROM = 1e11;

function fromDigits(text: string): string | null {
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const [, whole = ''] = /^(\d+)/.exec(text) ?? [];
  if (whole.length === 4) return day(Number(whole), 1, 1);
  if (whole.length === 6) return day(Number(whole.slice(0, 4)), Number(whole.slice(4)), 1);
  if (whole.length === 8) return day(Number(whole.slice(0, 4)), Number(whole.slice(4, 6)), Number(whole.slice(6)));
  if (whole.length < 9 || whole.length > 13) return null;
  const number = Number(text);
  return new Date(number >= MS_FROM ? number : number * 1000).toISOString().slice(0, 10);
}

/** What may follow a date: a time of day. */
const TIME = String.raw`(?:[T,\s]+\d{1,2}[:.h]\d{2}.*)?$`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?${TIME}`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}`);
const MONTH_YEAR = /^(\d{1,2})[-/.](\d{4})$/;

function fromParts(text: string, order: 'day-first' | 'month-first' | null): string | null {
  const first = YEAR_FIRST.exec(text);
  if (first) return day(Number(first[1]), Number(first[2]), Number(first[3] ?? 1));
  const month = MONTH_YEAR.exec(text);
  if (month) return day(Number(month[2]), Number(month[1]), 1);
  const last = YEAR_LAST.exec(text);
  if (!last) return null;
  const year = fullYear(last[4] as string);
  const [one, two] = [Number(last[1]), Number(last[3])];
  // A part above 12 is a day, whatever the order of the others.
  if (one > 12 || two > 12 || one === two) return one > 12 ? day(year, two, one) : day(year, one, two);
  // Dots are German usage, and German dates begin with the day.
  const settled = order ?? (last[2] === '.' ? 'day-first' : null);
  if (settled === null) return null;
  return settled === 'day-first' ? day(year, two, one) : day(year, one, two);
}

function fromNames(text: string): string | null {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[t\s]\d{1,2}:\d{2}.*$/, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const months = words.map(monthNamed).filter((month) => month !== null);
  const numbers = words.map(numberIn).filter((part) => part !== null);
  const [month] = months;
  if (months.length !== 1 || month === undefined || numbers.length > 2) return null;
  // `3 days ago` names no August.
  if (words.some((word) => monthNamed(word) === null && numberIn(word) === null && !BESIDE.test(word))) return null;
  const years = numbers.filter((part) => part.length === 4);
  const days = numbers.filter((part) => part.length <= 2);
  if (years.length === 1) return day(Number(years[0]), month, Number(days[0] ?? 1));
  // 4-Apr-25 and Apr-25: the last number is the year.
  const last = days.at(-1);
  if (years.length > 0 || last?.length !== 2) return null;
  return day(fullYear(last), month, days.length === 2 ? Number(days[0]) : 1);
}

/** Days of the week and particles that stand in written dates. */
const BESIDE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*$|^(?:of|the|de|del|le|den|am|el)$/;

function numberIn(word: string): string | null {
  return /^(\d{1,4})(?:st|nd|rd|th|er)?$/.exec(word)?.[1] ?? null;
}

function monthNamed(word: string): number | null {
  if (!/^[a-z]{3,10}$/.test(word)) return null;
  const at = MONTHS.findIndex((beginnings) => beginnings.some((beginning) => word.startsWith(beginning)));
  return at < 0 ? null : at + 1;
}

function fullYear(part: string): number {
  const year = Number(part);
  return part.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
}

/** Null for days that do not exist, such as 30 February. */
function day(year: number, month: number, date: number): string | null {
  const time = new Date(Date.UTC(year, month - 1, date));
  const exact = time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === date;
  return exact ? time.toISOString().slice(0, 10) : null;
}
