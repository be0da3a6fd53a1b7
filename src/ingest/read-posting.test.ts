import { describe, expect, it } from 'vitest';
import { onlyBand, readPosting } from './read-posting.js';

const BAND = { currency: 'USD', annualLow: 100, annualHigh: 120 };

describe('onlyBand', () => {
  it('is the band that all offers share, never an envelope', () => {
    expect(onlyBand([BAND, { ...BAND }])).toEqual(BAND);
    expect(onlyBand([BAND, { ...BAND, annualHigh: 130 }])).toBeNull();
    expect(onlyBand([BAND, { ...BAND, currency: 'CAD' }])).toBeNull();
    expect(onlyBand([])).toBeNull();
  });
});

describe('readPosting', () => {
  it('leaves all three columns of pay null where none is stated', () => {
    const row = readPosting({
      title: { title: 'welder', role: 'welder', level: 'senior' },
      place: { country: 'US', region: 'US-TX' },
      employer: 'acme',
      seenFrom: '2026-01-01',
      seenTo: '2026-01-09',
      asked: { skills: 'cad', credentials: '' },
      readFrom: 'text',
      pay: null,
    });
    expect(row).toEqual({
      country: 'US',
      region: 'US-TX',
      title: 'welder',
      role: 'welder',
      level: 'senior',
      employer: 'acme',
      seenFrom: '2026-01-01',
      seenTo: '2026-01-09',
      currency: null,
      annualLow: null,
      annualHigh: null,
      skills: 'cad',
      credentials: '',
      readFrom: 'text',
      repeats: 1,
    });
  });
});
