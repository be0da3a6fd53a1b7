import { expect, it } from 'vitest';
import { remembered, rememberedOf } from './remembered.js';

it('makes each answer once, and starts anew when it has too many', () => {
  const asked: string[] = [];
  const length = remembered((text) => asked.push(text) && text.length, 2);
  expect([length('a'), length('bb'), length('a')]).toEqual([1, 2, 1]);
  expect(asked).toEqual(['a', 'bb']);
  expect([length('ccc'), length('a')]).toEqual([3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});

it('makes the answer of each object once, alike as two may be', () => {
  const asked: object[] = [];
  const sizeOf = rememberedOf((rows: readonly number[]) => asked.push(rows) && rows.length);
  const [one, other] = [
    [1, 2],
    [1, 2],
  ];
  expect([sizeOf(one), sizeOf(other), sizeOf(one)]).toEqual([2, 2, 2]);
  expect(asked).toHaveLength(2);
});
