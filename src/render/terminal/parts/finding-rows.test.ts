import { describe, expect, it } from 'vitest';
import { sampleReport } from '../../../../test/golden/sample-report.js';
import type { Report } from '../../../report/model.js';
import { encodeLines } from '../line.js';
import { pageFor } from '../page.js';
import { findingRows, Notes } from './finding-rows.js';

type Finding = Report['headline'];

const page = pageFor({ columns: 80, colour: false, unicode: true, brief: false });
const finding = (n: number, changes: Partial<Finding> = {}): Finding => ({
  id: `x.${n}`,
  status: 'supported',
  statement: `Statement ${n}.`,
  quantity: null,
  caveats: [],
  ...changes,
  evidence: {
    n,
    counts: 'postings',
    employers: 5,
    sources: ['postings'],
    period: { from: '2026-05-02', to: '2026-08-08' },
    place: 'US',
    scope: 'somewhere',
    basis: null,
    method: 'm',
    ...changes.evidence,
  },
});
const drawn = (findings: readonly Finding[], notes = new Notes([]), on = page): string[] =>
  encodeLines(findingRows({ heading: 'Heading', findings }, notes, sampleReport, on), false)
    .trimEnd()
    .split('\n');

describe('findingRows', () => {
  it('says once what all rows have in common, and aligns their counts', () => {
    expect(drawn([finding(7), finding(1200)])).toEqual([
      'Heading',
      'postings · 5 employers · May to Aug 2026 · somewhere · postings',
      '●  n     7  Statement 7.',
      '●  n 1,200  Statement 1200.',
    ]);
  });

  it('keeps with a row what is its own', () => {
    const [, common, first, second] = drawn([
      finding(1),
      finding(2, { status: 'modelled', evidence: { ...finding(2).evidence, employers: null, grade: 'B' } }),
    ]);
    expect(common).toBe('postings · May to Aug 2026 · somewhere · postings');
    expect(first).toBe('●  n 1  Statement 1.  5 employers');
    expect(second).toBe('○  n 2  Statement 2.  grade B');
  });

  it('tells a limit that rows share once, and one that stands elsewhere not at all', () => {
    const notes = new Notes(['Known.']);
    const lines = drawn([finding(1, { caveats: ['Shared.', 'Known.'] }), finding(2, { caveats: ['Shared.'] })], notes);
    expect(lines.slice(2)).toEqual(['●  n 1  Statement 1. [a]', '●  n 2  Statement 2. [a]', '   [a] Shared.']);
    const later = drawn([finding(3, { caveats: ['Shared.', 'New.'] })], notes);
    expect(later).toContain('   [b] New.');
    expect(later.join('\n')).not.toContain('[a] Shared.');
  });

  it('goes on after z', () => {
    const letters = new Notes([]).lettersOf(Array.from({ length: 28 }, (_, index) => `limit ${index}`));
    expect(letters.slice(24)).toEqual(['y', 'z', 'aa', 'ab']);
  });

  it('says what is missing', () => {
    expect(drawn([finding(0, { status: 'insufficient', missing: 'Ten employers.' })]).join('\n')).toMatch(
      /╱╱ n 0 {2}Statement 0\.\n {8}Ten employers\./,
    );
  });

  it('has no column of counts where there is no room', () => {
    const narrow = pageFor({ columns: 40, colour: false, unicode: true, brief: false }, 40);
    expect(drawn([finding(7), finding(8)], new Notes([]), narrow)).toContain('●  Statement 7.  n 7');
  });
});
