import { describe, expect, it } from 'vitest';
import { FeatureUses } from './feature-uses.js';

describe('FeatureUses', () => {
  it('keeps features of enough titles, by their kind', () => {
    const uses = new FeatureUses();
    for (let title = 0; title < 3; title += 1) uses.count(10, 0, title, null);
    for (let title = 0; title < 2; title += 1) uses.count(20, 1, title, null);
    expect([...uses.kept([3, 2]).hashes]).toEqual([10, 20]);
    expect([...uses.kept([3, 3]).hashes]).toEqual([10]);
    expect([...uses.kept([4, 2]).hashes]).toEqual([20]);
  });

  it('counts a title once however often it holds a feature', () => {
    const uses = new FeatureUses();
    for (let i = 0; i < 5; i += 1) uses.count(10, 0, 0, null);
    expect([...uses.kept([2]).hashes]).toEqual([]);
  });

  it('drops what one employer alone uses, in however many titles', () => {
    const uses = new FeatureUses();
    for (let title = 0; title < 9; title += 1) uses.count(10, 0, title, 4);
    for (let title = 9; title < 12; title += 1) uses.count(20, 0, title, title);
    expect([...uses.kept([1]).hashes]).toEqual([20]);
    uses.count(10, 0, 12, 5);
    expect([...uses.kept([1]).hashes]).toEqual([10, 20]);
  });

  it('keeps count of more features than it began with room for', () => {
    const uses = new FeatureUses();
    const features = 100_000;
    for (let title = 0; title < 2 * features; title += 1) {
      const spread = Math.imul(title % features, 0x9e3779b1) >>> 0;
      uses.count(spread, 0, title, null);
    }
    expect(uses.kept([2]).hashes).toHaveLength(features);
    expect(uses.kept([3]).hashes).toHaveLength(0);
  });
});
