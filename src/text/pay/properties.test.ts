import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePay } from './parse-pay.js';

const SEPARATORS = ['-', ' - ', '–', ' – ', '—', ' − ', ' to ', ' ~ ', '&ndash;', ' &#8212; '];
const RATES = [
  ['hour', '/hr'],
  ['hour', ' per hour'],
  ['day', ' per day'],
  ['week', ' a week'],
  ['month', ' monthly'],
  ['month', '/month'],
  ['year', ' per annum'],
  ['year', '/yr'],
  ['year', ' annually'],
] as const;

const grouped = (amount: number, sign: string): string => String(amount).replace(/\B(?=(?:\d{3})+$)/g, sign);

/** Ways to write an amount of whole thousands, by the currency they name. */
const NOTATIONS: readonly (readonly [currency: string | null, write: (amount: number) => string])[] = [
  ['USD', (amount) => `$${grouped(amount, ',')}`],
  ['USD', (amount) => `$${amount}`],
  ['USD', (amount) => `$${amount / 1000}k`],
  ['USD', (amount) => `US$${amount / 1000}K`],
  ['USD', (amount) => `${amount / 1000}k USD`],
  ['USD', (amount) => `USD ${grouped(amount, ',')}.00`],
  ['CAD', (amount) => `CA$${grouped(amount, ',')}`],
  ['CAD', (amount) => `$${grouped(amount, ',')} CAD`],
  ['AUD', (amount) => `A$${amount / 1000}K`],
  ['EUR', (amount) => `€${grouped(amount, '.')}`],
  ['EUR', (amount) => `${grouped(amount, '.')} €`],
  ['EUR', (amount) => `${grouped(amount, '.')},00 EUR`],
  ['EUR', (amount) => `${grouped(amount, '\u202f')} €`],
  ['EUR', (amount) => `&euro;${amount / 1000}k`],
  ['GBP', (amount) => `£${grouped(amount, ',')}`],
  ['GBP', (amount) => `${amount / 1000}K GBP`],
  ['CHF', (amount) => `CHF ${grouped(amount, "'")}`],
  ['CHF', (amount) => `${grouped(amount, '’')} CHF`],
  ['PLN', (amount) => `${grouped(amount, ' ')} zł`],
  ['SEK', (amount) => `${grouped(amount, ' ')} SEK`],
  ['INR', (amount) => `₹${grouped(amount, ',')}`],
  ['JPY', (amount) => `¥${grouped(amount, ',')}`],
];

const thousands = fc.integer({ min: 20, max: 999 }).map((amount) => amount * 1000);
const notation = fc.constantFrom(...NOTATIONS);

describe('amounts written in many notations', () => {
  it('are read back, singly', () => {
    fc.assert(
      fc.property(thousands, notation, (amount, [currency, write]) => {
        const [statement, ...others] = parsePay(`Salary: ${write(amount)} per year`).ranges;
        expect(others).toEqual([]);
        expect(statement).toMatchObject({ kind: 'base', low: amount, high: amount, currency, unit: 'year' });
      }),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('are read back as ranges, whatever the order of the ends', () => {
    const separator = fc.constantFrom(...SEPARATORS);
    // So few yen are no year's pay, whatever the text says.
    const large = fc.constantFrom(...NOTATIONS.filter(([currency]) => currency !== 'JPY'));
    fc.assert(
      fc.property(thousands, thousands, large, separator, (one, other, [currency, write], between) => {
        fc.pre(Math.max(one, other) <= 20 * Math.min(one, other));
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const text = `The annual salary is ${write(one)}${between}${write(other)}.`;
        expect(parsePay(text).ranges).toMatchObject([{ kind: 'base', low, high, currency, unit: 'year' }]);
      }),
      { numRuns: 2_000, seed: 2 },
    );
  });

  it('share a multiplier written once', () => {
    const short = fc.integer({ min: 40, max: 400 });
    fc.assert(
      fc.property(short, short, fc.constantFrom('k', 'K', ' k', ',000'), (one, other, suffix) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(parsePay(`$${low}-${high}${suffix}`).ranges).toMatchObject([{ low: low * 1000, high: high * 1000 }]);
      }),
      { numRuns: 1_000, seed: 3 },
    );
  });

  it('keep the unit and cents of a rate', () => {
    const cents = fc.integer({ min: 1_000, max: 99_999 });
    fc.assert(
      fc.property(cents, fc.constantFrom(...RATES), (amount, [unit, words]) => {
        const text = `Pay: $${(amount / 100).toFixed(2)}${words}`;
        const [statement] = parsePay(text).ranges;
        expect(statement).toMatchObject({ kind: 'base', low: amount / 100, currency: 'USD', unit });
      }),
      { numRuns: 1_000, seed: 4 },
    );
  });

  it('stand at their offsets in the original, entities and hidden characters included', () => {
    const before = fc.constantFrom('', 'Über uns 🧑🏽‍💻 ﬁ: ', '<b>R&amp;D</b> &#128512; ', 'x\u200b\u00ad ', '\ud800 ');
    fc.assert(
      fc.property(before, notation, thousands, (start, [, write], amount) => {
        const written = write(amount);
        const text = `${start}Salary ${written}, more`;
        const [statement] = parsePay(text).ranges;
        expect(text.slice(...(statement?.span ?? [0, 0]))).toBe(written);
      }),
      { numRuns: 1_000, seed: 5 },
    );
  });
});
