import { expect, it } from 'vitest';
import { searchWords } from './search-words.js';
import { shownPlace, shownTitle, singleTitle } from './shown-title.js';

it.each([
  ['Registered Nurses', 'Registered Nurse'],
  ['Actuaries', 'Actuary'],
  ['Nurse Midwives', 'Nurse Midwife'],
  ['Customer Service Representatives', 'Customer Service Representative'],
  ['Clergy', 'Clergy'],
  ['Waiters and Waitresses', 'Waiters and Waitresses'],
  ['Physicians, All Other', 'Physicians, All Other'],
])('singleTitle of %s', (published, title) => expect(singleTitle(published)).toBe(title));

it.each([
  ['head of ai research', 'Head of AI Research'],
  ['.net developer', '.NET Developer'],
  ['', ''],
])('shownTitle of %j', (key, title) => expect(shownTitle(key)).toBe(title));

it.each([
  ['Sr. C++ Developer (Node.js)', ['sr', 'c++', 'developer', 'node.js']],
  ['U.S.A. R&D', ['usa', 'r', 'and', 'd']],
  ['Infirmière', ['infirmiere']],
  ['.NET', ['.net']],
  ['---', []],
])('searchWords of %j', (text, words) => expect(searchWords(text)).toEqual(words));

it.each([
  ['london ky', 'London, KY'],
  ['london, ky', 'London, KY'],
  ['isle of man', 'Isle of Man'],
  ['la', 'La'],
])('shownPlace of %s', (spelling, place) => expect(shownPlace(spelling)).toBe(place));
