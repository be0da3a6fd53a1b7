import { describe, expect, it } from 'vitest';
import { boardPosting } from './parse.js';

const JOB = {
  id: 'x',
  title: 'Welder',
  employmentType: 'FullTime',
  isListed: true,
  publishedAt: '2025-10-02T08:00:00.000+00:00',
  location: 'Texas',
  address: { postalAddress: { addressLocality: 'Weldon', addressRegion: 'Texas', addressCountry: 'USA' } },
  secondaryLocations: [{ location: 'Poland', address: null }],
  descriptionPlain: 'We weld.',
  compensation: {
    compensationTiers: [
      {
        title: 'US',
        tierSummary: '$100K – $120K • Offers Bonus',
        additionalInformation: null,
        components: [
          { compensationType: 'Bonus', interval: '1 YEAR', currencyCode: 'USD', minValue: null, maxValue: null },
          { compensationType: 'Salary', interval: '1 YEAR', currencyCode: 'USD', minValue: 100_000, maxValue: 120_000 },
        ],
      },
    ],
  },
};

describe('boardPosting', () => {
  it('takes places, tiers and text', () => {
    expect(boardPosting(JOB, 'Acme%20Welding')).toEqual({
      board: 'Acme Welding',
      title: 'Welder',
      employmentType: 'FullTime',
      listed: true,
      published: '2025-10-02',
      places: [
        { address: 'Weldon, Texas, USA', location: 'Texas' },
        { address: '', location: 'Poland' },
      ],
      tiers: [
        {
          title: 'US',
          summary: '$100K – $120K • Offers Bonus',
          note: null,
          salary: { interval: '1 YEAR', currency: 'USD', low: 100_000, high: 120_000 },
        },
      ],
      text: 'We weld.',
    });
  });

  it('does without compensation, addresses and text', () => {
    const bare = { ...JOB, compensation: undefined, address: { postalAddress: null }, descriptionPlain: null };
    expect(boardPosting(bare, 'acme')).toMatchObject({ tiers: [], places: [{ address: '' }, {}], text: '' });
  });

  it('gives no salary where an end is missing', () => {
    const open = structuredClone(JOB);
    (open.compensation.compensationTiers[0]!.components[1] as { maxValue: number | null }).maxValue = null;
    expect(boardPosting(open, 'acme').tiers[0]!.salary).toBeNull();
  });

  it.each<[string, object]>([
    ['employmentType', { employmentType: 'Gig' }],
    ['title', { title: '' }],
    ['publishedAt', { publishedAt: 'yesterday' }],
    ['secondaryLocations', { secondaryLocations: 'Poland' }],
  ])('refuses a posting whose %s is not what the interface documents', (field, change) => {
    expect(() => boardPosting({ ...JOB, ...change }, 'acme')).toThrow(new RegExp(field));
  });
});
