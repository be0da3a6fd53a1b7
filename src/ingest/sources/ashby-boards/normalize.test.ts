import { describe, expect, it } from 'vitest';
import { DollarRates } from '../../dollar-rates.js';
import { buildReaders } from '../../readers.js';
import { BoardReading } from './normalize.js';
import type { BoardPosting, Salary, Tier } from './parse.js';

const CURRENCIES: Readonly<Record<string, string>> = { US: 'USD', CA: 'CAD', PL: 'PLN', DE: 'EUR' };

const place = (id: string, kind: string, key: string) => ({
  place: id,
  name: key,
  kind,
  country: id.slice(0, 2),
  states: kind === 'state' ? id : '',
  currency: CURRENCIES[id.slice(0, 2)]!,
  key,
});

const READERS = {
  ...buildReaders({ phrases: [], aliases: {}, merged: [] }, () => [
    place('US', 'country', 'united states'),
    place('US-TX', 'state', 'texas'),
    place('US-OH', 'state', 'ohio'),
    place('CA', 'country', 'canada'),
    place('PL', 'country', 'poland'),
    place('DE', 'country', 'germany'),
  ]),
  skillsIn: (text: string) => ({ skills: text.includes('weld') ? 'welding' : '', credentials: '' }),
};

const RATES = new DollarRates([
  { currency: 'CAD', month: '2026-01-01', perUsd: 1.4 },
  { currency: 'EUR', month: '2026-01-01', perUsd: 0.9 },
]);

const SALARY: Salary = { interval: '1 YEAR', currency: 'USD', low: 100_000, high: 120_000 };
const TIER: Tier = { title: null, summary: '$100K – $120K', note: null, salary: SALARY };
const TEXAS = { address: 'Texas, United States', location: 'Texas' };
const CANADA = { address: 'Canada', location: 'Canada' };
const POSTING: BoardPosting = {
  board: 'acme',
  title: 'Senior Welder',
  employmentType: 'FullTime',
  listed: true,
  published: '2025-10-02',
  places: [TEXAS],
  tiers: [TIER],
  text: 'You weld.',
};

const read = (...changes: Partial<BoardPosting>[]) => {
  const currencyOf = (country: string) => CURRENCIES[country];
  const reading = new BoardReading({ readers: READERS, rates: RATES, currencyOf });
  for (const change of changes) reading.add({ ...POSTING, ...change });
  return reading.result();
};
const tiers = (...changes: Partial<Tier>[]) => ({ tiers: changes.map((change) => ({ ...TIER, ...change })) });
const bands = (change: Partial<BoardPosting>) =>
  read(change).tables.pay!.map(({ country, region, level, annualLow }) => [country, region, level, annualLow]);
const reasons = (change: Partial<BoardPosting>) => read(change).excluded.map(({ reason }) => reason);

describe('a posting of a board', () => {
  it('gives pay, what it asks for, and its employer, and nothing of its text', () => {
    const reading = read({});
    expect(reading.tables.pay).toMatchObject([
      { basis: 'posted', country: 'US', region: 'US-TX', title: 'senior welder', level: 'senior', unit: 'year' },
    ]);
    expect(reading.tables.postings).toEqual([
      {
        country: 'US',
        region: 'US-TX',
        role: null,
        level: 'senior',
        title: 'senior welder',
        employer: 'acme',
        seenFrom: '2025-10-02',
        seenTo: '2025-10-02',
        currency: 'USD',
        annualLow: 100_000,
        annualHigh: 120_000,
        skills: 'welding',
        credentials: '',
        readFrom: 'text',
        repeats: 1,
      },
    ]);
    expect(reading.tables.employers).toEqual([{ employer: 'acme', name: 'acme' }]);
    expect(JSON.stringify(reading)).not.toContain('You weld');
  });

  it('counts postings and salaries, and was open on the newest day of the file', () => {
    const reading = read({}, {}, { published: '2025-10-20', title: 'Riveter', tiers: [] }, { listed: false });
    expect(reading).toMatchObject({ rowsIn: 7, rowsKept: 3, newest: '2025-10-20', vintage: 'open in October 2025' });
    expect(reading.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(reading.tables.postings!.map(({ repeats, seenTo }) => [repeats, seenTo])).toEqual([
      [2, '2025-10-20'],
      [1, '2025-10-20'],
    ]);
  });

  it.each<[string, Partial<BoardPosting>]>([
    ['posting: not listed by the board', { listed: false }],
    ['posting: not regular full-time work', { employmentType: 'Contract' }],
    ['posting: not regular full-time work', { title: 'Welding Intern' }],
    ['posting: no country named', { places: [{ address: '', location: 'Remote' }] }],
    ['posting: no country named', { places: [{ address: 'Texas, United States', location: 'Remote - Europe' }] }],
    ['posting: no country named', { places: [{ address: 'Canada', location: 'Poland' }] }],
  ])('is left out whole: %s (%j)', (reason, change) => {
    expect(reasons(change)).toEqual([reason, 'salary: of a posting left out'].sort());
    expect(read(change).tables.postings).toEqual([]);
  });

  it('is in no state when it is remote or offered in several', () => {
    expect(bands({ places: [{ ...TEXAS, location: 'Remote' }] })).toEqual([['US', null, 'senior', 100_000]]);
    expect(bands({ places: [TEXAS, { address: 'Ohio, United States', location: 'Ohio' }] })).toEqual([
      ['US', null, 'senior', 100_000],
    ]);
  });
});

describe('the tiers of a posting', () => {
  const summaryOf = (low: number) => `$${low / 1000}K – $120K`;
  const priced = (title: string | null, low: number, currency = 'USD'): Partial<Tier> => ({
    title,
    summary: summaryOf(low),
    salary: { ...SALARY, low, currency },
  });

  it('are read apart, each for the place it names', () => {
    const several: Partial<BoardPosting> = {
      places: [TEXAS, CANADA],
      ...tiers(priced('US Tier 1', 110_000), priced('Canada', 90_000, 'CAD')),
    };
    expect(bands(several)).toEqual([
      ['US', 'US-TX', 'senior', 110_000],
      ['CA', null, 'senior', 90_000],
    ]);
    expect(read(several).tables.postings).toMatchObject([{ annualLow: 110_000 }]);
  });

  it('are each for the level that they name; the posting then states no pay of its own', () => {
    const levels = { title: 'Welder', ...tiers(priced('US: Senior', 110_000), priced('US: Staff', 115_000)) };
    expect(bands(levels).map(([, , level]) => level)).toEqual(['senior', 'staff']);
    expect(read(levels).tables.postings).toMatchObject([{ currency: null, annualLow: null, annualHigh: null }]);
  });

  it('named by a numbered level keep the level of the posting', () => {
    expect(bands(tiers(priced('USA - Level 6', 110_000)))).toEqual([['US', 'US-TX', 'senior', 110_000]]);
  });

  it('without a place are for the only country of their currency', () => {
    const places = [TEXAS, CANADA] as const;
    expect(bands({ places, ...tiers(priced(null, 90_000, 'CAD')) })).toEqual([['CA', null, 'senior', 90_000]]);
    const euro = { places: [TEXAS, CANADA] as const, ...tiers(priced('EU', 90_000, 'EUR')) };
    expect(reasons(euro)).toEqual(['salary: no country or several countries named']);
  });

  it.each<[string, Partial<Tier>]>([
    ['tier of no place of the posting', priced('Non-US', 110_000)],
    ['tier of no place of the posting', priced('All other US markets', 110_000)],
    ['tier of no place of the posting', priced('Ohio', 110_000)],
    ['tier of no place of the posting', priced('Canada', 110_000, 'CAD')],
    ['currency of another country', priced(null, 90_000, 'EUR')],
    ['not regular full-time work', priced('Full-Time 1099', 110_000)],
    ['paid once', { salary: { ...SALARY, interval: '1 TIME' } }],
    ['implausibly low for a full-time year', { salary: { ...SALARY, interval: '1 HOUR', low: 5, high: 6 } }],
    ['on-target or total earnings, not base pay', { summary: 'OTE $100K – $120K' }],
    ['on-target or total earnings, not base pay', { summary: '$100K – $120K', note: 'On-Target Earnings (OTE)' }],
    ['on-target or total earnings, not base pay', { title: 'OTE', summary: '$100K – $120K' }],
    ['on-target or total earnings, not base pay', { summary: 'Total Compensation $100K – $120K' }],
    [
      'on-target or total earnings, not base pay',
      { summary: '$100K – $120K • Range above includes base salary plus bonus.' },
    ],
  ])('are left out: %s (%j)', (reason, change) => {
    expect(reasons(tiers(change))).toEqual([`salary: ${reason}`]);
    expect(read(tiers(change)).tables.postings).toMatchObject([{ annualLow: null, skills: 'welding' }]);
  });

  it('keep base pay beside on-target earnings, and base pay without a bonus', () => {
    const kept = [
      { summary: '$100K – $120K • OTE $160 - $200k', note: 'OTE $160 - $200k' },
      { summary: '$100K – $120K • Range above includes base salary, there is no bonus for this role.' },
      { summary: 'Target Base Salary $100K – $120K' },
    ];
    for (const change of kept) expect(bands(tiers(change))).toHaveLength(1);
  });

  it('take hourly pay of full-time posts', () => {
    const hourly = tiers({
      summary: '$40 – $50 per hour',
      salary: { ...SALARY, interval: '1 HOUR', low: 40, high: 50 },
    });
    expect(read(hourly).tables.pay).toMatchObject([{ unit: 'hour', annualLow: 83_200, lowMinor: 4_000 }]);
  });

  it('refuse an interval that is not known', () => {
    expect(() => read(tiers({ salary: { ...SALARY, interval: '1 FORTNIGHT' } }))).toThrow(/FORTNIGHT/);
  });
});
