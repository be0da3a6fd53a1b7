/** Where a benchmark writes what it takes apart. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../../core/errors.js';
import type { Home } from '../home.js';
import { makeScratch } from '../import-scratch.js';

/** In the user's home, where a killed run's leftovers are found by the next; else a private folder of the system. */
export async function payrollScratch(home: Pick<Home, 'directory'>): Promise<string> {
  try {
    return await makeScratch(home);
  } catch (failure) {
    if (!(failure instanceof UsageError)) throw failure;
    return mkdtemp(join(tmpdir(), 'goingrate-'));
  }
}
