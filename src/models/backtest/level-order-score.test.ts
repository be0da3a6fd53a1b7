import { describe, expect, it } from 'vitest';
import { levelOrderRow } from './level-order-score.js';

const pair = (share: number, n: number) => ({ lower: 'mid', higher: 'senior', share, n }) as const;

describe('the order of levels', () => {
  it('is met where every pair with employers enough holds', () => {
    const row = levelOrderRow({ share: 0.8, n: 40, byPair: [pair(0.5, 10), pair(0.2, 9)] });
    expect(row).toMatchObject({ id: 'levels.order', value: 0.8, met: true, n: 40 });
    expect(row.parts).toMatchObject([{ name: 'mid to senior', met: true }, { met: null }]);
  });

  it('is missed by one pair that is turned round', () => {
    expect(levelOrderRow({ share: 0.8, n: 40, byPair: [pair(0.9, 30), pair(0.49, 10)] }).met).toBe(false);
  });

  it('cannot be told without employers', () => {
    expect(() => levelOrderRow({ share: null, n: 0, byPair: [] })).toThrow(/No employer/);
  });
});
