import { describe, expect, it } from 'vitest';
import { engine, shapeFaults, spanFaults } from './engine.js';
import { fuzz, growthOf, inputOf } from './fuzz.js';
import { escaped, mutant } from './mutate.js';
import { isWritten, numberLiterals } from './number-literals.js';
import { randomFor } from './random.js';

/** An engine with whatever faults a test gives it. */
const sick = (read: (text: string, meter: { steps: number }) => unknown, faults: () => string[] = () => []) =>
  engine({ name: 'sick', seeds: ['abc 123', '$5'], read, faults, steps: { perUnit: 2, base: 50 } });

const counting = (cost: (units: number) => number) => (text: string, meter: { steps: number }) => {
  meter.steps += cost(text.length);
  return text;
};
const well = counting((units) => units);

describe('mutants', () => {
  it('are the same for the same seed and number, and differ otherwise', () => {
    const seeds = ['Senior Data Engineer, $150k', 'plain'];
    const made = (seed: number, index: number) => mutant(seeds, randomFor(seed, index));
    const many = Array.from({ length: 1000 }, (_, index) => made(1, index));
    expect(many).toEqual(Array.from({ length: 1000 }, (_, index) => made(1, index)));
    expect(new Set(many).size).toBeGreaterThan(900);
    expect(made(2, 5)).not.toBe(made(1, 5));
  });

  it('hold what breaks parsers', () => {
    const all = Array.from({ length: 3000 }, (_, index) => mutant(['Data $1,000'], randomFor(7, index))).join('\n');
    for (const part of ['\u0000', '\u202e', '\ud800', '&amp;amp;', '<script', '\u0301', '__proto__', '–', '€']) {
      expect(all.includes(part), escaped(part)).toBe(true);
    }
    expect(all).toMatch(/[٠-٩०-९０-９]/);
  });

  it('are printed so that a program can read them back', () => {
    const text = 'a"\\\u0000\ud800é🚀\u2028';
    expect(escaped(text)).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(escaped(text))).toBe(text);
    expect(escaped('x'.repeat(9000)).length).toBeLessThan(2100);
  });
});

describe('the fuzzer', () => {
  const run = { count: 300, seed: 3 };

  it('passes a sound engine', () => {
    expect(fuzz(sick(well), run)).toEqual([]);
  });

  it.each<[string, ReturnType<typeof sick>, RegExp]>([
    ['throws', sick((text, meter) => (text.includes('$') ? JSON.parse('{') : well(text, meter))), /threw SyntaxError/],
    ['counts no steps', sick((text) => text), /no steps counted/],
    ['does too much', sick(counting((units) => 3 * units + 51)), /more than/],
    ['gives a wrong answer', sick(well, () => ['wrong']), /: wrong/],
    [
      'remembers what it read before',
      (() => {
        let last = '';
        return sick((text, meter) => {
          well(text, meter);
          const answer = last;
          last = text;
          return answer;
        });
      })(),
      /another answer the second time/,
    ],
  ])('finds an engine that %s', (_, faulty, says) => {
    const failures = fuzz(faulty, run);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.length).toBeLessThanOrEqual(5);
    expect(failures.join('\n')).toMatch(says);
    const number = /input (\d+)/.exec(failures[0]!)?.[1];
    if (number !== undefined) expect(failures[0]).toContain(escaped(inputOf(faulty, 3, Number(number))));
  });

  it('tells linear growth from worse', () => {
    const squared = sick(counting((units) => units ** 2));
    expect(growthOf(sick(well), 'ab', 1000).ratio).toBeCloseTo(2, 5);
    expect(growthOf(squared, 'ab', 1000).ratio).toBeCloseTo(4, 5);
  });
});

describe('the check of shapes', () => {
  it('knows spans that lie outside the text or overlap', () => {
    expect(
      spanFaults('abcdef', [
        [0, 2],
        [2, 6],
      ]),
    ).toEqual([]);
    for (const spans of [
      [[0, 7]],
      [[-1, 2]],
      [[2, 2]],
      [[3, 2]],
      [[0.5, 2]],
      [
        [0, 3],
        [2, 4],
      ],
    ] as [number, number][][]) {
      expect(spanFaults('abcdef', spans), JSON.stringify(spans)).toHaveLength(1);
    }
  });

  it('knows the fields and their order', () => {
    expect(shapeFaults({ a: 1, b: 2 }, ['a', 'b'])).toEqual([]);
    expect(shapeFaults({ b: 1, a: 2 }, ['a', 'b'])).toHaveLength(1);
    expect(shapeFaults({ a: 1, b: 2, c: 3 }, ['a', 'b'])).toHaveLength(1);
  });
});

describe('the numbers written in a text', () => {
  it.each<[string, readonly number[]]>([
    ['$150,000 - $190,000', [150_000, 190_000]],
    ['$150-190k', [150_000, 190_000, 150, 190]],
    ['1.234,56 EUR', [1234.56]],
    ['1.234.567,8', [1_234_567.8]],
    ["CHF 120'000.–", [120_000]],
    ['45 000 kr', [45_000]],
    ['45&nbsp;000', [45_000]],
    ['12,00,000', [1_200_000]],
    ['2.5 lakh', [250_000]],
    ['1.2 crore', [12_000_000]],
    ['１５０ｋ', [150_000]],
    ['٣٤٥', [345]],
    ['&#49;&#x35;0', [150]],
    ['&amp;amp;#49;', [1]],
    ['1\u200b50', [150]],
    ['$120-150,000', [120_000, 150_000]],
    ['$150-190&#107;', [150_000, 190_000]],
  ])('%j hold %j', (text, amounts) => {
    for (const amount of amounts) expect(isWritten(amount, text), `${amount}`).toBe(true);
  });

  it.each<[string, number]>([
    ['$150,000', 151_000],
    ['$150', 150_000],
    ['150-190', 340],
    ['twelve', 12],
    ['$150k', 1500],
    ['', 0],
  ])('%j do not hold %j', (text, amount) => {
    expect(isWritten(amount, text)).toBe(false);
  });

  it('are found in a text of a million digits and signs', () => {
    expect(numberLiterals('1,'.repeat(20_000)).size).toBeGreaterThan(0);
  });
});
