import { expect, it } from 'vitest';
import { remembered } from './remembered.js';

it('makes each answer once, and starts anew when it has too many', () => {
  const asked: string[] = [];
  const length = remembered((text) => asked.push(text) && text.length, 2);
  expect([length('a'), length('bb'), length('a')]).toEqual([1, 2, 1]);
  expect(asked).toEqual(['a', 'bb']);
  expect([length('ccc'), length('a')]).toEqual([3, 1]);
  expect(asked).toEqual(['a', 'bb', 'ccc', 'a']);
});
