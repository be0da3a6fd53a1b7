import { describe, expect, it } from 'vitest';
import { ContinuedEmployerIds, EmployerIds } from './employer-ids.js';

describe('EmployerIds', () => {
  it('numbers employers 1 to N, the same in whatever order they come', () => {
    const keys = ['acme', 'beta', 'celtic', 'delta'];
    const ids = new EmployerIds([...keys, 'acme']);
    const again = new EmployerIds([...keys].reverse());
    expect(keys.map((key) => ids.idOf(key)).sort()).toEqual([1, 2, 3, 4]);
    expect(keys.map((key) => again.idOf(key))).toEqual(keys.map((key) => ids.idOf(key)));
  });

  it('does not number them in the order of the alphabet', () => {
    const keys = Array.from({ length: 26 }, (_, index) => String.fromCharCode(97 + index));
    const ids = new EmployerIds(keys);
    expect(keys.map((key) => ids.idOf(key))).not.toEqual(keys.map((_, index) => index + 1));
  });

  it('does not invent an id', () => {
    expect(() => new EmployerIds(['acme']).idOf('beta')).toThrow(/not registered/);
  });
});

describe('ContinuedEmployerIds', () => {
  const known = new Map([
    ['acme', 7],
    ['beta', 3],
  ]);

  it('leaves known employers their ids and goes on above the largest', () => {
    const ids = new ContinuedEmployerIds(['acme', 'gamma', 'delta', 'gamma'], known, 40);
    expect([ids.idOf('acme'), ids.idOf('beta')]).toEqual([7, 3]);
    expect([ids.idOf('gamma'), ids.idOf('delta')].sort()).toEqual([41, 42]);
  });

  it('gives the same ids whatever the order of the keys', () => {
    const one = new ContinuedEmployerIds(['gamma', 'delta'], known, 40);
    const other = new ContinuedEmployerIds(['delta', 'acme', 'gamma'], known, 40);
    expect(one.idOf('gamma')).toBe(other.idOf('gamma'));
  });

  it('refuses a key it was not told of', () => {
    expect(() => new ContinuedEmployerIds([], known, 40).idOf('gamma')).toThrow(/not registered/);
  });
});
