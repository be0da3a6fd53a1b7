/** The ids own data give to employers: how names of the public market are found in them. */
import { join } from 'node:path';
import { ownEmployerId } from '../ingest/imports/own-market/own-employer-id.js';
import { type EmployerAliases, employerKey } from '../text/index.js';
import { readInstalled } from './installed-file.js';
import { EMPLOYER_ALIASES, REVIEWED_LISTS } from './paths.js';

/**
 * @param names as a market writes them
 * @returns the id an import would give to each, in order
 * @throws {MarketError} MARKET_MISSING | MARKET_DAMAGED when the list of aliases cannot be read
 */
export async function ownEmployerIds(names: readonly string[]): Promise<number[]> {
  const path = join(REVIEWED_LISTS, EMPLOYER_ALIASES);
  const aliases = await readInstalled(path, (bytes) => JSON.parse(bytes.toString('utf8')) as EmployerAliases);
  return names.map((name) => ownEmployerId(employerKey(name, aliases)));
}
