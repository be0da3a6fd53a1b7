import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { IN_BRITAIN, IN_CALIFORNIA, levelOf, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import { SMALL_MARKET } from '../../test/fixtures/small-market.js';
import type { Store } from '../store/port.js';
import { gatherAnswers } from './answers.js';
import { newCohorts } from './cohort.js';
import type { Question } from './question.js';

const ask = (changes: Partial<Question> = {}, offer: number | null = null, store: Store = memoryStore(SMALL_MARKET)) =>
  gatherAnswers(store, questionWith(changes), {
    parameters: PARAMETERS,
    offer,
    cohorts: newCohorts(1),
    payModel: null,
  });

describe('the answers to one question', () => {
  it('hold each basis apart and choose the posted one', async () => {
    const answers = await ask({ level: levelOf('senior') });
    expect(answers.posted.asked).toEqual({ n: 40, employers: 40, sources: ['boards'] });
    expect(answers.filed.asked).toEqual({ n: 30, employers: 30, sources: ['filings'] });
    expect(answers.headline!.basis).toBe('posted');
    expect(answers.headline!.percentiles['50']!.value).toBeCloseTo(120_000, 3);
    expect(answers.officialCountry!.year).toBe(2025);
    expect(answers.officialHere).toBe(answers.officialCountry);
  });

  it('count what was read by source and what was left out', async () => {
    const answers = await ask();
    expect(answers.exclusions).toEqual([{ reason: 'pay not in USD', count: 1 }]);
  });

  it('have a ladder of the basis in which two levels have a figure of their own', async () => {
    const answers = await ask();
    expect([answers.ladderBasis, answers.ladder.map((entry) => entry.level.id)]).toEqual([
      'posted',
      ['senior', 'lead'],
    ]);
    expect(answers.inversions).toEqual([]);
    expect(answers.order.higherShowLess.map(({ level, value }) => [level?.id, value])).toEqual([['senior', 120_000]]);
    expect((await ask({ level: levelOf('lead') })).order.lowerShowMore).toEqual([]);
    const seniorOnly = { ...SMALL_MARKET, pay: SMALL_MARKET.pay.filter((row) => row.level !== 'lead') };
    expect((await ask({}, null, memoryStore(seniorOnly))).ladderBasis).toBe('filed');
  });

  it('compare official means of the last two years with the prices of the same months', async () => {
    const answers = await ask();
    expect(answers.officialGrowth).toEqual({ ratio: 66_000 / 63_000, fromYear: 2024, toYear: 2025 });
    expect(answers.prices).toEqual({ source: 'prices', ratio: 1.02 });
    expect(answers.forecast!.policy).toBe('pooled-growth');
  });

  it('hold state and country apart for a state', async () => {
    const answers = await ask(IN_CALIFORNIA);
    expect([answers.officialHere!.place, answers.officialCountry!.place]).toEqual(['US-CA', 'US']);
    expect(answers.officialHere!.percentiles['50']!.value).toBe(75_000);
    expect(answers.demandHere.map((entry) => entry.jobs)).toEqual([3_000]);
    expect(answers.demandCountry.map((entry) => entry.jobs)).toEqual([12_000, 12_000]);
    expect(answers.states).toMatchObject([{ place: 'US-CA', median: 75_000, jobs: 3_000 }]);
    expect(answers.posted.asked.n).toBe(37);
  });

  it('place an offer in the distribution of the headline', async () => {
    const answers = await ask({ level: levelOf('senior') }, 120_000);
    expect(answers.offer!.amount).toBe(120_000);
    expect(answers.offer!.position!.percentile).toBeCloseTo(50, 3);
    expect(answers.ask!.target).toBe(120_000);
  });

  it('tell the offer alone where nothing is known, and throw nothing', async () => {
    const answers = await ask({ occupations: [], familyRoles: [] }, 99, memoryStore({}));
    expect(answers).toMatchObject({
      headline: null,
      officialHere: null,
      officialCountry: null,
      forecast: null,
      ask: null,
    });
    expect(answers.offer).toEqual({ amount: 99, position: null });
    expect([answers.states, answers.projections, answers.ladder, answers.exclusions]).toEqual([[], [], [], []]);
  });

  it('are in the currency of the place', async () => {
    const answers = await ask(IN_BRITAIN);
    expect(answers.costs).toMatchObject({ labour: null, prices: null, states: null, span: null, abroad: null });
    expect([answers.headline, answers.forecast, answers.officialCountry, answers.ageing.source]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    expect((await ask()).costs.abroad).toBeNull();
  });

  it('know only what was known at an earlier date', async () => {
    const answers = await ask({ asOf: '2025-04-30' });
    expect(answers.officialCountry!.year).toBe(2024);
    expect(answers.headline!.basis).toBe('official');
    expect(answers.forecast!.lastYear).toBe(2024);
    expect(answers.forecast!.path.at(-1)!.date).toBe('2026-04-30');
    expect(answers.exclusions.find((entry) => entry.reason.includes('after 2025-04-30'))!.count).toBe(82);
  });
});
