import { describe, expect, it } from 'vitest';
import { memoryStore } from '../../test/contract/memory-store.js';
import { questionWith } from '../../test/fixtures/question.js';
import type { RowOf } from '../query/tables.js';
import { exposure, MEASURES } from './exposure.js';

const [model, people, copilot] = MEASURES.map((measure) => measure.id) as [string, string, string];

/** Twenty occupations rated 1 to 20: rating k is percentile 5k - 2.5. The codes given get the ratings given. */
function rated(measure: string, ratings: Readonly<Record<string, number>>): RowOf<'exposure'>[] {
  const taken = new Map(Object.entries(ratings).map(([soc, value]) => [value, soc]));
  return Array.from({ length: 20 }, (_, i) => ({
    source: 'paper',
    measure,
    soc: taken.get(i + 1) ?? `99-00${i}`,
    value: i + 1,
  }));
}

const ask = (rows: readonly RowOf<'exposure'>[], changes = {}) =>
  exposure(memoryStore({ exposure: rows }), questionWith(changes));

describe('exposure to AI', () => {
  it('is the rank of the mix, weighted by share, with the range of its occupations', async () => {
    const { ranks, spread } = await ask(rated(model, { '15-1252': 18, '15-2051': 13 }));
    expect(ranks).toHaveLength(1);
    expect(ranks[0]!.percentile).toBeCloseTo(0.6 * 87.5 + 0.4 * 62.5, 9);
    expect(ranks[0]).toMatchObject({ low: 62.5, high: 87.5, rated: 20, coverage: 1 });
    expect(spread).toBeNull();
  });

  it('counts ties half', async () => {
    const rows = ['15-1252', 'a', 'b', 'c'].map((soc) => ({ source: 'paper', measure: model, soc, value: 7 }));
    expect((await ask(rows)).ranks[0]!.percentile).toBe(50);
  });

  it('is not told by a measure that rates less than half of the mix', async () => {
    const mix = (share: number) => ({
      occupations: [
        { soc: '15-1252', title: 'A', share },
        { soc: '15-2051', title: 'B', share: 1 - share },
      ],
    });
    expect((await ask(rated(model, { '15-1252': 18 }), mix(0.49))).ranks).toEqual([]);
    const half = (await ask(rated(model, { '15-1252': 18 }), mix(0.5))).ranks[0]!;
    expect([half.percentile, half.coverage]).toEqual([87.5, 0.5]);
  });

  it.each([
    [20, 16, false],
    [20, 15, false],
    [20, 14, true],
  ])('of ratings %i and %i of 20: disagreement is %s', async (one, other, disagree) => {
    const only = { occupations: [{ soc: '15-1252', title: 'A', share: 1 }] };
    const { spread } = await ask([...rated(model, { '15-1252': one }), ...rated(copilot, { '15-1252': other })], only);
    expect(spread!.disagree).toBe(disagree);
    expect(spread!.high - spread!.low).toBeCloseTo(5 * (one - other), 9);
    expect(spread!.median).toBeCloseTo(2.5 * (one + other) - 2.5, 9);
  });

  it('has the middle one of three measures as its middle', async () => {
    const only = { occupations: [{ soc: '15-1252', title: 'A', share: 1 }] };
    const rows = [model, people, copilot].flatMap((id, i) => rated(id, { '15-1252': [4, 20, 11][i]! }));
    const { ranks, spread } = await ask(rows, only);
    expect(ranks.map((rank) => rank.measure.kind)).toEqual(['theoretical', 'theoretical', 'observed']);
    expect(spread).toEqual({ low: 17.5, high: 97.5, median: 52.5, disagree: true });
  });

  it('is nothing for unknown work, an empty market or a measure without a name', async () => {
    const nothing = { ranks: [], spread: null };
    expect(await ask(rated(model, { '15-1252': 18 }), { occupations: [] })).toEqual(nothing);
    expect(await ask([])).toEqual(nothing);
    expect(await ask(rated('another-measure', { '15-1252': 18, '15-2051': 3 }))).toEqual(nothing);
  });
});
