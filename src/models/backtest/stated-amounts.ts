/**
 * A second, plain reading of the amounts that stand in a text, apart from the engine's: what the engine gives must be
 * among them.
 */

/** ASCII digit by the digits of every numbering system that this Node knows. */
const DIGITS = digitsOfTheWorld();
const REFERENCES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  thinsp: ' ',
  comma: ',',
  period: '.',
  amp: '&',
  shy: '',
  zwnj: '',
  zwj: '',
};
/** A word or sign that multiplies, or thousands written out once (`120-150,000`). */
const MULTIPLIERS = /[kmlb]|thousand|mil|tsd|tys|тыс|млн|lakh|lac|cr|万|만|億|亿|억|千|천|grand|tausend|mio|000/i;
const POWERS = [3, 4, 5, 6, 7, 8, 9];

/**
 * Whether digits of the text make up the value: a number with its signs of thousands and decimals taken either way,
 * times a power of ten where the text has a multiplier.
 */
export function isStated(value: number, text: string): boolean {
  const plain = plainDigits(text);
  const powers = MULTIPLIERS.test(plain) ? [0, ...POWERS] : [0];
  return [...plain.matchAll(/\d+(?:[.,'\s]\d+)*/g)].some(([number]) => {
    const groups = number.split(/[.,'\s]/);
    return readings(groups).some((reading) => powers.some((power) => same(reading * 10 ** power, value)));
  });
}

/** Every number that consecutive groups of digits can mean: one integer, or the last group as decimals. */
function readings(groups: readonly string[]): number[] {
  const found: number[] = [];
  const most = Math.min(groups.length, 12);
  for (let from = 0; from < most; from += 1) {
    for (let to = from + 1; to <= most; to += 1) {
      const whole = Number(groups.slice(from, to).join(''));
      const decimals = groups[to - 1]!.length;
      found.push(whole, whole / 10 ** decimals);
    }
  }
  return found;
}

function same(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b));
}

/** The text with references decoded, tags and unseen characters taken out, and ASCII digits. */
function plainDigits(text: string): string {
  let plain = text;
  for (let layer = 0; layer < 3; layer += 1) {
    plain = plain.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/gi, (whole, name: string) => {
      if (name.startsWith('#')) {
        const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
      }
      return REFERENCES[name.toLowerCase()] ?? (layer < 2 ? whole : ' ');
    });
  }
  plain = plain.replace(/<[^<>]{0,4000}>/g, ' ').replace(/\p{Nd}/gu, (digit) => DIGITS.get(digit) ?? digit);
  plain = plain.replace(/[\p{Cf}\p{M}]/gu, '');
  return plain
    .replace(/[’‘ʼ′´ˈ＇`]/g, "'")
    .replace(/[٬，、]/g, ',')
    .replace(/[٫．]/g, '.');
}

function digitsOfTheWorld(): ReadonlyMap<string, string> {
  const digits = new Map<string, string>();
  for (const numberingSystem of Intl.supportedValuesOf('numberingSystem')) {
    const format = new Intl.NumberFormat('en', { numberingSystem, useGrouping: false });
    for (let digit = 0; digit < 10; digit += 1) {
      const character = format.format(digit);
      if ([...character].length === 1) digits.set(character, String(digit));
    }
  }
  return digits;
}
