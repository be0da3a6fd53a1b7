/** Currencies by code, sign and word. */

/**
 * How many units of a currency stand for one US dollar in pay, roughly: where a month's pay in the currency ends and a
 * year's begins, over 15,000. Tells the unit of an amount from its size and rejects what no employer pays; used for
 * nothing else. Every code known is listed.
 */
const UNITS_PER_DOLLAR: Readonly<Record<string, number>> = {
  USD: 1,
  EUR: 1,
  GBP: 1,
  CAD: 1,
  AUD: 1,
  NZD: 1,
  SGD: 1,
  CHF: 1,
  HKD: 5,
  TWD: 10,
  CNY: 4,
  JPY: 70,
  KRW: 800,
  INR: 10,
  PKR: 33,
  BDT: 13,
  LKR: 33,
  NPR: 13,
  PHP: 10,
  IDR: 2700,
  VND: 5500,
  THB: 10,
  MYR: 1.5,
  SEK: 5,
  NOK: 5,
  DKK: 5,
  ISK: 80,
  PLN: 2,
  CZK: 9,
  HUF: 130,
  RON: 2,
  BGN: 1,
  RSD: 35,
  UAH: 13,
  RUB: 27,
  KZT: 80,
  GEL: 1,
  TRY: 12,
  ILS: 2.5,
  AED: 3,
  SAR: 3,
  QAR: 3,
  KWD: 0.3,
  BHD: 0.3,
  OMR: 0.3,
  EGP: 4,
  ZAR: 7,
  NGN: 100,
  KES: 30,
  GHS: 4,
  MAD: 4,
  TND: 1,
  BRL: 1.5,
  MXN: 7,
  ARS: 270,
  CLP: 270,
  COP: 1000,
  PEN: 1.5,
  UYU: 15,
  CRC: 200,
  DOP: 15,
  AZN: 1.2,
  BWP: 9,
  BYN: 1.6,
  DZD: 90,
  ETB: 50,
  FJD: 1.6,
  GTQ: 5,
  HNL: 17,
  HRK: 5,
  IQD: 900,
  JMD: 110,
  JOD: 0.5,
  LBP: 60000,
  MDL: 12,
  MKD: 38,
  MMK: 1500,
  MOP: 6,
  MUR: 30,
  NIO: 25,
  PYG: 5000,
  RWF: 700,
  TTD: 5,
  TZS: 1600,
  UGX: 2400,
  UZS: 8000,
  XAF: 400,
  XOF: 400,
  ZMW: 15,
};

/** Codes in the order of their numbers; a token of kind currency carries the number. */
export const CURRENCY_CODES: readonly string[] = Object.keys(UNITS_PER_DOLLAR);

/** Currencies whose own sign is the dollar. */
const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'TWD', 'MXN', 'ARS', 'CLP', 'COP', 'UYU']);

/** Numbers of signs that several currencies share. */
export const BARE_DOLLAR = 200;
export const BARE_KRONE = 201;
export const BARE_YEN = 202;
/** Numbers from here on are signs, not currencies: they are settled by the text around them. */
const FIRST_SHARED = BARE_DOLLAR;

/** Marks what is a currency only beside an amount that is pay for another reason: `R25 000`, `20 pounds`. */
export const WEAK = 512;

const number = (code: string): number => CURRENCY_CODES.indexOf(code);

/** Currency signs of one character, by UTF-16 code. */
export const CURRENCY_SIGNS: ReadonlyMap<number, number> = new Map(
  (
    [
      ['$', BARE_DOLLAR],
      ['€', number('EUR')],
      ['£', number('GBP')],
      ['¥', BARE_YEN],
      ['円', number('JPY')],
      ['元', number('CNY')],
      ['₹', number('INR')],
      ['₩', number('KRW')],
      ['원', number('KRW')],
      ['₱', number('PHP')],
      ['₪', number('ILS')],
      ['₺', number('TRY')],
      ['₽', number('RUB')],
      ['₴', number('UAH')],
      ['₫', number('VND')],
      ['฿', number('THB')],
      ['₦', number('NGN')],
      ['₡', number('CRC')],
      ['₵', number('GHS')],
      ['₸', number('KZT')],
      ['₾', number('GEL')],
      ['৳', number('BDT')],
    ] as const
  ).map(([sign, value]) => [sign.charCodeAt(0), value]),
);

/** What the letters before a `$` make of it: `CA$`, `A$`. Lower case. */
export const DOLLAR_PREFIXES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    us: 'USD',
    usd: 'USD',
    u: 'USD',
    ca: 'CAD',
    c: 'CAD',
    cad: 'CAD',
    cdn: 'CAD',
    can: 'CAD',
    a: 'AUD',
    au: 'AUD',
    aud: 'AUD',
    nz: 'NZD',
    nzd: 'NZD',
    s: 'SGD',
    sg: 'SGD',
    sgd: 'SGD',
    hk: 'HKD',
    hkd: 'HKD',
    nt: 'TWD',
    ntd: 'TWD',
    twd: 'TWD',
    r: 'BRL',
    brl: 'BRL',
    mx: 'MXN',
    mex: 'MXN',
    mxn: 'MXN',
    ar: 'ARS',
    ars: 'ARS',
    cl: 'CLP',
    clp: 'CLP',
    col: 'COP',
    cop: 'COP',
  }).map(([prefix, code]) => [prefix, number(code)]),
);

/** What the letters before a `¥` make of it: `CN¥`. Lower case. */
export const YEN_PREFIXES: ReadonlyMap<string, number> = new Map([
  ['cn', number('CNY')],
  ['rmb', number('CNY')],
  ['jp', number('JPY')],
]);

/** Codes that are also English words or other names: they count in capitals only. */
export const CAPITALS_ONLY: ReadonlySet<string> = new Set([
  'try',
  'mad',
  'pen',
  'php',
  'cop',
  'gel',
  'ron',
  'sar',
  'ars',
  'dop',
  'mop',
  'mur',
  'fr',
  'rm',
  'rp',
]);

/** Words and codes that name a currency, lower case, accents removed. */
export const CURRENCY_WORDS: ReadonlyMap<string, number> = new Map([
  ...CURRENCY_CODES.map((code): [string, number] => [code.toLowerCase(), number(code)]),
  ...Object.entries({
    euro: 'EUR',
    euros: 'EUR',
    eur: 'EUR',
    sterling: 'GBP',
    quid: 'GBP',
    rupee: 'INR',
    rupees: 'INR',
    rs: 'INR',
    yen: 'JPY',
    yuan: 'CNY',
    rmb: 'CNY',
    won: 'KRW',
    franken: 'CHF',
    sfr: 'CHF',
    fr: 'CHF',
    zl: 'PLN',
    zloty: 'PLN',
    zlotych: 'PLN',
    kc: 'CZK',
    ft: 'HUF',
    forint: 'HUF',
    lei: 'RON',
    shekel: 'ILS',
    shekels: 'ILS',
    nis: 'ILS',
    reais: 'BRL',
    rand: 'ZAR',
    dirhams: 'AED',
    ringgit: 'MYR',
    rm: 'MYR',
    rp: 'IDR',
    грн: 'UAH',
    руб: 'RUB',
    рублей: 'RUB',
    'us dollar': 'USD',
    'us dollars': 'USD',
    'american dollars': 'USD',
    'canadian dollar': 'CAD',
    'canadian dollars': 'CAD',
    'australian dollar': 'AUD',
    'australian dollars': 'AUD',
    'singapore dollars': 'SGD',
    'kong dollars': 'HKD',
    'zealand dollars': 'NZD',
    'mexican pesos': 'MXN',
    'swiss francs': 'CHF',
    'swedish kronor': 'SEK',
    'norwegian kroner': 'NOK',
    'danish kroner': 'DKK',
    'pakistani rupees': 'PKR',
  }).map(([word, code]): [string, number] => [word, number(code)]),
  ['pound', number('GBP') | WEAK],
  ['pounds', number('GBP') | WEAK],
  ['pounds sterling', number('GBP')],
  ['dollar', BARE_DOLLAR],
  ['dollars', BARE_DOLLAR],
  ['kr', BARE_KRONE],
  ['kronor', BARE_KRONE],
  ['kroner', BARE_KRONE],
]);

/** Whether a number of `CURRENCY_CODES` stands for a currency whose sign is the dollar. */
export function isDollar(currency: number): boolean {
  return DOLLARS.has(CURRENCY_CODES[currency] ?? '');
}

/** Whether a number is a sign that several currencies share. */
export function isShared(currency: number): boolean {
  return currency >= FIRST_SHARED && currency < WEAK;
}

/** Code of a settled currency; null for -1 and for a shared sign that nothing settles. */
export function currencyCode(currency: number): string | null {
  return CURRENCY_CODES[currency] ?? null;
}

/** An amount in units of about a dollar: see `UNITS_PER_DOLLAR`; 1 for an unknown currency. */
export function unitsPerDollar(currency: string | null): number {
  return currency === null ? 1 : (UNITS_PER_DOLLAR[currency] ?? 1);
}
