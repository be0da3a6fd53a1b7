import { describe, expect, it } from 'vitest';
import type { DraftRow } from './connector.js';
import { joinRepeats, keyedOffer } from './repeats.js';

const OFFER: DraftRow<'pay'> = {
  basis: 'posted',
  country: 'US',
  role: null,
  level: null,
  region: null,
  title: 'welder',
  soc: null,
  employer: null,
  currency: 'USD',
  unit: 'hour',
  lowMinor: 2500,
  highMinor: 3000,
  annualLow: 52_000,
  annualHigh: 62_400,
  seenFrom: '2026-01-05',
  seenTo: '2026-01-11',
  repeats: 1,
};

describe('joinRepeats', () => {
  it('counts equal offers and widens the time they were first seen in', () => {
    const later = { ...OFFER, seenFrom: '2026-01-12', seenTo: '2026-01-18', repeats: 2 };
    expect(joinRepeats([keyedOffer(later, '2026-01'), keyedOffer(OFFER, '2026-01')])).toEqual([
      { ...OFFER, seenTo: '2026-01-18', repeats: 3 },
    ]);
  });

  it('keeps offers of different periods, titles, places and amounts apart', () => {
    const others = [
      keyedOffer(OFFER, '2026-01'),
      keyedOffer(OFFER, '2026-02'),
      keyedOffer({ ...OFFER, title: 'fitter' }, '2026-01'),
      keyedOffer({ ...OFFER, region: 'US-TX' }, '2026-01'),
      keyedOffer({ ...OFFER, highMinor: 3001 }, '2026-01'),
      keyedOffer({ ...OFFER, employer: 'acme' }, '2026-01'),
    ];
    expect(joinRepeats(others)).toHaveLength(others.length);
  });
});
