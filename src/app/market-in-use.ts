/** Which public market the program reads. */
import { resolve } from 'node:path';
import { MarketError } from '../core/errors.js';
import { settledDirectory } from '../ingest/directory-swap.js';
import { MANIFEST_FILE, readManifest } from '../store/manifest.js';
import { TEXT_VERSION } from '../text/version.js';
import type { Home } from './home.js';
import { SHIPPED_MARKET } from './paths.js';

export interface MarketInUse {
  readonly directory: string;
  /** `chosen`: named by GOINGRATE_MARKET; `updated`: brought up to date on this machine; `shipped`: the program's own. */
  readonly kind: 'chosen' | 'updated' | 'shipped';
  /** One line for standard error where an updated market is there but cannot be used, else null. */
  readonly note: string | null;
}

export interface MarketChoice {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  readonly shipped?: string;
}

/**
 * The public market to open: the one GOINGRATE_MARKET names, else the one updated on this machine where it fits this
 * program's schema and text engines, else the shipped one.
 *
 * An updated market that does not fit is no failure: the shipped one answers, and `note` says why.
 */
export async function marketDirectoryInUse(
  home: Pick<Home, 'updated'>,
  { environment = process.env, shipped = SHIPPED_MARKET }: MarketChoice = {},
): Promise<MarketInUse> {
  const chosen = environment.GOINGRATE_MARKET ?? '';
  if (chosen !== '') return { directory: resolve(chosen), kind: 'chosen', note: null };
  const directory = await settledDirectory(home.updated, MANIFEST_FILE);
  if (directory === null) return { directory: shipped, kind: 'shipped', note: null };
  const fault = await misfitOf(directory);
  if (fault === null) return { directory, kind: 'updated', note: null };
  const note = `The market updated on this machine ${fault}: the shipped one answers. Run goingrate sources update.`;
  return { directory: shipped, kind: 'shipped', note };
}

/** Why a market cannot be used by this program, or null when it can; its files are checked when it is opened. */
export async function misfitOf(directory: string): Promise<string | null> {
  try {
    const { textVersion } = await readManifest(directory);
    return textVersion === TEXT_VERSION ? null : 'was made by another version of the program';
  } catch (failure) {
    if (!(failure instanceof MarketError)) throw failure;
    return failure.code === 'MARKET_VERSION' ? 'was made by another version of the program' : 'is damaged';
  }
}
