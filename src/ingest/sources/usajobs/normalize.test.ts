import { describe, expect, it } from 'vitest';
import { buildReaders } from '../../readers.js';
import { normalizeAnnouncements } from './normalize.js';
import type { AnnouncementRecord } from './parse.js';

const place = (id: string, kind: string, key: string) => ({
  place: id,
  name: key,
  kind,
  country: 'US',
  states: kind === 'state' ? id : '',
  currency: 'USD',
  key,
});

const READERS = buildReaders({ phrases: [], aliases: {}, merged: [] }, () => [
  place('US', 'country', 'united states'),
  place('US-TX', 'state', 'texas'),
]);

const RECORD: AnnouncementRecord = {
  role: 'data specialist',
  title: 'SUPERVISORY WELDER',
  city: 'Weldon',
  state: 'Texas',
  description: 'Welds.',
  posted_date: '2026-06-11',
  close_date: '2026-06-22',
  job_grade: 'GS',
  salary_min: '70000',
  salary_max: '90000',
  employment_type: 'Full-Time',
};

const read = (...changes: Partial<AnnouncementRecord>[]) =>
  normalizeAnnouncements(
    changes.map((change) => ({ ...RECORD, ...change })),
    READERS,
  );

describe('normalizeAnnouncements', () => {
  it('takes the title, never the words of the search, under one employer', () => {
    const { tables } = read({});
    expect(tables.pay).toMatchObject([
      {
        title: 'supervisory welder',
        region: 'US-TX',
        currency: 'USD',
        unit: 'year',
        annualLow: 70_000,
        basis: 'posted',
      },
    ]);
    expect(tables.employers).toEqual([
      { employer: tables.pay![0]!.employer, name: 'United States federal government' },
    ]);
  });

  it('tells hours from years by the amount', () => {
    expect(read({ salary_min: '34.28', salary_max: '40' }).tables.pay).toMatchObject([
      { unit: 'hour', lowMinor: 3_428, annualLow: 71_302 },
    ]);
  });

  it('drops exact repeats and joins announcements of the same pay elsewhere in the state', () => {
    const reading = read({}, {}, { city: 'Forge', description: 'Welds there.', posted_date: '2026-06-01' });
    expect(reading).toMatchObject({
      rowsIn: 3,
      rowsKept: 1,
      newest: '2026-06-11',
      vintage: 'posted 1 June to 11 June 2026',
      excluded: [
        { reason: 'exact repeat', count: 1 },
        { reason: 'same title, place and band, counted on one row', count: 1 },
      ],
    });
    expect(reading.tables.pay).toMatchObject([{ repeats: 2, seenFrom: '2026-06-01', seenTo: '2026-06-11' }]);
  });

  it.each<[string, Partial<AnnouncementRecord>]>([
    ['not regular full-time work', { employment_type: 'Part-Time' }],
    ['not regular full-time work', { employment_type: 'Intermittent' }],
    ['not regular full-time work', { title: 'Welding Intern' }],
    ['no pay stated', { salary_min: '0', salary_max: '0' }],
    ['no state of the United States named', { state: 'Nowhere' }],
    ['implausibly low for a full-time year', { salary_min: '900', salary_max: '1000' }],
    ['lower end above the upper', { salary_min: '90000', salary_max: '70000' }],
  ])('leaves out: %s (%j)', (reason, change) => {
    expect(read(change).excluded).toEqual([{ reason, count: 1 }]);
  });

  it('refuses a kind of employment it has never seen, and an amount that is none', () => {
    expect(() => read({ employment_type: 'Gig' })).toThrow(/Gig/);
    expect(() => read({ salary_min: 'negotiable' })).toThrow(/negotiable/);
  });
});
