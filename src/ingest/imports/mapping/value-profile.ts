/** What the values of a column look like. */
import { parsePay } from '../../../text/pay/index.js';

/** What is asked of the text engines to recognise values. */
export interface ValueReaders {
  /** Whether a title names a role of the catalogue. */
  isTitle(text: string): boolean;
  isPlace(text: string): boolean;
  isCountry(text: string): boolean;
}

/** Shares are of the filled values, 0 to 1. */
export interface ValueProfile {
  readonly filled: number;
  readonly distinct: number;
  readonly averageLength: number;
  readonly numbers: number;
  readonly pay: number;
  /** Texts with an amount and its currency or unit. */
  readonly payWithCurrency: number;
  readonly dates: number;
  readonly currencies: number;
  readonly units: number;
  readonly socCodes: number;
  readonly eMails: number;
  readonly telephones: number;
  readonly identityNumbers: number;
  readonly genders: number;
  readonly salutations: number;
  /** Asked only for columns that may be one; see `profileWords`. */
  readonly values: readonly string[];
}

const NUMBER = /^[\s\p{Sc}]*[-+]?\d[\d\s.,'’\u00a0\u202f]*(?:\s*(?:k|[A-Z]{3}|\p{Sc}))?\s*$/u;
const DATE =
  /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:[T ].*)?$|^\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}(?: .*)?$|^(?:19|20)\d\d$|^\d{1,2}[ .-]*\p{L}{3,9}\.?[ ,.-]*\d{2,4}$|^\p{L}{3,9}\.? \d{1,2},? \d{4}$|^\d{4}年\d{1,2}月(?:\d{1,2}日)?$|^1[0-9]{9}(?:\d{3})?$/u;
const CURRENCY = /^(?:[A-Z]{3}|\p{Sc}|[A-Z]{1,2}\$|円|元|원)$/iu;
const UNIT =
  /\b(?:hour|hourly|hr|h|day|daily|week|weekly|month|monthly|mo|year|yearly|annual|annually|annum|yr|stunde|stündlich|monat|monatlich|jahr|jährlich|heure|horaire|mois|mensuel|an|annuel|hora|mes|mensual|año|anual|mês|mensal|ano|uur|maand|jaar|ora|mese|anno|godz|godzina|miesiąc|rok|salaried|salary)\b|年|月|時|时|日|週|시|월|연/iu;
const SOC = /^\d\d-\d{4}(?:\.\d\d)?$/;
const E_MAIL = /^[^\s@]{1,64}@[^\s@]{1,190}\.[^\s@.]{2,24}$/;
const TELEPHONE =
  /^(?:\+\d[\d\s().-]{6,18}|\(\d{2,5}\)[\d\s.-]{5,14}|0\d{1,4}[\s/-]\d[\d\s-]{4,12}|\d{3}[-.]\d{3}[-.]\d{4})$/;
const IDENTITY =
  /^(?:\d{3}-\d{2}-\d{4}|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|\d{3}\.\d{3}\.\d{3}-\d{2})$/;
const GENDERS: ReadonlySet<string> = new Set(
  'm f male female man woman w d männlich weiblich divers homme femme hombre mujer masculino femenino feminino maschio femmina vrouw mężczyzna kobieta 男 女 男性 女性 nonbinary non-binary'.split(
    ' ',
  ),
);
const SALUTATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms miss mx dr prof herr frau mme mlle sra srta pani mevrouw'.split(' '),
);

/** Profile of the values of one column. */
export function profileValues(cells: readonly string[]): ValueProfile {
  const values = cells.map((cell) => cell.slice(0, 2000).trim()).filter((cell) => cell !== '');
  const distinct = [...new Set(values)];
  const short = (test: (text: string) => boolean) => share(values, (text) => text.length <= 120 && test(text));
  const numbers = short((text) => NUMBER.test(text));
  const statesPay = numbers > 0.9 ? null : statedPay(distinct.slice(0, 200));
  return {
    filled: values.length,
    distinct: distinct.length,
    averageLength: values.reduce((sum, { length }) => sum + length, 0) / Math.max(1, values.length),
    numbers,
    pay: statesPay === null ? numbers : Math.max(numbers, statesPay.any),
    payWithCurrency: statesPay?.withCurrency ?? 0,
    dates: short((text) => DATE.test(text)),
    currencies: short((text) => CURRENCY.test(text)),
    units: short((text) => text.length <= 30 && UNIT.test(text)),
    socCodes: short((text) => SOC.test(text)),
    eMails: short((text) => E_MAIL.test(text)),
    telephones: short((text) => TELEPHONE.test(text)),
    identityNumbers: short((text) => IDENTITY.test(text)),
    genders: gendersIn(distinct) < 2 ? 0 : short((text) => GENDERS.has(text.toLowerCase())),
    salutations: short((text) => SALUTATIONS.has(text.toLowerCase().replace(/\.$/, ''))),
    values: distinct,
  };
}

/** One letter alone may be a size. */
function gendersIn(distinct: readonly string[]): number {
  return new Set(distinct.map((text) => text.toLowerCase()).filter((text) => GENDERS.has(text))).size;
}

function statedPay(texts: readonly string[]): { any: number; withCurrency: number } {
  const found = texts.map((text) => (text.length > 200 ? [] : parsePay(text).ranges));
  const short = found.map((ranges, index) => (NUMBER.test(texts[index]!) || ranges.length > 0 ? ranges : null));
  return {
    any: share(short, (ranges) => ranges !== null),
    withCurrency: share(found, (ranges) => ranges.some(({ currency }) => currency !== null)),
  };
}

/** Share of the items that pass; 0 of none. */
export function share<T>(items: readonly T[], passes: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(passes).length / items.length;
}
