/** The base pay that a text states. */
import { BARE_DOLLAR, BARE_KRONE, BARE_YEN, isShared, WEAK } from '../../../text/pay/currencies.js';
import { foldText } from '../../../text/pay/fold.js';
import { type PayStatement, parsePay } from '../../../text/pay/index.js';
import { scanText } from '../../../text/pay/scan.js';
import { KIND } from '../../../text/pay/tokens.js';
import type { PayUnit } from '../../stated-pay.js';
import { saysNothing } from './says-nothing.js';
import type { SharedSign } from './shared-signs.js';

export interface PayReading {
  /** False for a text that says nothing about pay, or that there is no figure. */
  readonly stated: boolean;
  /** Null where the text says something that is no base pay. */
  readonly low: number | null;
  readonly high: number | null;
  readonly currency: string | null;
  /** A sign that several currencies share, to be settled by the country. */
  readonly family: SharedSign | null;
  /** Null where the text does not say it. */
  readonly unit: PayUnit | null;
  /** Units paid a year, where the text says more than twelve months. */
  readonly perYear: number | null;
}

export const NO_PAY: PayReading = {
  stated: false,
  low: null,
  high: null,
  currency: null,
  family: null,
  unit: null,
  perYear: null,
};

/** Beyond this no amount is believed to be read rightly. */
const LARGEST = 1e11;

/**
 * Reads a cell such as `€60-70k` or `Base: $120,000 - $150,000 + bonus`. Of several statements the first one of base
 * pay counts, else the first whose kind is not said; bonus, equity and totals are never base pay.
 *
 * @param decimal sign before the decimals in this file
 */
export function readPayText(raw: string | null, decimal: '.' | ','): PayReading {
  const text = raw ?? '';
  if (saysNothing(text)) return NO_PAY;
  const statement = baseOf(parsePay(alone(text, decimal)).ranges);
  return statement === null ? { ...NO_PAY, stated: true } : readingOf(statement, text);
}

/** The same for the text of a posting, in which saying nothing about pay is usual. */
export function readPayInText(text: string): PayReading {
  const statement = baseOf(parsePay(text).ranges);
  return statement === null ? NO_PAY : readingOf(statement, text.slice(...statement.span));
}

function baseOf(ranges: readonly PayStatement[]): PayStatement | null {
  return ranges.find(({ kind }) => kind === 'base') ?? ranges.find(({ kind }) => kind === 'unknown') ?? null;
}

function readingOf(statement: PayStatement, text: string): PayReading {
  const { low, high, currency, unit, annualLow, annualHigh } = statement;
  const [least, most] = [low ?? high, high ?? low];
  if (least === null || most === null || !(Math.abs(most) < LARGEST)) return { ...NO_PAY, stated: true };
  const { family, saysUnit, saysCode } = signsIn(text);
  const year = annualHigh ?? annualLow;
  const payments = unit === 'month' && year !== null && most > 0 ? Math.round(year / most) : null;
  return {
    stated: true,
    low: least,
    high: most,
    currency: family === null || saysCode ? currency : null,
    family: saysCode ? null : family,
    unit: saysUnit || payments === 13 || payments === 14 ? unit : null,
    perYear: payments === 13 || payments === 14 ? payments : null,
  };
}

const FAMILY_OF: ReadonlyMap<number, SharedSign> = new Map([
  [BARE_DOLLAR, 'dollar'],
  [BARE_KRONE, 'krone'],
  [BARE_YEN, 'yen'],
]);

/** What a statement says by signs: a unit, a shared sign of currency, a currency without doubt. */
function signsIn(text: string): { family: SharedSign | null; saysUnit: boolean; saysCode: boolean } {
  const found = { family: null as SharedSign | null, saysUnit: false, saysCode: false };
  const folded = foldText(text, { steps: 0 });
  if (folded === null) return found;
  const { tokens } = scanText(folded.text, { steps: 0 });
  for (let at = 0; at < tokens.count; at += 1) {
    const kind = tokens.kind(at);
    if (kind === KIND.rate || kind === KIND.period || kind === KIND.payments) found.saysUnit = true;
    if (kind !== KIND.currency) continue;
    const number = tokens.value(at) & ~WEAK;
    if (isShared(number)) found.family ??= FAMILY_OF.get(number) ?? null;
    else found.saysCode = true;
  }
  return found;
}

/** A bare number of a cell of pay is pay: what the parser asks of running text does not hold there. */
function alone(text: string, decimal: '.' | ','): string {
  const settled = decimal === ',' ? text.replace(/(\d)\.(?=\d{3}(?!\d))/g, '$1').replace(/(\d),(\d)/g, '$1.$2') : text;
  return `Base salary: ${settled}`;
}
