import { describe, expect, it } from 'vitest';
import { optionalNumber, requiredCode, requiredDay, requiredNumber, requiredText, rounded } from './fields.js';

describe('fields of publishers', () => {
  it('reads numbers, also with commas between thousands', () => {
    expect(requiredNumber('1,100,000.5', 'pay')).toBe(1_100_000.5);
    expect(requiredNumber('1e3', 'pay')).toBe(1000);
    expect(optionalNumber(null, 'pay')).toBeNull();
    expect(optionalNumber('**', 'pay', ['*', '**'])).toBeNull();
  });

  it.each(['', ' ', 'NaN', 'Infinity', '12k', '0x10', '1.2.3'])('takes %j for no number', (text) => {
    expect(() => requiredNumber(text, 'pay')).toThrow(/'pay'/);
  });

  it('does not take an undocumented mark for a missing figure', () => {
    expect(() => optionalNumber('n/k', 'pay', ['*'])).toThrow(/n\/k/);
  });

  it('cuts the time from a day and refuses what is none', () => {
    expect(requiredDay('2026-07-18T10:00:00Z', 'seen')).toBe('2026-07-18');
    expect(() => requiredDay('18/07/2026', 'seen')).toThrow(/date/);
  });

  it('refuses unknown codes and empty cells', () => {
    expect(requiredCode('FT', 'type', ['FT', 'PT'])).toBe('FT');
    expect(() => requiredCode('XX', 'type', ['FT', 'PT'])).toThrow(/none of FT, PT/);
    expect(() => requiredText('  ', 'title')).toThrow(/empty/);
  });

  it('rounds to decimals', () => {
    expect(rounded(1 / 3, 4)).toBe(0.3333);
  });
});
