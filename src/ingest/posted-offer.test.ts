import { describe, expect, it } from 'vitest';
import { DollarRates } from './dollar-rates.js';
import { doubtAbout, postedOffer, type StatedBand } from './posted-offer.js';

const BAND: StatedBand = { currency: 'USD', unit: 'year', low: 100_000, high: 150_000 };
const RATES = new DollarRates([{ currency: 'EUR', month: '2026-01-01', perUsd: 0.9 }]);

describe('doubtAbout', () => {
  it.each<[string, Partial<StatedBand>, string | null]>([
    ['US', {}, null],
    ['US', { unit: 'hour', low: 40, high: 60 }, null],
    ['DE', { currency: 'EUR' }, null],
    ['US', { low: 160_000 }, 'lower end above the upper'],
    ['US', { low: 9_000, high: 12_000 }, 'implausibly low for a full-time year'],
    ['US', { low: 10_000_000, high: 12_000_000 }, 'implausibly high for a full-time year'],
    ['US', { low: 20_000 }, 'upper end more than 5 times the lower'],
    ['CA', {}, 'US dollars in a country with a dollar of its own'],
    ['PL', { currency: 'PLN' }, 'currency without a rate'],
  ])('%s %j: %s', (country, change, reason) => {
    expect(doubtAbout({ ...BAND, ...change }, country, RATES)).toBe(reason);
  });
});

describe('postedOffer', () => {
  it('states the band as written and a year', () => {
    const row = postedOffer({
      title: { title: 'welder', level: null, role: null },
      place: { country: 'US', region: 'US-TX' },
      employer: 'acme',
      band: { ...BAND, unit: 'hour', low: 40, high: 60.5 },
      seen: '2026-01-02',
    });
    expect(row).toMatchObject({
      basis: 'posted',
      unit: 'hour',
      lowMinor: 4_000,
      highMinor: 6_050,
      annualLow: 83_200,
      annualHigh: 125_840,
      seenFrom: '2026-01-02',
      seenTo: '2026-01-02',
    });
  });
});
