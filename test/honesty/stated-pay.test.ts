import { describe, expect, it } from 'vitest';
import { isStated } from '../../bench/stated-amounts.mjs';
import { type PayStatement, parsePay } from '../../src/text/pay/parse-pay.js';

const SEEDS = [
  'Base salary: $150,000 - $190,000 per year + equity',
  '€1.234,56 &ndash; 2.000,00 € brutto pro Monat x 13',
  '&lt;p&gt;Pay&lt;/p&gt; &amp;#36;25/hr, OTE &pound;45k-50k',
  '12-18 LPA or ₹12,00,000; 年収800万円; R$ 8.000',
  'raised $50M Series B, 401(k), $500 stipend, up to $20 an hour',
];
const PIECES = [
  '$', '€', '£', '¥', 'kr', 'k', 'K', 'M', ',', '.', ' ', '-', '–', '—', '~', ' to ', '+', '%', '(', ')', '/', '\n',
  '0', '9', '000', ',000', '.5', "'", '’', '\u00a0', '\u202f', '\u00ad', '\u200b', '\u202e', '\u0000', '\ud800', '\udfff',
  '&', '&amp;', '&#36;', '&nbsp', ';', '<', '>', '<b>', '</td>', '&lt;', 'per hour', 'a year', 'up to', 'between', 'and',
  'OTE', 'bonus', 'lakh', 'crore', '万', '億', '円', '٥', '０', '𝟏', '½', '²', 'ﬁ', '﷼', '🧑🏽‍💻', 'İ', 'CAD', 'USD',
]; // biome-ignore format: one line a sort would be longer than the list

/** Park-Miller generator: the same mutations in every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function mutate(text: string, random: () => number): string {
  let out = text;
  const edits = 1 + Math.floor(random() * 8);
  for (let i = 0; i < edits; i += 1) {
    const at = Math.floor(random() * (out.length + 1));
    const piece = PIECES[Math.floor(random() * PIECES.length)] as string;
    const gone = Math.floor(random() * 4);
    out = out.slice(0, at) + piece.repeat(1 + Math.floor(random() * 3)) + out.slice(at + gone);
  }
  return out;
}

/** What is wrong with a statement, null for nothing. */
function fault(statement: PayStatement, text: string): string | null {
  const { low, high, span, confidence, annualLow, annualHigh } = statement;
  const [from, to] = span;
  if (!(from >= 0 && from < to && to <= text.length)) return `span ${from}..${to}`;
  for (const amount of [low, high]) {
    if (amount !== null && !(Number.isFinite(amount) && amount >= 0)) return `amount ${amount}`;
    if (amount !== null && !isStated(amount, text.slice(from, to)))
      return `${amount} is not in ${text.slice(from, to)}`;
  }
  if (low === null && high === null) return 'no amount';
  if (low !== null && high !== null && low > high) return `${low} above ${high}`;
  if ((annualLow !== null && low === null) || (annualHigh !== null && high === null)) return 'a year of nothing';
  return confidence > 0 && confidence < 1 ? null : `confidence ${confidence}`;
}

describe('amounts of mutated pay strings', () => {
  it('stand in the text, in 5,000 mutations', () => {
    const random = generator(20_260_401);
    const faults: string[] = [];
    for (let i = 0; i < 5_000; i += 1) {
      const text = mutate(SEEDS[i % SEEDS.length] as string, random);
      let last = 0;
      for (const statement of parsePay(text).ranges) {
        const found = statement.span[0] < last ? 'spans overlap' : fault(statement, text);
        if (found !== null) faults.push(`${found}: ${JSON.stringify(text)}`);
        last = statement.span[1];
      }
    }
    expect(faults).toEqual([]);
  });
});

describe('the check of stated amounts', () => {
  it.each([
    [150_000, '$150-190k', true],
    [190_000, '$150-190k', true],
    [150, '$150-190k', true],
    [170_000, '$150-190k', false],
    [1234.56, '€1.234,56', true],
    [1_200_000, '12-18 LPA', true],
    [1_200_000, '12-18', false],
    [8_000_000, '800万円', true],
    [25, '&#36;25', true],
    [36, '&#36;25', false],
  ])('%d in %s: %s', (value, text, stated) => {
    expect(isStated(value, text)).toBe(stated);
  });
});
