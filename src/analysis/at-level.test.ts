import { expect, it } from 'vitest';
import { questionWith } from '../../test/fixtures/question.js';
import { findLevel } from '../core/level.js';
import { atLevel } from './at-level.js';

it('changes the level and nothing else, and gives the same object again', () => {
  const question = questionWith();
  const senior = findLevel('senior')!;
  const asked = atLevel(question, senior);
  expect(asked).toEqual({ ...question, level: senior });
  expect(atLevel(question, senior)).toBe(asked);
  expect(atLevel(asked, senior)).toBe(asked);
  expect(atLevel(question, findLevel('lead')!)).not.toBe(asked);
  expect(atLevel(asked, null).level).toBeNull();
});
