import { describe, expect, it } from 'vitest';
import { orderedLevels } from './level-ladder.js';

const order = (effects: Record<string, readonly [value: number, weight: number]>) =>
  Object.fromEntries(
    orderedLevels(new Map(Object.entries(effects).map(([level, [value, weight]]) => [level, { value, weight }]))),
  );

describe('orderedLevels', () => {
  it('leaves an ordered ladder as it is', () => {
    const effects = {
      entry: [-0.2, 5],
      mid: [-0.1, 5],
      senior: [0.1, 5],
      lead: [0.2, 5],
      principal: [0.4, 5],
    } as const;
    expect(order(effects)).toEqual({ entry: -0.2, mid: -0.1, senior: 0.1, lead: 0.2, principal: 0.4 });
  });

  it('pools neighbours out of order by their weights', () => {
    expect(order({ entry: [0.5, 1], mid: [0.25, 3] })).toEqual({ entry: 0.3125, mid: 0.3125 });
  });

  it('keeps lead and staff each between senior and principal', () => {
    const ordered = order({ senior: [0.2, 1], lead: [0.1, 1], staff: [0.5, 1], principal: [0.4, 1] });
    expect(ordered).toEqual({ senior: 0.2, lead: 0.2, staff: 0.4, principal: 0.4 });
  });

  it('orders management apart, and touches nothing else', () => {
    expect(order({ none: [9, 1], senior: [1, 1], manager: [0.4, 1], director: [0.2, 1] })).toEqual({
      none: 9,
      senior: 1,
      manager: expect.closeTo(0.3, 12) as number,
      director: expect.closeTo(0.3, 12) as number,
    });
  });

  it('knows nothing of levels that no offer has', () => {
    expect(order({})).toEqual({});
  });
});
