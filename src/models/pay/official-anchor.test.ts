import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../../test/contract/memory-store.js';
import { officialRow } from '../../../test/fixtures/market-rows.js';
import { anchorOf, loadOfficialPay } from './official-anchor.js';

const official = await loadOfficialPay(
  memoryStore({
    official: [
      officialRow({ year: 2024, p50: 1 }),
      officialRow({}),
      officialRow({ place: 'US-CA', year: 2024, p50: 90_000 }),
      officialRow({ soc: '29-1215', mean: 240_000, p50: null, p75: null, p90: null, topCode: 239_200, cappedFrom: 50 }),
      officialRow({ soc: '41-0000', mean: null, p10: null, p25: null, p50: null, p75: null, p90: null }),
    ],
  }),
);

describe('anchorOf', () => {
  it('takes the newest year of each place, and the state before the nation', () => {
    const anchor = anchorOf(official, [{ soc: '15-1252', share: 0.8 }], 'US-CA')!;
    expect(anchor.here).toBeCloseTo(Math.log(90_000), 9);
    expect(anchor.nation).toBeCloseTo(Math.log(60_000), 9);
    expect(anchor.spread[0]).toBeCloseTo(Math.log(40 / 60), 9);
  });

  it('falls back to the nation, and mixes logs by share', () => {
    const mix = [
      { soc: '15-1252', share: 0.3 },
      { soc: '29-1215', share: 0.1 },
      { soc: '99-9999', share: 0.6 },
    ];
    const { here, nation } = anchorOf(official, mix, 'US-TX')!;
    expect(here).toBe(nation);
    expect(here).toBeCloseTo(0.75 * Math.log(60_000) + 0.25 * Math.log(240_000), 9);
  });

  it('puts capped percentiles at the cap, and a capped median at the mean', () => {
    const { nation, spread } = anchorOf(official, [{ soc: '29-1215', share: 1 }], null)!;
    expect(nation).toBeCloseTo(Math.log(240_000), 9);
    expect(spread[3]).toBeCloseTo(Math.log(239_200 / 240_000), 9);
  });

  it('says nothing of a mix without official pay', () => {
    expect(anchorOf(official, [], 'US-CA')).toBeNull();
    expect(anchorOf(official, [{ soc: '41-0000', share: 1 }], null)).toBeNull();
    expect(anchorOf(official, [{ soc: '15-1252', share: 0.1 }], null)).toBeNull();
  });
});
