/** What --map and --set say. */
import { UsageError } from '../../../core/errors.js';
import { findLevel, LEVELS } from '../../../core/level.js';
import { UNITS_PER_YEAR } from '../../stated-pay.js';
import { shownName } from '../formats/shown-name.js';
import { FIELDS, type Field } from '../mapping.js';
import type { Given } from './guess-mapping.js';
import { nearestName } from './nearest-name.js';

/** A part of `--map`: a column for a field, or no column for it. */
export interface MappedColumn {
  readonly field: Field;
  /** As the user wrote it; null for `level=`. */
  readonly column: string | null;
}

/** Words people use for our fields. */
const OTHER_NAMES: Readonly<Record<string, Field>> = {
  salary: 'pay',
  wage: 'pay',
  compensation: 'pay',
  low: 'payLow',
  min: 'payLow',
  high: 'payHigh',
  max: 'payHigh',
  company: 'employer',
  location: 'place',
  state: 'region',
  period: 'unit',
  seniority: 'level',
  soc: 'occupation',
  posted: 'date',
  job: 'title',
};

/** Whether the value of `--map` holds columns and not the name of a saved mapping. */
export function isColumnList(value: string): boolean {
  return /^\s*[A-Za-z]+\s*=/.test(value);
}

/**
 * Columns of fields: `title=Job Title,payLow=Min`. A comma inside the name of a column is part of it unless a field
 * and an equals sign follow.
 *
 * @throws {UsageError} UNKNOWN_FIELD | FIELD_TWICE
 */
export function parseColumnList(value: string): MappedColumn[] {
  const seen = new Set<Field>();
  return value.split(/,(?=\s*[A-Za-z]+\s*=)/).map((part) => {
    const at = part.indexOf('=');
    const field = findField(part.slice(0, at), '--map');
    if (seen.has(field)) throw new UsageError('FIELD_TWICE', `--map gives ${field} twice.`, 'Give one column for it.');
    seen.add(field);
    const column = part.slice(at + 1).trim();
    return { field, column: column === '' ? null : column };
  });
}

function findField(text: string, flag: string): Field {
  const name = text.trim();
  const found = FIELDS.find((field) => field.toLowerCase() === name.toLowerCase());
  if (found !== undefined) return found;
  const nearest = OTHER_NAMES[name.toLowerCase()] ?? nearestName(name, FIELDS);
  const remedy = nearest === null ? `Fields: ${FIELDS.join(', ')}.` : `Did you mean ${nearest}?`;
  throw new UsageError('UNKNOWN_FIELD', `${flag} names no field of ours: ${shownName(name)}.`, remedy);
}

/** Fields that may have one value for all rows. */
const SETTABLE: readonly Field[] = [
  'title',
  'employer',
  'place',
  'city',
  'region',
  'country',
  'currency',
  'unit',
  'date',
  'level',
  'occupation',
  'employment',
];

type Settings = Pick<Given, 'constants' | 'kind' | 'decimal' | 'dateOrder'>;

/**
 * Values for all rows: `currency=EUR`, `kind=paid`, `decimal=,`, `dateOrder=day-first`.
 *
 * @throws {UsageError} UNKNOWN_FIELD | INVALID_SETTING
 */
export function parseSettings(values: readonly string[]): Settings {
  const constants: Partial<Record<Field, string>> = {};
  let settings: Omit<Settings, 'constants'> = { kind: null, decimal: null, dateOrder: null };
  for (const value of values) {
    const at = value.indexOf('=');
    const name = (at < 0 ? value : value.slice(0, at)).trim();
    const text = at < 0 ? '' : value.slice(at + 1).trim();
    if (text === '') throw invalid(value, 'it has no value', 'Write it as --set country=DE.');
    if (name === 'kind') settings = { ...settings, kind: oneOf(text, ['advertised', 'paid'], value) };
    else if (name === 'decimal') settings = { ...settings, decimal: oneOf(text, ['.', ','], value) };
    else if (name === 'dateOrder') {
      settings = { ...settings, dateOrder: oneOf(text, ['day-first', 'month-first'], value) };
    } else {
      const field = findField(name, '--set');
      if (!SETTABLE.includes(field)) throw invalid(value, `${field} differs from row to row`, 'Map a column to it.');
      constants[field] = checkedConstant(field, text, value);
    }
  }
  return { ...settings, constants };
}

function oneOf<const T extends string>(text: string, allowed: readonly T[], shown: string): T {
  const found = allowed.find((entry) => entry === text);
  if (found === undefined) throw invalid(shown, 'the value is unknown', `Values: ${allowed.join(' ')}.`);
  return found;
}

const DAY = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

function checkedConstant(field: Field, text: string, shown: string): string {
  switch (field) {
    case 'currency': {
      const code = text.toUpperCase();
      if (Intl.supportedValuesOf('currency').includes(code)) return code;
      throw invalid(shown, 'it is no currency code of ISO 4217', 'Write it as EUR, USD or JPY.');
    }
    case 'unit':
      return oneOf(text.toLowerCase(), Object.keys(UNITS_PER_YEAR), shown);
    case 'level':
      if (findLevel(text) !== undefined) return text;
      throw invalid(shown, 'it is no level', `Levels: ${LEVELS.map(({ id }) => id).join(', ')}.`);
    case 'date':
      if (DAY.test(text)) return text;
      throw invalid(shown, 'it is no date', 'Write it as 2026-03-31.');
    case 'occupation':
      if (/^\d\d-\d{4}$/.test(text)) return text;
      throw invalid(shown, 'it is no SOC 2018 code', 'Write it as 15-1252.');
    default:
      return text;
  }
}

function invalid(value: string, fault: string, remedy: string): UsageError {
  return new UsageError('INVALID_SETTING', `--set ${shownName(value)} cannot be used: ${fault}.`, remedy);
}
