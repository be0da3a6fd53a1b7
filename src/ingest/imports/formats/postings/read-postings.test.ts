import { describe, expect, it } from 'vitest';
import { htmlText } from './html-text.js';
import { readPostings } from './read-postings.js';

const ashby = {
  title: 'Baker',
  jobUrl: 'https://jobs.example/harbour-bakery/1',
  isListed: true,
  location: 'Austin, TX',
  secondaryLocations: [{ location: 'Dallas, TX' }, { location: 'Austin, TX' }],
  address: { postalAddress: { addressLocality: 'Austin', addressRegion: 'Texas', addressCountry: 'USA' } },
  publishedAt: '2026-02-03T10:00:00.000+00:00',
  employmentType: 'FullTime',
  descriptionHtml: '<p>Bake</p>',
};
const tier = (components: readonly object[]) => ({ title: 'x', components });
const salary = (more: object) => ({
  compensationType: 'Salary',
  interval: '1 YEAR',
  currencyCode: 'USD',
  minValue: 50000,
  maxValue: 60000.5,
  summary: '$50K - $60K',
  ...more,
});

describe('jobs of Ashby boards', () => {
  const paysOf = (compensation: object) =>
    readPostings({ ...ashby, compensation })!.offers.map(({ pay, payLow, payHigh, currency, unit }) =>
      [pay, payLow, payHigh, currency, unit].filter((part) => part !== undefined).join(' '),
    );

  it('give an offer a tier, with the facts they share', () => {
    const bonus = { compensationType: 'Bonus', minValue: 1, maxValue: 2 };
    const compensation = {
      compensationTiers: [
        tier([bonus, salary({})]),
        tier([salary({ minValue: 30, maxValue: 40, interval: '1 HOUR' })]),
      ],
      summaryComponents: [salary({ minValue: 1, maxValue: 2 })],
    };
    expect(paysOf(compensation)).toEqual(['50000 60000.5 USD year', '30 40 USD hour']);
    expect(readPostings({ ...ashby, compensation })!.offers[0]).toMatchObject({
      title: 'Baker',
      employer: 'harbour bakery',
      place: 'Austin, TX; Dallas, TX',
      country: 'USA',
      date: '2026-02-03',
      description: 'Bake',
    });
  });

  it('keep what is no base pay as text, and payments made once out', () => {
    const target = salary({ summary: 'On Target Earnings $250K - $270K' });
    expect(paysOf({ compensationTiers: [tier([target])] })).toEqual(['On Target Earnings $250K - $270K']);
    expect(paysOf({ compensationTiers: [tier([salary({ interval: '1 TIME' })])] })).toEqual(['']);
    expect(paysOf({ compensationTiers: [], summaryComponents: [salary({ maxValue: null })] })).toEqual([
      '50000 USD year',
    ]);
    expect(paysOf({})).toEqual(['']);
  });

  it('count only where the board lists them', () => {
    expect(readPostings({ ...ashby, isListed: false })!.offers).toEqual([]);
  });
});

describe('jobs of Greenhouse boards', () => {
  const job = {
    title: 'Baker',
    absolute_url: 'https://boards.example/harbour/jobs/1',
    internal_job_id: 1,
    updated_at: '2026-03-01T00:00:00-05:00',
    location: { name: 'Austin, Texas' },
    content: '&lt;p&gt;Bake &amp;amp; sell&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Pay: $50,000&lt;/li&gt;&lt;/ul&gt;',
  };

  it('give the text of their escaped HTML, and an offer a range', () => {
    expect(readPostings(job)!.offers).toEqual([
      {
        title: 'Baker',
        employer: 'harbour',
        place: 'Austin, Texas',
        date: '2026-03-01',
        description: 'Bake & sell\n- Pay: $50,000',
      },
    ]);
    const ranges = [
      { min_cents: 5000000, max_cents: 6000050, currency_type: 'USD', title: 'Base' },
      { min_cents: 2500, max_cents: 3000, currency_type: 'USD', title: 'Hourly range' },
      { min_cents: null, max_cents: 1, currency_type: 'USD' },
    ];
    const paid = readPostings({ ...job, company_name: 'Harbour', pay_input_ranges: ranges })!.offers;
    expect(paid).toHaveLength(2);
    expect(paid[0]).toMatchObject({ employer: 'Harbour', payLow: '50000', payHigh: '60000.5', currency: 'USD' });
    expect(paid[1]).toMatchObject({ payLow: '25', payHigh: '30', unit: 'hour' });
  });
});

describe('postings of Lever boards', () => {
  it('give milliseconds as days and all parts of their text', () => {
    const posting = {
      text: 'Baker',
      hostedUrl: 'https://jobs.example/harbour/1',
      categories: { location: 'Austin', commitment: 'Full-time', allLocations: ['Austin', 'Dallas'] },
      country: 'US',
      createdAt: Date.UTC(2026, 1, 3),
      descriptionPlain: 'Bake.',
      lists: [{ text: 'You have', content: '<li>an oven</li>' }],
      additionalPlain: 'Bread is free.',
      salaryRange: { interval: 'per-hour-wage', currency: 'USD', min: 25, max: 30 },
    };
    expect(readPostings(posting)!.offers).toEqual([
      {
        title: 'Baker',
        employer: 'harbour',
        place: 'Austin; Dallas',
        country: 'US',
        date: '2026-02-03',
        employment: 'Full-time',
        description: 'Bake.\n\nYou have\n- an oven\n\nBread is free.',
        payLow: '25',
        payHigh: '30',
        currency: 'USD',
        unit: 'hour',
      },
    ]);
    const once = { ...posting, createdAt: 1e300, salaryRange: { interval: 'one-time', min: 1, max: 2 } };
    expect(readPostings(once)!.offers[0]).not.toHaveProperty('payLow');
    expect(readPostings(once)!.offers[0]).not.toHaveProperty('date');
  });
});

describe('anything else', () => {
  it.each([null, 7, 'x', [], {}, { title: 'x' }, { '@type': 'Organization' }, { '@graph': [[[[]]]] }])(
    'is no posting: %j',
    (value) => {
      expect(readPostings(value)).toBeNull();
    },
  );

  it('of wrong types is read as far as it goes', () => {
    const strange = {
      ...ashby,
      title: 7,
      location: {},
      secondaryLocations: 'x',
      address: [],
      compensation: [],
      publishedAt: null,
    };
    expect(readPostings(strange)!.offers).toEqual([
      { title: '7', employer: 'harbour bakery', employment: 'FullTime', description: 'Bake' },
    ]);
  });
});

describe('HTML as text', () => {
  it.each([
    ['plain text', 'plain text'],
    ['<p>a</p><p>b<br>c</p>', 'a\nb\nc'],
    ['<script>x</script><style>y</style>z', 'z'],
    ['a &amp; b &#233;', 'a & b é'],
    ['<b', ''],
    ['', ''],
  ])('%j', (html, text) => {
    expect(htmlText(html)).toBe(text);
  });

  it('is linear and bounded', () => {
    expect(htmlText('<p>'.repeat(300_000)).length).toBeLessThan(9);
    expect(htmlText(`<p>${'word '.repeat(200_000)}`).length).toBeLessThanOrEqual(200_000);
  });
});
