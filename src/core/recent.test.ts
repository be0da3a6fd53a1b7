import { expect, it, vi } from 'vitest';
import { recent } from './recent.js';

it('forgets the value asked for longest ago', async () => {
  const kept = recent<string>(2);
  const make = vi.fn(async (key: string) => key);
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await kept.get(key, () => make(key));
  expect(make.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
});

it('makes a value once for two askers, and again after a failure', async () => {
  const kept = recent<number>(2);
  let made = 0;
  const make = async () => {
    made += 1;
    if (made === 1) throw new Error('no');
    return made;
  };
  const both = await Promise.allSettled([kept.get('a', make), kept.get('a', make)]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await kept.get('a', make)).toBe(2);
});
