/**
 * Every number an output prints exists in the model it was made from: as part of one of its texts, or as
 * the plain form of one of its numbers.
 */
import {
  formatCount,
  formatDate,
  formatMoney,
  formatMoneyShort,
  formatMonth,
  formatOrdinal,
  formatPercent,
} from '../../src/core/format.js';
import { visibleText } from './visible-text.js';

/** Currency sign, sign, digits with separators, and what is written onto a number. */
const NUMBER =
  /(?:(?:[A-Z]{1,3})?[$£€₹¥] ?)?(?:(?<![\p{L}\p{N}])[-−])?\d+(?:,\d{3})*(?:\.\d+)?(?:%|[kM](?![\p{L}])|(?:st|nd|rd|th)(?![\p{L}]))?/gu;

const MONEY_STEPS = [0.01, 1, 100, 500, 1000, 5000] as const;

/** The numbers a text prints, each with its currency sign and its `%`, `k`, `M` or ordinal ending. */
export function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].map(([token]) => token.replace('−', '-').replace(/([$£€₹¥]) /, '$1'));
}

/** A number as an output may also print it: without its currency sign or ordinal ending when these stand apart. */
function withoutDress(token: string): string[] {
  const bare = token.replace(/^[A-Z]{0,3}[$£€₹¥]/, '');
  return [token, bare, bare.replace(/(?:st|nd|rd|th)$/, '')];
}

interface Place {
  readonly key: string;
  /** Unit of the quantity or axis the number belongs to. */
  readonly unit: string;
}

/** How a number of the model may be written. Numbers that only place a mark are written by their label alone. */
function formsOf(value: number, { key, unit }: Place): string[] {
  if (key === 'level' || key === 'share') return percentForms(value * 100);
  const currency = /^([A-Z]{3})\//.exec(unit)?.[1];
  if (currency !== undefined) {
    return [formatMoneyShort(value, currency), ...MONEY_STEPS.map((step) => formatMoney(value, currency, step))];
  }
  if (unit.startsWith('percentile')) return [formatOrdinal(value), formatCount(value)];
  if (unit.startsWith('percent')) return percentForms(value);
  if (Number.isInteger(value)) return [formatCount(value), String(value)];
  return [String(value), String(Number(value.toFixed(2))), value.toFixed(1), formatCount(value)];
}

function percentForms(percent: number): string[] {
  return [formatPercent(percent), formatPercent(percent, 1)];
}

function datesIn(text: string): string[] {
  return [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].flatMap(([date]) => [formatDate(date), formatMonth(date)]);
}

/** A mark is printed by its label; its value only says where it is drawn. */
function isMark(value: object): value is { value: number; label: string } {
  return Object.keys(value).sort().join() === 'label,value';
}

/** The unit an object names for its numbers; a question names the currency of its offer. */
function unitOf(value: object): string | undefined {
  if ('unit' in value && typeof value.unit === 'string') return value.unit;
  return 'currency' in value && typeof value.currency === 'string' ? `${value.currency}/year` : undefined;
}

const DRAWN_ONLY: ReadonlySet<string> = new Set(['min', 'max', 'fifth']);

function collect(value: unknown, place: Place, into: Set<string>): void {
  const allow = (text: string): void => {
    for (const token of numbersIn(text)) for (const form of withoutDress(token)) into.add(form);
  };
  if (typeof value === 'string') {
    allow(value);
    datesIn(value).forEach(allow);
  } else if (typeof value === 'number') {
    if (!DRAWN_ONLY.has(place.key)) formsOf(value, place).forEach(allow);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, place, into);
  } else if (value !== null && typeof value === 'object') {
    if (isMark(value)) {
      allow(value.label);
      return;
    }
    const unit = unitOf(value) ?? place.unit;
    for (const [key, item] of Object.entries(value)) {
      if (/^\d+$/.test(key)) allow(`${key} ${formatOrdinal(Number(key))}`);
      collect(item, { key, unit }, into);
    }
  }
}

/**
 * The numbers of an output that are not in its model, in order and without repeats.
 *
 * @param model  answer model, any of its kinds
 * @param output text, Markdown, SVG or HTML; of the last two only what a reader sees or hears counts
 * @example numbersNotInModel({ n: 43 }, 'n 44') // ['44']
 */
export function numbersNotInModel(model: unknown, output: string): string[] {
  const allowed = new Set<string>();
  collect(model, { key: '', unit: '' }, allowed);
  const printed = numbersIn(visibleText(output));
  return [...new Set(printed.filter((token) => !allowed.has(token)))];
}
