import { describe, expect, it } from 'vitest';
import { DomainError } from '../core/errors.js';
import { storageFailure, storing } from './storage-failure.js';

const fault = (code: string) => Object.assign(new Error(`${code}: write`), { code });

describe('storageFailure', () => {
  it.each([
    ['ENOSPC', 'the disk is full'],
    ['EDQUOT', 'the disk quota is used up'],
    ['EROFS', 'the disk is read-only'],
    ['EACCES', 'permission denied'],
  ])('says %s in one line', (code, reason) => {
    expect(storageFailure(fault(code), '/data/pay')).toMatchObject({
      code: 'UNWRITABLE_HOME',
      exitCode: 2,
      message: `Cannot write in "/data/pay": ${reason}.`,
    });
  });

  it('knows a full disk from the text of the engine', () => {
    const thrown = new Error('IO Error: Could not write file "x.parquet": No space left on device');
    expect(storageFailure(thrown, '/data')).toMatchObject({ message: 'Cannot write in "/data": the disk is full.' });
  });

  it('leaves other failures as they are', () => {
    const ours = new DomainError('X', 'x');
    const bug = new TypeError('x is not a function');
    expect([ours, bug, null].map((failure) => storageFailure(failure, '/data'))).toEqual([ours, bug, null]);
  });
});

describe('storing', () => {
  it('makes whatever goes wrong a failure to write', async () => {
    const failing = storing('/data', () => Promise.reject(fault('EUNHEARDOF')));
    await expect(failing).rejects.toMatchObject({
      code: 'UNWRITABLE_HOME',
      message: expect.stringContaining('EUNHEARDOF'),
    });
    expect(await storing('/data', async () => 7)).toBe(7);
  });
});
