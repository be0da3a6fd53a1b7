import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.js';
import { type AskedFormat, askedFormat } from './asked-format.js';

const FORMATS = ['terminal', 'html', 'csv'] as const;

describe('askedFormat', () => {
  it.each<[AskedFormat, string]>([
    [{}, 'terminal'],
    [{ output: 'x.CSV' }, 'csv'],
    [{ output: 'x.txt' }, 'terminal'],
    [{ output: 'x.txt', format: 'html' }, 'html'],
    [{ output: '-', format: 'csv' }, 'csv'],
  ])('of %j is %s', (asked, format) => expect(askedFormat(FORMATS, asked)).toBe(format));

  it.each<[AskedFormat, string]>([
    [{ output: 'x.pdf' }, 'UNKNOWN_FORMAT'],
    [{ output: 'x.parquet' }, 'UNKNOWN_FORMAT'],
    [{ format: 'yaml' }, 'UNKNOWN_FORMAT'],
    [{ format: 'html', output: 'x.parquet' }, 'CONTRADICTORY_FLAGS'],
    [{ format: 'html', output: 'x.csv' }, 'CONTRADICTORY_FLAGS'],
  ])('refuses %j: %s', (asked, code) => {
    expect(() => askedFormat(FORMATS, asked)).toThrow(expect.objectContaining({ code, constructor: UsageError }));
  });
});
