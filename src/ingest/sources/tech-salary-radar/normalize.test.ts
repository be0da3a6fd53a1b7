import { describe, expect, it } from 'vitest';
import { buildReaders } from '../../readers.js';
import { normalizePostings, unitOf } from './normalize.js';
import { type PostingRecord, posting } from './parse.js';

const place = (id: string, name: string, kind: string, country: string, key: string) => ({
  place: id,
  name,
  kind,
  country,
  states: kind === 'state' ? id : '',
  currency: 'USD',
  key,
});

const READERS = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => [
  place('US', 'United States', 'country', 'US', 'united states'),
  place('US-TX', 'Texas', 'state', 'US', 'texas'),
  place('CA', 'Canada', 'country', 'CA', 'canada'),
  place('PL', 'Poland', 'country', 'PL', 'poland'),
]);

const RECORD: PostingRecord = {
  job_uid: 'ashby:acme:1',
  first_seen: '2026-07-18',
  source: 'greenhouse',
  company: 'acme',
  title: 'Senior Welder',
  location_raw: 'Texas',
  employment_type: null,
  currency_original: 'USD',
  salary_min_orig: '100000',
  salary_max_orig: '150000',
  salary_interval_orig: 'year',
  salary_min_usd: '100000',
  salary_max_usd: '150000',
};

const normalize = (...changes: Partial<PostingRecord>[]) =>
  normalizePostings(
    changes.map((change) => posting({ ...RECORD, ...change })),
    { labels: new Map(), lastSeen: new Map(), known: new Map(), readers: READERS },
  );

const reasonFor = (change: Partial<PostingRecord>) =>
  normalize(change)
    .excluded.map(({ reason }) => reason)
    .filter((reason) => reason.startsWith('pay: '));

describe('normalizePostings', () => {
  it('states the band on the day it was seen', () => {
    expect(normalize({}).tables.pay).toEqual([
      {
        basis: 'posted',
        country: 'US',
        region: 'US-TX',
        role: null,
        level: 'senior',
        title: 'senior welder',
        soc: null,
        employer: 'acme',
        currency: 'USD',
        unit: 'year',
        lowMinor: 10_000_000,
        highMinor: 15_000_000,
        annualLow: 100_000,
        annualHigh: 150_000,
        seenFrom: '2026-07-18',
        seenTo: '2026-07-18',
        repeats: 1,
      },
    ]);
  });

  it('joins equal adverts of one employer and names the employers kept', () => {
    const reading = normalize(
      {},
      { first_seen: '2026-08-01' },
      { company: 'Beta' },
      { company: 'gamma', salary_max_orig: null },
    );
    expect(reading.tables.pay!.map(({ repeats, seenTo }) => [repeats, seenTo])).toEqual([
      [2, '2026-08-01'],
      [1, '2026-07-18'],
    ]);
    expect(reading.tables.employers).toEqual([
      { employer: 'acme', name: 'acme' },
      { employer: 'beta', name: 'Beta' },
    ]);
    expect(reading).toMatchObject({ rowsIn: 8, rowsKept: 2 });
  });

  it.each<[string, Partial<PostingRecord>]>([
    ['no pay stated', { salary_min_orig: null }],
    ['not regular full-time work', { employment_type: 'Contract' }],
    ['not regular full-time work', { title: 'Welder (part time)' }],
    ['hourly pay without stated hours', { salary_interval_orig: 'per-hour-wage', salary_min_orig: '40' }],
    ['no country or several countries named', { location_raw: 'Hybrid' }],
    ['no country or several countries named', { location_raw: 'Canada; Poland' }],
    ['US dollars read from text for a job outside the United States', { location_raw: 'Poland' }],
    ['US dollars read from text for a job outside the United States', { location_raw: 'Canada', source: 'ashby' }],
    ['implausibly low for a full-time year', { salary_min_orig: '2000' }],
    ['implausibly high for a full-time year', { salary_max_orig: '10000000' }],
    ['upper end more than 5 times the lower', { salary_max_orig: '1000000' }],
  ])('leaves out: %s (%j)', (reason, change) => {
    expect(reasonFor(change)).toEqual([`pay: ${reason}`]);
  });

  it('believes a currency that a board states as a field', () => {
    const band = { location_raw: 'Poland', source: 'ashby', currency_original: 'PLN', salary_interval_orig: '1 MONTH' };
    const amounts = {
      salary_min_orig: '20000',
      salary_max_orig: '25000',
      salary_min_usd: '60000',
      salary_max_usd: '75000',
    };
    expect(normalize({ ...band, ...amounts }).tables.pay![0]).toMatchObject({
      country: 'PL',
      currency: 'PLN',
      unit: 'month',
      annualLow: 240_000,
    });
  });

  it('takes hourly pay of a post that says full time', () => {
    const hourly = {
      salary_interval_orig: '1 HOUR',
      salary_min_orig: '40',
      salary_max_orig: '50',
      employment_type: 'FullTime',
    };
    expect(normalize(hourly).tables.pay![0]).toMatchObject({ unit: 'hour', annualLow: 83_200, annualHigh: 104_000 });
  });
});

describe('unitOf', () => {
  it('refuses an interval it has never seen', () => {
    expect(unitOf('1 MONTH')).toBe('month');
    expect(() => unitOf('fortnight')).toThrow(/fortnight/);
  });
});
