import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeNeeding, sharedData } from '../../../../test/capabilities.js';
import { openWorkshop } from '../../../store/duckdb/workshop.js';
import type { Workshop } from '../../../store/port.js';
import type { CountriesFile } from '../../../text/index.js';
import { RawReader } from '../../raw-reader.js';
import { answerOf } from './answers.js';
import { stackoverflowSurvey } from './connector.js';
import { normalizeSurvey } from './normalize.js';

const COUNTRIES = {
  countries: [
    { code: 'XA', name: 'Ruritania', currency: 'XAC', aliases: ['Kingdom of Ruritania'] },
    { code: 'XB', name: 'Zenda', currency: 'XBC' },
  ],
} as unknown as CountriesFile;

const stated = {
  branch: 'I am a developer by profession',
  country: 'Ruritania',
  pay: '50000',
  years: '4',
  roles: 'Developer, back-end;Data engineer',
};
const answers = (count: number, change: Partial<typeof stated> = {}) =>
  Array.from({ length: count }, (_, index) => answerOf({ ...stated, pay: String(50_000 + index * 1000), ...change }));

describe('answerOf', () => {
  it.each([
    ['Less than 1 year', 'new_grad'],
    ['2', 'new_grad'],
    ['3', 'mid'],
    ['6', 'senior'],
    ['More than 50 years', 'senior'],
    ['NA', null],
  ])('puts %s years into the band %s', (years, band) => {
    expect(answerOf({ ...stated, years }).band).toBe(band);
  });

  it('reads roles, and no pay where none is given', () => {
    expect(answerOf({ ...stated, pay: 'NA' })).toMatchObject({
      pay: null,
      roles: ['Developer, back-end', 'Data engineer'],
    });
  });

  it('refuses years and pay that are no numbers', () => {
    expect(() => answerOf({ ...stated, years: 'many' })).toThrow(/YearsCodePro/);
    expect(() => answerOf({ ...stated, pay: 'enough' })).toThrow(/ConvertedComp/);
  });
});

describe('normalizeSurvey', () => {
  const read = (list: ReturnType<typeof answers>) =>
    normalizeSurvey({ bands: [], years: [{ year: 2024, answers: list }] }, COUNTRIES);

  it('gives quartiles by country, band and role', () => {
    const rows = read(answers(31, { country: 'Kingdom of Ruritania' })).tables.earnings!;
    expect(rows.map(({ code, population }) => [code, population.split(', ')[1]])).toEqual([
      ['all', 'all years of experience'],
      ['all', '3 to under 6 years of professional coding'],
      ['Developer, back-end', 'all years of experience'],
      ['Data engineer', 'all years of experience'],
    ]);
    expect(rows[0]).toMatchObject({
      country: 'XA',
      place: 'XA',
      placeName: 'Ruritania',
      taxonomy: 'Stack Overflow developer type',
      year: 2024,
      unit: 'year',
      currency: 'USD',
      p25: 57_500,
      p50: 65_000,
      p75: 72_500,
      mean: null,
      jobs: null,
    });
  });

  it('counts answers that say nothing of a developer’s pay, and countries with few answers', () => {
    const reading = read([
      ...answers(30, { roles: 'NA', years: 'NA' }),
      ...answers(29, { country: 'Zenda' }),
      answerOf({ ...stated, branch: 'I code primarily as a hobby' }),
      answerOf({ ...stated, pay: 'NA' }),
      answerOf({ ...stated, pay: '2000000' }),
      answerOf({ ...stated, pay: '4999' }),
      answerOf({ ...stated, country: 'Atlantis' }),
    ]);
    expect(reading.tables.earnings).toHaveLength(1);
    expect(reading).toMatchObject({ rowsIn: 64, rowsKept: 30 });
    expect(Object.fromEntries(reading.excluded.map(({ reason, count }) => [reason, count]))).toEqual({
      'country with fewer than 30 answers': 29,
      'pay outside US$5,000 to US$1,000,000': 2,
      'not a developer by profession': 1,
      'no pay stated': 1,
      'country under a name that is not known': 1,
    });
  });

  it('takes medians, but not of few answers nor of a year whose answers are here', () => {
    const band = { country: 'XA', kind: 'role', group: 'Data engineer', n: '37', p25_usd: null, p75_usd: null };
    const bands = [
      { ...band, wave: '2023', median_usd: '89172' },
      { ...band, wave: '2022', median_usd: '80000', n: '29' },
      { ...band, wave: '2024', median_usd: '90000' },
    ];
    const reading = normalizeSurvey({ bands, years: [{ year: 2024, answers: [] }] }, COUNTRIES);
    expect(reading.tables.earnings).toMatchObject([{ code: 'Data engineer', year: 2023, p25: null, p50: 89_172 }]);
    expect(reading).toMatchObject({ rowsIn: 3, rowsKept: 1 });
    expect(() => normalizeSurvey({ bands: [{ ...bands[0]!, kind: 'age' }], years: [] }, COUNTRIES)).toThrow(/age/);
  });
});

describeNeeding(['data'], 'the survey files', () => {
  let workshop: Workshop;
  const list = resolve(import.meta.dirname, '..', '..', '..', '..', 'reviewed', 'countries.json');

  beforeAll(async () => {
    workshop = await openWorkshop({ threads: 1 });
  });

  afterAll(() => workshop.close());

  it('give the published medians, and those of 2019 from the answers', async () => {
    const connector = stackoverflowSurvey(JSON.parse(readFileSync(list, 'utf8')) as CountriesFile);
    const reading = await connector.read({ raw: new RawReader(sharedData!, workshop) } as never);
    const rows = reading.tables.earnings!;
    expect(reading.rowsIn).toBe(1530 + 88_883);
    expect(reading.rowsKept + reading.excluded.reduce((sum, { count }) => sum + count, 0)).toBe(reading.rowsIn);
    expect(reading).toMatchObject({ newest: '2025-06-30', vintage: '2019, 2022, 2023, 2024, 2025' });
    const senior = rows.find(
      ({ country, year, population }) => country === 'GB' && year === 2024 && /6 years/.test(population),
    );
    expect(senior).toMatchObject({ p25: 70_063, p50: 99_363, p75: 131_210 });
    const us = rows.find(({ country, year }) => country === 'US' && year === 2019)!;
    expect(us.p50).toBeGreaterThan(100_000);
    expect(us.p50).toBeLessThan(125_000);
    const keys = rows.map(({ country, code, year, population }) => JSON.stringify([country, code, year, population]));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
