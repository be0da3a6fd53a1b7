/** The pay models of a market. */
import { dirname, join } from 'node:path';
import { MarketError } from '../core/errors.js';
import type { PayModel } from '../core/pay-model.js';
import { readPayModel } from '../models/pay/read-pay-model.js';
import { readInstalled } from './installed-file.js';
import { readModelManifest } from './model-manifest.js';
import { PAY_MODEL } from './paths.js';

/**
 * @param directory a market
 * @returns null in a market whose manifest of models names none
 * @throws {MarketError} when the models are missing, damaged or of another version
 */
export async function openPayModel(directory: string): Promise<PayModel | null> {
  const path = join(directory, PAY_MODEL);
  try {
    return await readInstalled(path, readPayModel);
  } catch (failure) {
    if (!isMissing(failure)) throw failure;
    const manifest = await readModelManifest(dirname(path)).catch((other: unknown) => {
      if (isMissing(other)) return null;
      throw other;
    });
    if (manifest?.pay !== undefined) throw failure;
    return null;
  }
}

function isMissing(failure: unknown): boolean {
  return failure instanceof MarketError && failure.code === 'MARKET_MISSING';
}
