/** Texts for terminals that show ASCII only. */

const REPLACEMENTS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '·': '-',
  '•': '*',
  '×': 'x',
  '±': '+-',
  '≥': '>=',
  '≤': '<=',
  '£': 'GBP ',
  '€': 'EUR ',
  '₹': 'INR ',
  '¥': 'Y ',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
};

/**
 * A text in ASCII: accents dropped, currency signs spelled as codes, anything else as `?`.
 *
 * @example asciiText('Zoë: £95k') // 'Zoe: GBP 95k'
 */
export function asciiText(text: string): string {
  const spelled = text.replace(/[^\x00-\x7F]/gu, (character) => REPLACEMENTS[character] ?? character);
  return spelled
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x00-\x7F]/gu, '?');
}
