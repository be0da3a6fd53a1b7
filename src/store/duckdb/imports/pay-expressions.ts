/** What a row states about pay, as expressions over a table's relation and its look-ups. */
import type { ReadingName } from '../../import-port.js';
import type { LookUp } from './look-ups.js';
import { fieldColumn, type OpenTable } from './open-table.js';
import { plainValue } from './reading-keys.js';

export interface PayExpressions {
  /** Whether the row says anything about pay. */
  readonly stated: string;
  readonly low: string;
  readonly high: string;
  /** Code of a currency that the pay itself names. */
  readonly currency: string;
  /** Code of a shared sign it names. */
  readonly family: string;
  readonly unit: string;
  readonly perYear: string;
}

type LookUps = ReadonlyMap<ReadingName, LookUp | null>;

const NOTHING: PayExpressions = {
  stated: 'false',
  low: 'NULL::DOUBLE',
  high: 'NULL::DOUBLE',
  currency: 'NULL::SMALLINT',
  family: 'NULL::SMALLINT',
  unit: 'NULL::TINYINT',
  perYear: 'NULL::SMALLINT',
};

/** The two ends' columns go before a column of whole statements, and this before the text of the posting. */
export function payExpressions(open: OpenTable, lookUps: LookUps): PayExpressions {
  const given = [endsOf(open, lookUps), statementOf(open, lookUps), descriptionOf(lookUps)].filter(
    (one) => one !== null,
  );
  const [first, ...others] = given;
  if (first === undefined) return NOTHING;
  return others.reduce((before, next) => {
    const either = (part: keyof PayExpressions) =>
      `CASE WHEN ${before.stated} THEN ${before[part]} ELSE ${next[part]} END`;
    return {
      stated: `(${before.stated} OR ${next.stated})`,
      low: either('low'),
      high: either('high'),
      currency: either('currency'),
      family: either('family'),
      unit: either('unit'),
      perYear: either('perYear'),
    };
  }, first);
}

/** One end as a number, and what else its text says. */
interface End {
  readonly stated: string;
  readonly amount: string;
  readonly said: (column: string) => string | null;
}

function endOf(open: OpenTable, lookUps: LookUps, field: 'payLow' | 'payHigh'): End | null {
  const { table } = open;
  const plain = plainValue(open, field);
  if (plain === null && table.constants[field] === undefined) return null;
  const lookUp = lookUps.get('amount') ?? null;
  const use = field === 'payHigh' && isAmountGiven(open, 'payLow') ? 1 : 0;
  const said = (column: string) => (lookUp === null ? null : lookUp.column(column, use));
  if (plain === null) return { stated: said('stated') ?? 'false', amount: said('low') ?? 'NULL', said };
  const read = said('low');
  const text = fieldColumn(field);
  const unread = said('stated');
  return {
    stated: unread === null ? `(${text} IS NOT NULL)` : `(${text} IS NOT NULL AND coalesce(${unread}, true))`,
    amount: read === null ? plain : `coalesce(${plain}, ${read})`,
    said,
  };
}

function isAmountGiven({ table }: OpenTable, field: 'payLow' | 'payHigh'): boolean {
  return table.fields[field] !== undefined || table.constants[field] !== undefined;
}

function endsOf(open: OpenTable, lookUps: LookUps): PayExpressions | null {
  const low = endOf(open, lookUps, 'payLow');
  const high = endOf(open, lookUps, 'payHigh');
  const only = low ?? high;
  if (only === null) return null;
  const [one, other] = [low ?? only, high ?? only];
  const first = (column: string, type: string) => {
    const texts = [one.said(column), other.said(column)].filter((text) => text !== null);
    return texts.length === 0 ? `NULL::${type}` : `coalesce(${texts.join(', ')})`;
  };
  // An end that says nothing is the other one; an end that says something unreadable leaves the row without pay.
  const value = (end: End, second: End) => `CASE WHEN ${end.stated} THEN ${end.amount} ELSE ${second.amount} END`;
  return {
    stated: one === other ? one.stated : `(${one.stated} OR ${other.stated})`,
    low: one === other ? one.amount : value(one, other),
    high: one === other ? one.amount : value(other, one),
    currency: first('currency_code', 'SMALLINT'),
    family: first('family_code', 'SMALLINT'),
    unit: first('unit', 'TINYINT'),
    perYear: 'NULL::SMALLINT',
  };
}

function statementOf(open: OpenTable, lookUps: LookUps): PayExpressions | null {
  const plain = plainValue(open, 'pay');
  const lookUp = lookUps.get('pay') ?? null;
  if (plain === null) return lookUp === null ? null : said(lookUp, lookUp.column('stated'));
  const text = fieldColumn('pay');
  if (lookUp === null) return { ...NOTHING, stated: `(${text} IS NOT NULL)`, low: plain, high: plain };
  return {
    ...said(lookUp, `(${text} IS NOT NULL AND coalesce(${lookUp.column('stated')}, true))`),
    low: `coalesce(${plain}, ${lookUp.column('low')})`,
    high: `coalesce(${plain}, ${lookUp.column('high')})`,
  };
}

function descriptionOf(lookUps: LookUps): PayExpressions | null {
  const lookUp = lookUps.get('description') ?? null;
  return lookUp === null ? null : said(lookUp, `coalesce(${lookUp.column('stated')}, false)`);
}

function said(lookUp: LookUp, stated: string): PayExpressions {
  return {
    stated,
    low: lookUp.column('low'),
    high: lookUp.column('high'),
    currency: lookUp.column('currency_code'),
    family: lookUp.column('family_code'),
    unit: lookUp.column('unit'),
    perYear: lookUp.column('per_year'),
  };
}
