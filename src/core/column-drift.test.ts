import { describe, expect, it } from 'vitest';
import { describeMissingColumns, likeliest, named, newColumns } from './column-drift.js';

const table = { file: 'pay.csv', wanted: ['CODE', 'H_MEAN', 'A_MEAN'] };

describe('describeMissingColumns', () => {
  it('names the new column that is most like the one that is gone', () => {
    const header = ['CODE', 'HOURLY_MEAN', 'A_MEAN', 'NOTES'];
    const known = ['CODE', 'H_MEAN', 'A_MEAN', 'NOTES'];
    expect(describeMissingColumns({ ...table, missing: ['H_MEAN'], header, known })).toBe(
      "pay.csv has no column 'H_MEAN'; 'HOURLY_MEAN' is new.",
    );
  });

  it('names all that are new when none is like it', () => {
    const header = ['CODE', 'x', 'y', 'A_MEAN'];
    expect(describeMissingColumns({ ...table, missing: ['H_MEAN'], header, known: ['CODE', 'A_MEAN'] })).toBe(
      "pay.csv has no column 'H_MEAN'; 'x', 'y' are new.",
    );
  });

  it('says only what is missing when nothing is new', () => {
    expect(describeMissingColumns({ ...table, missing: ['H_MEAN'], header: ['CODE'], known: ['CODE', 'H_MEAN'] })).toBe(
      "pay.csv has no column 'H_MEAN'.",
    );
  });

  it('supposes a new name among the columns not read where those of before are not known', () => {
    const header = ['CODE', 'A_MEAN', 'HOURLY_MEAN', 'NOTES'];
    expect(describeMissingColumns({ ...table, missing: ['H_MEAN'], header })).toBe(
      "pay.csv has no column 'H_MEAN'; 'HOURLY_MEAN' may be its new name.",
    );
    expect(describeMissingColumns({ ...table, missing: ['H_MEAN'], header: ['CODE', 'zzz'] })).toBe(
      "pay.csv has no column 'H_MEAN'.",
    );
  });

  it('shows no more of a hostile header than a line', () => {
    const header = [`H_MEAN\u001b[31m\n${'x'.repeat(5000)}`];
    const text = describeMissingColumns({ ...table, missing: ['H_MEAN'], header, known: ['CODE'] });
    expect(text).not.toMatch(/[\u001b\n]/);
    expect(text.length).toBeLessThan(200);
  });
});

describe('named', () => {
  it('names three and counts the others', () => {
    expect(named(['a', 'b', 'c', 'd', 'e'])).toBe("'a', 'b', 'c' and 2 more");
  });
});

describe('newColumns', () => {
  it('keeps the order and passes over empty and repeated names', () => {
    expect(newColumns(['b', '', 'a', 'b', 'known'], ['known'])).toEqual(['b', 'a']);
  });
});

describe('likeliest', () => {
  it('prefers the shorter of two names that hold all of it', () => {
    expect(likeliest('wage', ['annual wage of all workers', 'wages'])).toBe('wages');
    expect(likeliest('wage', ['q', ''])).toBeNull();
  });
});
