import { describe, expect, it } from 'vitest';
import { isRegularPost } from './regular-work.js';

describe('isRegularPost', () => {
  it.each<[string, string | null, boolean]>([
    ['Welder', 'FullTime', true],
    ['Welder', 'Full-Time', true],
    ['Welder', 'Permanent', true],
    ['Welder', null, true],
    ['Internal Communications Lead', 'FullTime', true],
    ['Contracts Manager', 'FullTime', true],
    ['Engineer, Smart Contract', 'FullTime', true],
    ['Welder', 'Contract', false],
    ['Welder', 'Intern', false],
    ['Welder', 'PartTime', false],
    ['Welder', 'Fixed Term', false],
    ['Welder', 'Temporary', false],
    ['Welder', 'Full Time Contractor', false],
    ['Welder', '', false],
    ['Weld Research Intern', 'FullTime', false],
    ['Welding Internship 2026', null, false],
    ['Welder (Contract)', 'FullTime', false],
    ['Welder - Contractor', 'FullTime', false],
    ['Welder (12-month assignment)', 'FullTime', false],
    ['Staff Welder (contract to hire)', 'FullTime', false],
    ['Welder, part time', null, false],
  ])('%s, %s: %s', (title, employmentType, expected) => {
    expect(isRegularPost({ title, employmentType })).toBe(expected);
  });
});
