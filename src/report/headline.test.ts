import { describe, expect, it } from 'vitest';
import { IN_BRITAIN, IN_CALIFORNIA, levelOf } from '../../test/fixtures/question.js';
import { SMALL_MARKET } from '../../test/fixtures/small-market.js';
import { type SmallQuestion, smallContext } from '../../test/fixtures/small-report.js';
import type { Answers } from '../analysis/answers.js';
import { unionPeriod } from '../analysis/rests-on.js';
import { roundPercentiles } from '../core/percentiles.js';
import { headlineFinding } from './headline.js';

const finding = async (asked: SmallQuestion = {}, changes: Partial<Answers> = {}) =>
  headlineFinding(await smallContext(asked, changes));
const senior = { question: { level: levelOf('senior') } };

describe('the headline of a supported cell', () => {
  it('is the median in whole units within its interval, with the evidence of the cell', async () => {
    const headline = await finding(senior);
    expect(headline.status).toBe('supported');
    const { value, interval, unit, percentiles } = headline.quantity!;
    expect([value, unit, interval!.level]).toEqual([120_000, 'USD/year', 0.9]);
    expect(interval!.low).toBeLessThan(value);
    expect(interval!.high).toBeGreaterThan(value);
    for (const entry of Object.values(percentiles!)) expect(Number.isInteger(entry!.value)).toBe(true);
    expect(headline.evidence).toMatchObject({
      n: 40,
      employers: 40,
      counts: 'advertised ranges',
      sources: ['boards', 'indeed-wages'],
      period: { from: '2026-03-01', to: '2026-03-31' },
      place: 'US',
      basis: 'posted',
      grade: expect.stringMatching(/^[A-D]$/),
      asked: { n: 40, employers: 40 },
    });
    expect(headline.statement).toContain('posted');
    expect(headline.statement).toContain('April 2026');
  });

  it('says that it is of a wider scope, and what the cell itself holds', async () => {
    const headline = await finding({ question: { level: levelOf('staff') } });
    expect(headline.evidence.asked).toEqual({ n: 0, employers: 0 });
    expect(headline.evidence.scope).toContain('lead, staff and principal');
    expect(headline.caveats.join(' ')).toContain('holds no advertised range');
  });

  it('of all levels is never that of a level', async () => {
    const headline = await finding({ question: { level: levelOf('entry') } });
    expect(headline.evidence.scope).toContain('all levels');
    expect(headline.caveats.join(' ')).toContain('not of entry level');
  });

  it('names what is modelled and whose spread it has', async () => {
    const headline = await finding({ question: { level: levelOf('lead') } });
    expect(headline.caveats.filter((caveat) => caveat.startsWith('P10, P90: modelled'))).toHaveLength(1);
  });

  it('names an order of levels that does not hold', async () => {
    const order = {
      lowerShowMore: [{ level: levelOf('mid'), value: 130_000, basis: 'posted' as const }],
      higherShowLess: [{ level: levelOf('principal'), value: 110_000, basis: 'posted' as const }],
      higherShowTogether: [{ level: levelOf('staff'), value: 105_000, basis: 'market' as const }],
    };
    const added = (await finding(senior, { order })).caveats.filter(
      (caveat) => !/: modelled, with|cell asked/.test(caveat),
    );
    const written = added.join('\n');
    for (const part of ['mid level (US$130k)', 'principal level (US$110k)', 'staff level (US$105k, modelled pay)']) {
      expect(written).toContain(part);
    }
    expect((await finding(senior)).caveats.join(' ')).not.toContain('level (US$');
  });

  it('says of quartiles that they are modelled, and of counted ones nothing', async () => {
    const { answers } = await smallContext(senior);
    const { headline } = answers;
    const observed = headline!.observed!;
    const carried = { ...observed.carried, modelledPercentiles: ['25', '75'] as const };
    const borrowed = await finding(senior, { headline: { ...headline!, observed: { ...observed, carried } } });
    expect(borrowed.statement).toMatch(/Half are offered between .+ \(modelled\)\.$/);
    expect((await finding(senior)).statement).not.toContain('(modelled)');
  });

  it('says when amounts are not carried to one date', async () => {
    const { ageing } = (await smallContext()).answers;
    expect((await finding(senior)).caveats.join(' ')).not.toContain('wage index');
    expect((await finding(senior, { ageing: { ...ageing, source: null } })).caveats.join(' ')).toContain('wage index');
  });
});

describe('a headline of official pay', () => {
  it('counts published cells, names the survey and no employers', async () => {
    const headline = await finding({ question: { basis: 'official', level: levelOf('senior') } });
    expect(headline.evidence).toMatchObject({
      n: 2,
      counts: 'published cells',
      employers: null,
      sources: ['oews-national', 'indeed-wages'],
      period: { from: '2025-05-01', to: '2025-05-31' },
      basis: 'official',
      asked: { n: 0, employers: null },
    });
    expect(headline.status).toBe('modelled');
    expect(headline.caveats.join(' ')).toContain('nothing here is specific to senior level');
  });

  it('tells a modelled error and a cap', async () => {
    const official = SMALL_MARKET.official.map((row) =>
      row.place === 'US-CA' ? { ...row, p90: null, topCode: 239_200, cappedFrom: 90 } : row,
    );
    const question = { ...IN_CALIFORNIA, basis: 'official' as const };
    const caveats = (await finding({ question, market: { ...SMALL_MARKET, official } })).caveats.join(' ');
    expect(caveats).toContain('US$239,200');
    expect(caveats).toContain('modelled from the number of jobs');
  });
});

describe('the headline from official earnings abroad', () => {
  const earnings = (changes: object = {}) => ({
    earnings: [
      {
        source: 'survey',
        country: 'GB',
        place: 'GB',
        placeName: 'United Kingdom',
        taxonomy: 'SOC 2020',
        code: '2134',
        label: 'Programmers',
        year: 2024,
        unit: 'month',
        currency: 'GBP',
        population: 'full-time employees, bonuses included',
        jobs: null,
        mean: null,
        p10: null,
        p25: 3_000,
        p50: 4_000,
        p75: 5_000,
        p90: null,
        meanRsePercent: null,
        medianRsePercent: 2,
        borrowedFrom: null,
        ...changes,
      },
    ],
    occupationMatches: [
      { source: 'list', taxonomy: 'SOC 2020', code: '2134', soc: '15-1252', share: 1, matchedBy: 'reviewed by hand' },
    ],
  });

  it('names class, year, unit, factor and population, and is grade C at best', async () => {
    const headline = await finding({ question: IN_BRITAIN, market: earnings() });
    expect(headline).toMatchObject({
      status: 'supported',
      quantity: { value: 48_000, unit: 'GBP/year' },
      evidence: {
        basis: 'official',
        grade: 'C',
        sources: ['survey', 'list'],
        period: { from: '2024', to: '2024' },
        place: 'GB',
      },
    });
    expect(headline.statement).toContain('official survey, as published for 2024, pay by the month times 12 months');
    expect(headline.statement).toContain('Programmers (employees, all levels) in the United Kingdom');
    expect(headline.statement).toContain('Half earn between £36,000 and £60,000');
    expect(headline.caveats.join(' ')).toMatch(
      /full-time employees, bonuses included.*our arithmetic.*reviewed by hand.*stands in for/,
    );
    expect(headline.caveats.join(' ')).not.toContain('May 2024');
  });

  it('says of a level that nothing is specific to it', async () => {
    const headline = await finding({ question: { ...IN_BRITAIN, level: levelOf('senior') }, market: earnings() });
    expect(headline.caveats.join(' ')).toContain('nothing here is specific to senior level');
  });

  it('is none without a published error, and then quotes what is published', async () => {
    const headline = await finding({ question: IN_BRITAIN, market: earnings({ medianRsePercent: null }) });
    expect(headline).toMatchObject({ status: 'insufficient', quantity: null });
    expect(headline.statement).toContain('on the posted or official basis: no stated offer was found, and');
    expect(headline.statement).toContain('£4,000 a month in 2024 for class 2134');
    expect(headline.missing).toContain('standard error');
  });
});

describe('a missing headline', () => {
  it.each([
    ['a title that fits nothing', { question: { occupations: [] }, market: {} }, 'fits no role or occupation'],
    ['market pay', { question: { basis: 'market' } }, 'the model has no estimate for Data Engineer jobs'],
    ['market pay abroad', { question: { ...IN_BRITAIN, basis: 'market' } }, 'calibrated for the United States only'],
    ['filed wages abroad', { question: { ...IN_BRITAIN, basis: 'filed' } }, 'exist in the United States only'],
    ['a country without sources', { question: IN_BRITAIN }, 'no stated offer was found'],
    ['official pay that is missing', { question: { ...IN_BRITAIN, basis: 'official' } }, 'no official earnings'],
  ] as [string, SmallQuestion, string][])('for %s says why and what would be needed', async (_name, asked, words) => {
    const headline = await finding(asked);
    expect(headline).toMatchObject({ id: 'headline', status: 'insufficient', quantity: null });
    expect(headline.statement).toContain(words);
    expect(headline.missing).toMatch(/\w/);
    expect(headline.statement).not.toMatch(/NaN|undefined|null/);
  });

  it('counts the few that were found', async () => {
    const pay = SMALL_MARKET.pay.slice(0, 3);
    const headline = await finding({ market: { pay } });
    expect(headline.evidence).toMatchObject({ n: 3, employers: 3 });
    expect(headline.statement).toContain('3 stated offers are too few');
  });
});

describe('parts of evidence', () => {
  it('join periods and round percentiles', () => {
    expect(unionPeriod([])).toBeNull();
    expect(
      unionPeriod([null, { from: '2025-02-01', to: '2025-03-01' }, { from: '2025-01-01', to: '2025-01-31' }]),
    ).toEqual({
      from: '2025-01-01',
      to: '2025-03-01',
    });
    expect(roundPercentiles({ '50': { value: 1.5, low: null, high: 2.4 } })).toEqual({
      '50': { value: 2, low: null, high: 2 },
    });
  });
});
