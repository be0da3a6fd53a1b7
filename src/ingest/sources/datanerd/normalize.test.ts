import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CredentialsFile, SkillsFile } from '../../../text/index.js';
import { buildReaders } from '../../readers.js';
import { isEstimated, normalizePostings } from './normalize.js';
import { monthFiles, type PostingRecord } from './parse.js';
import { labelsIn, SkillLabels } from './skill-labels.js';

const list = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '..', '..', '..', '..', 'reviewed', name), 'utf8'));
const LISTS = { skills: list('skills.json') as SkillsFile, credentials: list('credentials.json') as CredentialsFile };
const place = (name: string, id: string, key: string) =>
  ({
    place: id,
    name,
    kind: id === 'US' ? 'country' : 'state',
    country: 'US',
    states: id === 'US' ? '' : id,
    currency: 'USD',
    key,
  }) as const;
const READERS = buildReaders({ phrases: [], aliases: {}, merged: [], ...LISTS }, () => [
  place('United States', 'US', 'united states'),
  place('Nebraska', 'US-NE', 'nebraska'),
  { place: 'DE', name: 'Germany', kind: 'country', country: 'DE', states: '', currency: 'EUR', key: 'germany' },
]);
const LABELS = new SkillLabels(LISTS, READERS);

const RECORD: PostingRecord = {
  job_title: 'Senior Data Scientist',
  job_location: 'Nebraska',
  job_via: 'via ZipRecruiter',
  job_schedule_type: 'Full-time',
  job_posted_date: '2023-04-24 09:51:15',
  salary_rate: 'year',
  salary_year_avg: '128050',
  company_name: 'Acme, Inc.',
  job_skills: "['sql', 'python', 'python']",
};

const normalize = (...changes: Partial<PostingRecord>[]) =>
  normalizePostings(
    changes.map((change) => ({ ...RECORD, ...change })),
    { readers: READERS, labels: LABELS },
  );

describe('normalizePostings', () => {
  it('gives pay and skills of a posting', () => {
    const { tables, rowsIn, rowsKept } = normalize({});
    expect(tables.pay).toMatchObject([
      {
        basis: 'posted',
        region: 'US-NE',
        level: 'senior',
        employer: 'acme',
        lowMinor: 12_805_000,
        highMinor: 12_805_000,
        seenFrom: '2023-04-24',
      },
    ]);
    expect(tables.postings).toMatchObject([
      { skills: 'python,sql', credentials: '', readFrom: 'labels', annualLow: 128_050, currency: 'USD', repeats: 1 },
    ]);
    expect(tables.employers).toEqual([{ employer: 'acme', name: 'Acme, Inc.' }]);
    expect([rowsIn, rowsKept]).toEqual([2, 2]);
  });

  it('drops sites that estimate, wherever the job is', () => {
    const { tables, excluded } = normalize({ job_via: 'Ladders' }, { job_via: 'via BeBee Schweiz' });
    expect(tables).toMatchObject({ pay: [], postings: [], employers: [] });
    expect(excluded.map(({ count }) => count)).toEqual([2, 2]);
  });

  it('keeps skills where pay cannot be kept', () => {
    const { tables, excluded } = normalize(
      { salary_rate: 'hour', salary_year_avg: null },
      { job_location: 'Germany' },
      { salary_rate: null, salary_year_avg: null, company_name: 'Beta' },
      { salary_year_avg: '900', company_name: 'Gamma' },
    );
    expect(tables.pay).toEqual([]);
    expect(tables.postings!.map(({ country, annualLow }) => [country, annualLow])).toEqual([
      ['US', null],
      ['DE', null],
      ['US', null],
      ['US', null],
    ]);
    expect(excluded.map(({ reason }) => reason).sort()).toEqual([
      'pay: currency not named outside the United States',
      'pay: implausibly low for a full-time year',
      'pay: no pay of a year',
      'pay: no pay stated',
    ]);
  });

  it('leaves out contracts, postings without a country, and lists nobody made', () => {
    const { tables } = normalize(
      { job_schedule_type: 'Contractor' },
      { job_schedule_type: 'Full-time and Part-time' },
      { job_location: 'Anywhere' },
      { company_name: ' ' },
    );
    expect(tables).toMatchObject({ pay: [], postings: [] });
    expect(normalize({ job_skills: '' }).tables).toMatchObject({ pay: [{}], postings: [] });
  });

  it('joins repostings of a month and accounts for every record twice', () => {
    const reading = normalize(
      {},
      { job_posted_date: '2023-04-30 00:00:00' },
      { job_posted_date: '2023-05-01 00:00:00' },
    );
    expect(reading.tables.pay!.map(({ seenTo, repeats }) => [seenTo, repeats])).toEqual([
      ['2023-04-30', 2],
      ['2023-05-01', 1],
    ]);
    expect(reading.tables.postings).toMatchObject([{ seenFrom: '2023-04-24', seenTo: '2023-05-01', repeats: 3 }]);
    const out = reading.excluded.reduce((sum, { count }) => sum + count, 0);
    expect(reading.rowsKept + out).toBe(reading.rowsIn);
  });

  it('refuses rates, days and lists of another kind', () => {
    expect(() => normalize({ salary_rate: 'fortnight' })).toThrow(/fortnight/);
    expect(() => normalize({ job_posted_date: 'yesterday' })).toThrow(/job_posted_date/);
    expect(() => normalize({ job_skills: 'sql, python' })).toThrow(/job_skills/);
  });
});

describe('isEstimated', () => {
  it.each([
    'via Ladders',
    'Snagajob',
    'Ai-Jobs.net',
    'AI-Jobs.net',
    'Aijobs.net',
    'via Infosec-Jobs.com',
    'Pa.bebee.com',
    'BeBee GB',
  ])('drops %s', (via) => expect(isEstimated(via)).toBe(true));
  it.each(['via LinkedIn', 'Job Snag', 'via JobSnag.us', 'Data Ladders Inc', '', null])('keeps %s', (via) =>
    expect(isEstimated(via)).toBe(false),
  );
});

describe('SkillLabels', () => {
  it('knows names in lower case and acronyms', () => {
    expect(LABELS.idsOf(['sql', 'aws', 'power bi'])).toEqual(['aws', 'power-bi', 'sql']);
  });

  it('never counts letters and common words, and ordinary words only beside a certain name', () => {
    expect(LABELS.idsOf(['go', 'r', 'c', 'word', 'flow', 'express', 'excel', 'sql'])).toEqual(['sql']);
    expect(LABELS.idsOf(['slack'])).toEqual([]);
    expect(LABELS.idsOf(['slack', 'sql'])).toEqual(['slack', 'sql']);
  });

  it('drops what our list does not know', () => {
    expect(LABELS.idsOf(['fann', 'sql'])).toEqual(['sql']);
  });
});

describe('labelsIn', () => {
  it('reads lists of either quotation mark and empty ones', () => {
    expect(labelsIn(`['sql', "c#", 'power bi']`)).toEqual(['sql', 'c#', 'power bi']);
    expect(labelsIn('[]')).toEqual([]);
  });
});

describe('monthFiles', () => {
  it('orders months and takes one form of each', () => {
    const names = [
      'job_postings_12-2024.xlsx',
      'job_postings_12-2024.csv.gz',
      'job_postings_01-2025.xlsx',
      'skills_dim.csv',
    ];
    expect(monthFiles(names)).toEqual(['job_postings_12-2024.csv.gz', 'job_postings_01-2025.xlsx']);
  });
});
