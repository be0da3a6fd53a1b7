import { describe, expect, it } from 'vitest';
import type { DraftRow } from './connector.js';
import { joinRepeatedPostings } from './repeated-postings.js';

const POSTING: DraftRow<'postings'> = {
  country: 'US',
  role: null,
  level: null,
  region: null,
  title: 'welder',
  employer: 'acme',
  seenFrom: '2026-07-02',
  seenTo: '2026-07-09',
  currency: null,
  annualLow: null,
  annualHigh: null,
  skills: 'cad,welding',
  credentials: '',
  readFrom: 'text',
  repeats: 1,
};

describe('joinRepeatedPostings', () => {
  it('joins postings equal in all but their dates', () => {
    const again = { ...POSTING, seenFrom: '2026-07-01', seenTo: '2026-07-03', repeats: 2 };
    expect(joinRepeatedPostings([POSTING, again])).toEqual([
      { ...POSTING, seenFrom: '2026-07-01', seenTo: '2026-07-09', repeats: 3 },
    ]);
  });

  it.each<Partial<DraftRow<'postings'>>>([
    { skills: 'cad' },
    { employer: 'beta' },
    { region: 'US-TX' },
    { currency: 'USD', annualLow: 1, annualHigh: 2 },
    { credentials: 'cad' },
  ])('keeps postings apart that differ in %j', (change) => {
    expect(joinRepeatedPostings([POSTING, { ...POSTING, ...change }])).toHaveLength(2);
  });
});
