import { describe, expect, it } from 'vitest';
import { DollarRates } from '../../dollar-rates.js';
import { buildReaders } from '../../readers.js';
import { normalizeCareerSite } from './normalize.js';
import type { CareerPosting } from './parse.js';

const place = (id: string, kind: string, key: string) => ({
  place: id,
  name: key,
  kind,
  country: id.slice(0, 2),
  states: kind === 'state' ? id : '',
  currency: 'USD',
  key,
});

const READERS = {
  ...buildReaders({ phrases: [], aliases: {}, merged: [] }, () => [
    place('US', 'country', 'united states'),
    place('US-TX', 'state', 'texas'),
    place('US-OH', 'state', 'ohio'),
    place('CA', 'country', 'canada'),
  ]),
  skillsIn: () => ({ skills: 'welding', credentials: '' }),
};

const range = (where: string, low: string, currency = 'USD') =>
  `For ${where}-based roles: The base salary range for this role is ${currency}$${low} per year - ${currency}$150,000 per year.\n`;

const POSTING: CareerPosting = {
  title: 'Senior Welder',
  locations: ['Texas, United States', 'Ohio, United States'],
  employmentType: 'Full-Time',
  created: '2025-11-03',
  text: range('Texas', '120,000') + range('Ohio', '110,000'),
};

const read = (...changes: Partial<CareerPosting>[]) =>
  normalizeCareerSite(
    { collected: '2025-12-24', postings: changes.map((change) => ({ ...POSTING, ...change })) },
    { readers: READERS, rates: new DollarRates([{ currency: 'CAD', month: '2026-01-01', perUsd: 1.4 }]) },
  );

describe('normalizeCareerSite', () => {
  it('takes the range of each place for that place, under one employer', () => {
    const { tables, ...counts } = read({});
    expect(tables.pay!.map(({ region, annualLow, employer }) => [region, annualLow, employer])).toEqual([
      ['US-TX', 120_000, 'uber'],
      ['US-OH', 110_000, 'uber'],
    ]);
    expect(tables.postings).toMatchObject([
      { region: null, annualLow: null, seenFrom: '2025-11-03', seenTo: '2025-12-24', skills: 'welding' },
    ]);
    expect(tables.employers).toEqual([{ employer: 'uber', name: 'Uber' }]);
    expect(counts).toMatchObject({ rowsIn: 3, rowsKept: 3, excluded: [], vintage: 'open on 24 December 2025' });
  });

  it('joins equal adverts and accounts for all that is left out', () => {
    const reading = read({}, {}, { employmentType: 'Intern' }, { locations: ['Nowhere'] });
    expect(reading).toMatchObject({ rowsIn: 12, rowsKept: 3 });
    expect(reading.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(9);
  });

  it.each<[string, string]>([
    ['range: no country or several countries named', range('Nowhere', '120,000')],
    ['range: US dollars in a country with a dollar of its own', range('Canada', '120,000')],
    ['range: no base pay with both ends', 'For Texas-based roles: pay depends on experience.'],
    ['range: upper end more than 5 times the lower', range('Texas', '20,000')],
  ])('leaves out: %s', (reason, text) => {
    expect(read({ text }).excluded).toEqual([{ reason, count: 1 }]);
  });

  it('gives a posting the pay that its places share, in the currency stated', () => {
    const shared = { text: range('Texas', '120,000') + range('Ohio', '120,000') };
    expect(read(shared).tables.postings).toMatchObject([{ currency: 'USD', annualLow: 120_000 }]);
    const canadian = { locations: ['Canada'], text: range('Canada', '120,000', 'CAD') };
    expect(read(canadian).tables.pay).toMatchObject([{ country: 'CA', currency: 'CAD' }]);
  });

  it('applies a range without a place to the country of all locations', () => {
    const text = 'The base salary range for this role is USD$120,000 per year - USD$150,000 per year.';
    expect(read({ text }).tables.pay).toMatchObject([{ country: 'US', region: null }]);
    const abroad = read({ text, locations: ['Texas, United States', 'Canada'] });
    expect(abroad.excluded).toEqual([{ reason: 'range: no country or several countries named', count: 1 }]);
  });
});
