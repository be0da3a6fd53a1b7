import { describe, expect, it } from 'vitest';
import { DomainError, MarketError, SourceError, UsageError } from '../core/errors.js';
import { carriedFailure, revivedFailure } from './carried-failure.js';

const carried = (failure: unknown) => revivedFailure(structuredClone(carriedFailure(failure)));

describe('a failure carried between threads', () => {
  it.each([
    new UsageError('UNWRITABLE_OUTPUT', 'Cannot write.', 'Name another folder.'),
    new MarketError('MARKET_DAMAGED', 'Broken.', 'Restore it.'),
    new SourceError('SOURCE_EMPTY', 'Empty.', 'Look.'),
    new DomainError('INVALID_PLAN', 'No such column.'),
  ])('is the same $name', (failure) => {
    const again = carried(failure);
    expect(again).toBeInstanceOf(failure.constructor);
    const { name, message, code, remedy, exitCode, stack } = failure;
    expect(again).toMatchObject({ name, message, code, remedy, exitCode, stack });
  });

  it('stays an unknown fault where it was one, whatever was thrown', () => {
    expect(carried(new TypeError('x is not a function'))).toMatchObject({ message: 'x is not a function' });
    expect(carried('a text').message).toBe('a text');
    expect(carried(new RangeError('r'))).not.toHaveProperty('exitCode');
  });
});
