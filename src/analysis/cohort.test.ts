import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { IN_CALIFORNIA, levelOf, PARAMETERS, questionWith } from '../../test/fixtures/question.js';
import { SMALL_MARKET } from '../../test/fixtures/small-market.js';
import { gatherAnswers } from './answers.js';
import { type Cohorts, newCohorts } from './cohort.js';
import type { Question } from './question.js';

const ask = (cohorts: Cohorts, changes: Partial<Question>) =>
  gatherAnswers(memoryStore(SMALL_MARKET), questionWith(changes), {
    parameters: PARAMETERS,
    offer: null,
    cohorts,
    payModel: null,
  });

describe('questions that share a cohort', () => {
  const questions: Partial<Question>[] = [
    { level: levelOf('senior') },
    { ...IN_CALIFORNIA, level: levelOf('senior') },
    { level: null },
    { titleKey: 'another title', title: 'Another title' },
    { role: { id: 'data-scientist', name: 'Data Scientist', family: 'data' } },
    { asOf: '2025-06-30' },
    { basis: 'filed' },
  ];

  it('get the answers they would get alone', async () => {
    const shared = newCohorts(1);
    for (const question of questions) {
      const together = await ask(shared, question);
      const alone = await ask(newCohorts(1), question);
      for (const part of ['headline', 'posted', 'filed', 'ladder', 'order', 'ask', 'exclusions'] as const) {
        expect([part, JSON.stringify(together[part])]).toEqual([part, JSON.stringify(alone[part])]);
      }
    }
  });

  it('read the observations once', async () => {
    const store = memoryStore(SMALL_MARKET);
    const options = { parameters: PARAMETERS, offer: null, cohorts: newCohorts(2), payModel: null };
    await gatherAnswers(store, questionWith(), options);
    // The list of ranges asks for those stated in other units by itself.
    const readings = () =>
      store.plans.filter((plan) => plan.from === 'pay' && !plan.where.some(({ column }) => String(column) === 'unit'))
        .length;
    const once = readings();
    await gatherAnswers(store, questionWith(IN_CALIFORNIA), options);
    expect(once).toBeGreaterThan(0);
    expect(readings()).toBe(once);
  });
});
