/** The labelled passages that extraction is compared with. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MarketError } from '../../core/errors.js';
import type { Passage } from '../../models/backtest/skill-truth.js';
import { PACKAGE_ROOT } from '../paths.js';

export const GOLD = join(PACKAGE_ROOT, 'test', 'gold', 'skills.json');

/**
 * @returns null where they are not installed
 * @throws {MarketError} MARKET_DAMAGED
 */
export async function readGold(path: string = GOLD): Promise<readonly Passage[] | null> {
  const text = await readFile(path, 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return (JSON.parse(text) as { readonly passages: readonly Passage[] }).passages;
  } catch (cause) {
    throw new MarketError('MARKET_DAMAGED', `${path} is damaged and cannot be read.`, 'Restore it from the release.', {
      cause,
    });
  }
}
