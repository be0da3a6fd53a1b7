import { describe, expect, it } from 'vitest';
import { rangesOf } from './stated-ranges.js';

const band = (low: number, high: number, unit = 'year') => ({ low, high, currency: 'USD', unit });
const sentence = (place: string, rest: string) => `For ${place}-based roles: ${rest}\n\n`;

describe('rangesOf', () => {
  it('reads one range a place', () => {
    const text =
      sentence('Weldon, TX', 'The base salary range for this role is USD$100,000 per year - USD$120,000 per year.') +
      sentence('Forge, OH', 'The base hourly rate amount for this role is USD$34.50 per hour.');
    expect(rangesOf(`We serve $1B+ of demand.\n${text}You may also get a bonus of $5,000.`)).toEqual([
      { place: 'Weldon, TX', band: band(100_000, 120_000) },
      { place: 'Forge, OH', band: band(34.5, 34.5, 'hour') },
    ]);
  });

  it('takes the base pay of a sentence on on-target earnings, also from the line below', () => {
    const earnings =
      'The total on-target earnings (OTE) range for this position is USD $90,000 - $99,000. The OTE includes a base salary range of USD $62,500 - $69,500 and a variable incentive target of USD $26,000 - $29,000';
    expect(rangesOf(sentence('Forge, OH', earnings))).toEqual([{ place: 'Forge, OH', band: band(62_500, 69_500) }]);
    expect(rangesOf(`For Forge-based roles:\n\n${earnings}`)).toEqual([{ place: 'Forge', band: band(62_500, 69_500) }]);
  });

  it('says where a sentence gives no base pay', () => {
    expect(rangesOf(sentence('Forge, OH', 'Pay depends on experience.'))).toEqual([{ place: 'Forge, OH', band: null }]);
  });

  it('takes a range without a place only where it is the only one', () => {
    const base = 'The base salary range for this role is USD$100,000 per year - USD$120,000 per year.';
    expect(rangesOf(`${base}\n${base}`)).toEqual([{ place: null, band: band(100_000, 120_000) }]);
    expect(rangesOf(`${base}\n${base.replace('100', '90')}`)).toEqual([]);
    expect(rangesOf('Proven success in a performance-based role with a $2M quota.')).toEqual([]);
    expect(rangesOf('')).toEqual([]);
  });

  it('stays linear in hostile text', () => {
    expect(rangesOf(`For ${'a '.repeat(200_000)}`)).toEqual([]);
    expect(rangesOf('For the forge-based roles:\n'.repeat(5_000))).toHaveLength(5_000);
  });
});
