import { describe, expect, it } from 'vitest';
import { EmployerIds } from './employer-ids.js';

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
