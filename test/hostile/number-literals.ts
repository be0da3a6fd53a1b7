/** The numbers written in a text, read without any code of the pay engine: what it says must be among them. */

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  hairsp: ' ',
  puncsp: ' ',
  numsp: ' ',
  comma: ',',
  period: '.',
  apos: "'",
  rsquo: "'",
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
};

/** What a number may be multiplied by: nothing, thousand, lakh, million, crore, billion. */
const SCALES = [1, 1e3, 1e5, 1e6, 1e7, 1e9];
const MOST_GROUPS = 10;

/** Entities decoded, however often they were escaped. */
function decoded(text: string): string {
  let current = text;
  for (let layer = 0; layer < 12; layer += 1) {
    const next = current.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
      if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
      const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
    if (next === current) break;
    current = next;
  }
  return current;
}

/** Decimal digits of every script as ASCII. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let value = 0;
    while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    return String(value);
  });
}

/** A text in lower case without markup, entities, accents and invisible characters. */
export function plainest(text: string): string {
  return decoded(text)
    .replace(/<(script|style)\b[^<>]*>.*?<\/\1\s*>/gis, ' ')
    .replace(/<[^<>]*>/g, ' ')
    .normalize('NFKD')
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .toLowerCase();
}

/** A text with its characters in their plainest form; `½`, `²` and `㎡` as they are where `whole`. */
function folded(text: string, whole: boolean): string {
  return asciiDigits(
    decoded(text)
      .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
      .normalize(whole ? 'NFC' : 'NFKC')
      .replace(/[\p{Cf}\p{M}]/gu, '')
      .replace(/[’‘ʼ`´_٬]/g, "'")
      .replace(/٫/g, '.')
      .replace(/\p{Zs}/gu, ' '),
  );
}

/**
 * Every value a stretch of a text can be read as: any run of digit groups, with the last sign as decimal sign or as a
 * sign between thousands. Wide on purpose: a value outside this set was made up.
 */
export function numberLiterals(text: string): Set<number> {
  const values = new Set<number>();
  for (const whole of [false, true]) addLiterals(folded(text, whole), values);
  return values;
}

function addLiterals(plain: string, values: Set<number>): void {
  for (const [run] of plain.matchAll(/\d+(?:[.,' ]\d+)*/g)) {
    const groups = run.split(/[.,' ]/);
    for (let from = 0; from < groups.length; from += 1) {
      for (let to = from + 1; to <= Math.min(groups.length, from + MOST_GROUPS); to += 1) {
        const part = groups.slice(from, to);
        values.add(Number(part.join('')));
        values.add(Number(`${part.slice(0, -1).join('')}.${part.at(-1)}`));
      }
    }
  }
}

/**
 * Whether an amount is one of the numbers: as it stands, multiplied where the text holds a letter (`150k`), or in
 * thousands where another number has its thousands written out (`120-150,000`).
 */
export function isWritten(amount: number, text: string): boolean {
  const plain = folded(text, false);
  const scales = /\p{L}/u.test(plain) ? SCALES : /[.,' ]000/.test(plain) ? [1, 1000] : [1];
  for (const value of numberLiterals(text)) {
    if (scales.some((scale) => Math.abs(value * scale - amount) <= 1e-9 * Math.abs(amount))) return true;
  }
  return false;
}
