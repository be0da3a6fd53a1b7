import { describe, expect, it } from 'vitest';
import { examCodes, normalizeCertifications } from './normalize.js';
import { certification } from './parse.js';

describe('certification', () => {
  it('finds level and examinations under the names that each vendor uses', () => {
    expect(certification('AWS', { Certification: 'Welding Basics', Category: 'Foundational' })).toEqual({
      vendor: 'AWS',
      name: 'Welding Basics',
      level: 'Foundational',
      exams: null,
    });
    expect(certification('CompTIA', { Certification: 'Weld+', 'Exam Codes': 'Exam WE0-001' }).exams).toBe(
      'Exam WE0-001',
    );
    expect(certification('Microsoft', { Certification: null, Level: 'Beginner' }).name).toBeNull();
    expect(() => certification('AWS', 'Welding Basics')).toThrow(/not an object/);
  });
});

describe('examCodes', () => {
  it.each([
    ['AZ-800, AZ-801', 'AZ-800, AZ-801'],
    ['Exam FC0-U61', 'FC0-U61'],
    [
      'CompTIA A+ 220-1201 (Core 1) and 220-1202 (Core 2) Candidates must complete both 1201 and 1202',
      '220-1201, 220-1202',
    ],
    ['77-726, 77-728, 77-726', '77-726, 77-728'],
    ['N10-009', 'N10-009'],
    ['to be announced', null],
    [null, null],
  ])('%s: %s', (text, codes) => {
    expect(examCodes(text)).toBe(codes);
  });
});

describe('normalizeCertifications', () => {
  it('lists each name of a vendor once, with what either mention says', () => {
    const named = { vendor: 'AWS', name: 'Welding Basics', level: null, exams: null } as const;
    const reading = normalizeCertifications([
      named,
      { ...named, level: 'Foundational', exams: 'WE0-001' },
      { ...named, vendor: 'Microsoft' },
      { ...named, name: null },
    ]);
    expect(reading.tables.credentials).toEqual([
      { issuer: 'AWS', name: 'Welding Basics', code: 'WE0-001', level: 'Foundational' },
      { issuer: 'Microsoft', name: 'Welding Basics', code: null, level: null },
    ]);
    expect(reading).toMatchObject({ rowsIn: 4, rowsKept: 2 });
    expect(reading.excluded).toEqual([
      { reason: 'listed twice', count: 1 },
      { reason: 'no name', count: 1 },
    ]);
  });
});
