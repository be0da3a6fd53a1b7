/** Signs and words that several currencies share. */
import { CURRENCY_CODES, isDollar } from '../../../text/pay/currencies.js';

interface Family {
  /** Currencies that are called so at home. */
  readonly members: ReadonlySet<string>;
  /** The one meant where the country's own is none of them; null where that is a guess. */
  readonly otherwise: string | null;
}

const family = (members: string, otherwise: string | null): Family => ({
  members: new Set(members.split(' ')),
  otherwise,
});

const FAMILIES = {
  dollar: { members: new Set(CURRENCY_CODES.filter((_, at) => isDollar(at))), otherwise: null },
  krone: family('SEK NOK DKK ISK', null),
  yen: family('JPY CNY', null),
  pound: family('GBP EGP LBP', 'GBP'),
  rupee: family('INR PKR LKR NPR MUR', 'INR'),
  franc: family('CHF XAF XOF RWF', null),
  peso: family('MXN ARS CLP COP PHP UYU DOP', null),
  dinar: family('KWD BHD JOD TND DZD IQD RSD MKD', null),
  riyal: family('SAR QAR OMR', null),
  shilling: family('KES TZS UGX', null),
  koruna: family('CZK', 'CZK'),
} as const satisfies Record<string, Family>;

export type SharedSign = keyof typeof FAMILIES;

/**
 * The currency a shared sign means in a country.
 *
 * @param own ISO code of the country's own currency, or null
 * @returns null where it is unclear: a bare `$` is a dollar only where the country's own currency is one
 * @example currencyOfSign('dollar', 'CAD') // 'CAD'
 */
export function currencyOfSign(sign: string, own: string | null): string | null {
  const { members, otherwise }: Family = FAMILIES[sign as SharedSign];
  return own !== null && members.has(own) ? own : otherwise;
}

/** Words for a family, lower case, without accents. */
export const SHARED_WORDS: ReadonlyMap<string, SharedSign> = new Map<string, SharedSign>([
  ['$', 'dollar'],
  ['dollar', 'dollar'],
  ['dollars', 'dollar'],
  ['buck', 'dollar'],
  ['bucks', 'dollar'],
  ['kr', 'krone'],
  ['kr.', 'krone'],
  ['krone', 'krone'],
  ['kroner', 'krone'],
  ['krona', 'krone'],
  ['kronor', 'krone'],
  ['crown', 'krone'],
  ['crowns', 'krone'],
  ['¥', 'yen'],
  ['￥', 'yen'],
  ['pound', 'pound'],
  ['pounds', 'pound'],
  ['rupee', 'rupee'],
  ['rupees', 'rupee'],
  ['rs', 'rupee'],
  ['rs.', 'rupee'],
  ['franc', 'franc'],
  ['francs', 'franc'],
  ['peso', 'peso'],
  ['pesos', 'peso'],
  ['dinar', 'dinar'],
  ['dinars', 'dinar'],
  ['riyal', 'riyal'],
  ['riyals', 'riyal'],
  ['rial', 'riyal'],
  ['shilling', 'shilling'],
  ['shillings', 'shilling'],
  ['koruna', 'koruna'],
]);
