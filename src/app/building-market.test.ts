import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildingMarket } from './building-market.js';
import { type Market, openMarket } from './market.js';
import { answerReport } from './report.js';

const QUESTIONS = [
  ['Senior Data Engineer', 'US'],
  ['Senior Data Engineer', 'US-CA'],
  ['Data Engineer', 'US-CA'],
  ['Data Engineer', 'GB'],
  ['Registered Nurse', 'US-TX'],
  ['Registered Nurse', 'CA'],
  ['Senior Data Engineer', 'San Jose, CA'],
  ['Project Manager', 'US-TX'],
] as const;

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

describe('buildingMarket', () => {
  it('gives the reports that a market asked once gives, in any order', { timeout: 120_000 }, async () => {
    const alone = new Map<string, string>();
    for (const [title, place] of QUESTIONS) {
      const fresh = await openMarket();
      alone.set(`${title} ${place}`, JSON.stringify(await answerReport(fresh, { title, place })));
      await fresh.close();
    }
    for (const order of [QUESTIONS, [...QUESTIONS].reverse()]) {
      const building = buildingMarket(market);
      for (const [title, place] of order) {
        const report = JSON.stringify(await answerReport(building, { title, place }));
        expect(report === alone.get(`${title} ${place}`), `${title}, ${place}`).toBe(true);
      }
    }
  });

  it('keeps questions of another date apart', { timeout: 60_000 }, async () => {
    const building = buildingMarket(market);
    const ask = { title: 'Data Engineer', place: 'US' };
    await answerReport(building, ask);
    const earlier = await answerReport(building, { ...ask, asOf: '2025-01-15' });
    expect(earlier).toEqual(await answerReport(market, { ...ask, asOf: '2025-01-15' }));
  });
});
