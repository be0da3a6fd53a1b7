import { describe, expect, it } from 'vitest';
import { parsePay } from './parse-pay.js';

describe('hostile pay strings', () => {
  const UNITS = [
    '$', '1', '9,', '1.', "1'", '1 ', '$1', '$1-', '$1 to ', '$1k-$2k ', '&', '&amp;', '&#36;', '&#', '<', '<b', '<p ',
    '<b>', '&lt;', '&lt;b', '&amp;lt;p', 'a', 'a ', 'per ', 'up to ', 'total ', 'total target ', 'between $1 and ', '(', '[$1 (',
    '\n', '\n$100k', ',', ',.', '.', 'p.', 'p.a.', 'k', '1k', '万', '円', '年収8', 'é', '\u200b', '\u202f', '\ud800', '🧑🏽‍💻',
    '€5 ', 'CAD ', 'in CAD ', 'salary ', 'salary $', 'bonus, ', '%', '5% ', 'x 13 ', '13th ', '401(', '401k', '-', '- ', '~1',
  ]; // biome-ignore format: as above

  it.each(UNITS)('takes steps in proportion to the length of a text of %j', (unit) => {
    const steps = (length: number): number => {
      const meter = { steps: 0 };
      parsePay(`$1 ${unit.repeat(Math.ceil(length / unit.length))} $2`, meter);
      return meter.steps;
    };
    const [short, long] = [steps(8_000), steps(16_000)];
    expect(long / short).toBeLessThan(2.1);
    expect(short / 8_000).toBeLessThan(90);
  });

  it('reads a line of 10 MB', () => {
    const filler = 'we work on a daily basis with people who care, and offer a competitive salary; ';
    const text = `${filler.repeat(130_000)}Salary: $150-190k`;
    expect(text.length).toBeGreaterThan(10_000_000);
    expect(parsePay(text).ranges).toMatchObject([{ low: 150_000, high: 190_000 }]);
  });

  it('gives nothing for a text without digits, at one step a character', () => {
    const meter = { steps: 0 };
    expect(parsePay('competitive salary '.repeat(1_000), meter).ranges).toEqual([]);
    expect(meter.steps).toBe(19_000);
  });
});
