import { expect, it } from 'vitest';
import { pace } from './pace.js';

it('says how far, how fast and how long still', () => {
  let at = 0;
  const walked = pace(1000, () => at);
  let line = '';
  for (let step = 0; step < 400; step += 1) {
    at += 20;
    line = walked('Nurse, US');
  }
  expect(line).toBe('page 400 of 1,000, 50 a second, 12 s left: Nurse, US');
});

it('follows a change of pace', () => {
  let at = 0;
  const walked = pace(100_000, () => at);
  let line = '';
  for (let step = 0; step < 3000; step += 1) {
    at += step < 1000 ? 10 : 100;
    line = walked('x');
  }
  expect(line).toMatch(/^page 3,000 of 100,000, 10 a second, 2\.7 h left/);
});

it('has no rate to divide by at first', () => {
  expect(pace(1, () => 0)('x')).toBe('page 1 of 1, 1,000 a second, 0 s left: x');
});
