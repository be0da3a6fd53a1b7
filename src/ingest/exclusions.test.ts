import { describe, expect, it } from 'vitest';
import { Exclusions } from './exclusions.js';

describe('Exclusions', () => {
  it('adds up by reason, largest first, and leaves out what never happened', () => {
    const excluded = new Exclusions();
    excluded.add('repeat');
    excluded.add('not full time', 5);
    excluded.add('repeat', 2);
    excluded.add('no figure', 0);
    expect(excluded.list()).toEqual([
      { reason: 'not full time', count: 5 },
      { reason: 'repeat', count: 3 },
    ]);
    expect(excluded.total).toBe(8);
  });
});
