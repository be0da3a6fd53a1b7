import { describe, expect, it, vi } from 'vitest';
import { recent, remembered } from './recent.js';

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

describe('a function with its latest answers kept', () => {
  const counted = (limit: number) => {
    const made: string[] = [];
    const ask = remembered(limit, (key) => {
      made.push(key);
      return key.toUpperCase();
    });
    return { ask, made };
  };

  it('answers alike and makes a recent answer once', () => {
    const { ask, made } = counted(8);
    expect(['a', 'b', 'a', '', 'b', '', '\ud800'].map(ask)).toEqual(['A', 'B', 'A', '', 'B', '', '\ud800']);
    expect(made).toEqual(['a', 'b', '', '\ud800']);
  });

  it('keeps what is asked for often and forgets the rest', () => {
    const { ask, made } = counted(4);
    for (let i = 0; i < 100; i += 1) {
      ask('often');
      ask(`rare ${i}`);
    }
    expect(made.filter((key) => key === 'often')).toHaveLength(1);
    ask('rare 0');
    expect(made.filter((key) => key === 'rare 0')).toHaveLength(2);
  });

  it('does not keep long keys', () => {
    const { ask, made } = counted(4);
    const long = 'x'.repeat(1_000_000);
    ask(long);
    ask(long);
    expect(made).toHaveLength(2);
  });
});
