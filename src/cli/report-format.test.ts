import { describe, expect, it } from 'vitest';
import { UsageError } from '../core/errors.js';
import { type FormatFlags, reportFormat } from './report-format.js';

describe('reportFormat', () => {
  it.each<[FormatFlags, string]>([
    [{}, 'terminal'],
    [{ output: 'x.txt' }, 'terminal'],
    [{ output: 'x.HTML' }, 'html'],
    [{ output: 'findings.csv' }, 'csv'],
    [{ output: 'a.b/findings.parquet' }, 'parquet'],
    [{ format: 'csv' }, 'csv'],
    [{ format: 'csv', output: '-' }, 'csv'],
    [{ format: 'package', output: 'folder' }, 'package'],
    [{ brief: true, ascii: true }, 'terminal'],
  ])('of %j is %s', (flags, format) => expect(reportFormat(flags, true)).toBe(format));

  it.each<[FormatFlags, string]>([
    [{ format: 'yaml' }, 'UNKNOWN_FORMAT'],
    [{ output: 'x.pdf' }, 'UNKNOWN_FORMAT'],
    [{ format: 'csv', output: 'x.parquet' }, 'CONTRADICTORY_FLAGS'],
    [{ format: 'package', output: 'x.csv' }, 'CONTRADICTORY_FLAGS'],
    [{ format: 'csv', brief: true }, 'CONTRADICTORY_FLAGS'],
    [{ output: 'x.parquet', ascii: true }, 'CONTRADICTORY_FLAGS'],
    [{ format: 'parquet' }, 'CONTRADICTORY_FLAGS'],
    [{ format: 'parquet', output: '-' }, 'CONTRADICTORY_FLAGS'],
    [{ format: 'package' }, 'MISSING_OUTPUT'],
    [{ format: 'package', output: '-' }, 'MISSING_OUTPUT'],
  ])('refuses %j: %s', (flags, code) => {
    expect(() => reportFormat(flags, true)).toThrow(expect.objectContaining({ code, constructor: UsageError }));
  });

  it('lets Parquet into a pipe', () => expect(reportFormat({ format: 'parquet' }, false)).toBe('parquet'));
});
