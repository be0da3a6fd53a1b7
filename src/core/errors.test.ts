import { describe, expect, it } from 'vitest';
import { DomainError, GoingRateError, MarketError, SourceError, UsageError } from './errors.js';

describe('failures', () => {
  it.each([
    ['UsageError', new UsageError('EMPTY_TITLE', 'The title is empty.', 'Give one.'), 2],
    ['MarketError', new MarketError('DAMAGED', 'The market is damaged.', 'Build it.'), 1],
    ['SourceError', new SourceError('MISSING_COLUMN', 'A column is missing.', 'Get it.'), 1],
    ['DomainError', new DomainError('INVALID_LEVEL', 'A level must lie in (0, 1).'), 1],
  ] as const)('%s carries its name, its code and its exit code', (name, error, exitCode) => {
    expect(error).toBeInstanceOf(GoingRateError);
    expect(error).toBeInstanceOf(Error);
    expect([error.name, error.exitCode]).toEqual([name, exitCode]);
    expect(error.code).toMatch(/^[A-Z_]+$/);
    expect(error.remedy.length).toBeGreaterThan(3);
  });

  it('keep what caused them', () => {
    const cause = new Error('disk');
    expect(new UsageError('UNWRITABLE_OUTPUT', 'Cannot write.', 'Try elsewhere.', { cause }).cause).toBe(cause);
  });

  it('of the program ask for a report', () => {
    expect(new DomainError('X', 'y').remedy).toContain('report');
    expect(new DomainError('X', 'y')).not.toBeInstanceOf(UsageError);
  });
});
