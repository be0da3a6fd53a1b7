import { describe, expect, it } from 'vitest';
import type { ManifestSource } from '../store/port.js';
import { readingWarnings } from './reading-warnings.js';

const before = { rowsIn: 1000, rowsKept: 800, newest: '2026-05-31' };
const warnings = (now: Partial<typeof before>, columns: string[] = ['a'], known?: string[]) =>
  readingWarnings({ source: { ...before, ...now } as ManifestSource, columns }, before, known);

describe('readingWarnings', () => {
  it('is silent about a reading like the last one, or a little smaller', () => {
    expect(warnings({}, ['a'], ['a', 'gone'])).toEqual([]);
    expect(warnings({ rowsIn: 500, rowsKept: 400 })).toEqual([]);
  });

  it('names rows that fell by more than half', () => {
    expect(warnings({ rowsIn: 499 })).toEqual(['fell from 1,000 to 499 rows in its files']);
    expect(warnings({ rowsKept: 0 })).toEqual(['fell from 800 to 0 rows kept']);
  });

  it('names data older than before', () => {
    expect(warnings({ newest: '2026-04-30' })).toEqual(['now ends on 2026-04-30, before it ended on 2026-05-31']);
  });

  it('notes new columns where those of before are known', () => {
    expect(warnings({}, ['a', 'b'], ['a'])).toEqual(["has new columns, which are not read: 'b'"]);
    expect(warnings({}, ['a', 'b'])).toEqual([]);
  });
});
