/** The manifest of a market: what it was made from and which files it consists of. */
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, MarketError } from '../core/errors.js';
import { TABLES } from '../query/tables.js';
import { findFault, isCount, isDate, isText, listOf, oneOf, orNull, record } from './manifest-shape.js';
import type { Manifest } from './port.js';

export const MANIFEST_FILE = 'manifest.json';
export const MARKET_SCHEMA = 'goingrate.market/1';
export const RESTORE_MARKET =
  'Restore the market directory from the release, or build it again: goingrate market build';

const isSha256 = {
  expected: 'a SHA-256 in hexadecimal',
  holds: (value: unknown) => /^[0-9a-f]{64}$/.test(String(value)),
};
/** Forward slashes, relative, never upwards. */
const isMarketPath = {
  expected: 'a path inside the market',
  holds: (value: unknown) => typeof value === 'string' && /^[a-z0-9-]+\/[a-z0-9][a-z0-9.-]*\.parquet$/.test(value),
};

const INPUT = record({ path: isText, bytes: isCount, sha256: isSha256 });
const EXCLUSION = record({ reason: isText, count: isCount });
const SOURCE = record({
  id: isText,
  name: isText,
  publisher: isText,
  address: isText,
  licence: isText,
  attribution: orNull(isText),
  vintage: isText,
  newest: isDate,
  rowsIn: isCount,
  rowsKept: isCount,
  excluded: listOf(EXCLUSION),
  inputs: listOf(INPUT),
});
const FILE = record({
  path: isMarketPath,
  table: oneOf(Object.keys(TABLES)),
  source: isText,
  rows: isCount,
  bytes: isCount,
  sha256: isSha256,
});
const MANIFEST = record({
  schema: oneOf([MARKET_SCHEMA]),
  textVersion: isText,
  asOf: isDate,
  sources: listOf(SOURCE),
  files: listOf(FILE),
});

/**
 * Reads and checks `manifest.json` of a market directory.
 *
 * @throws {MarketError} MARKET_MISSING (no such directory or no manifest), MARKET_DAMAGED (no JSON, or not of
 * the expected shape), MARKET_VERSION (another schema)
 */
export async function readManifest(directory: string): Promise<Manifest> {
  const path = join(directory, MANIFEST_FILE);
  const manifest = parse(await readText(path, directory), path);
  const schema = (manifest as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && schema !== MARKET_SCHEMA) {
    throw new MarketError(
      'MARKET_VERSION',
      `The market in ${directory} is of the version ${schema}; this program reads ${MARKET_SCHEMA}.`,
      RESTORE_MARKET,
    );
  }
  const fault = findFault(manifest, MANIFEST);
  if (fault) throw new MarketError('MARKET_DAMAGED', `${path}: ${fault}.`, RESTORE_MARKET);
  return manifest as Manifest;
}

async function readText(path: string, directory: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new MarketError('MARKET_MISSING', `There is no market in ${directory}.`, RESTORE_MARKET, { cause });
    }
    throw new MarketError('MARKET_DAMAGED', `${path} cannot be read (${code}).`, RESTORE_MARKET, { cause });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MarketError('MARKET_DAMAGED', `${path} is not JSON.`, RESTORE_MARKET, { cause });
  }
}

/**
 * Writes `manifest.json`: two spaces, keys in the order of the schema, a newline at the end and no time stamps,
 * so that equal markets have equal manifests. It is the last file of a build; without it there is no market.
 *
 * @throws {DomainError} INVALID_MANIFEST
 */
export async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  const fault = findFault(manifest, MANIFEST);
  if (fault) throw new DomainError('INVALID_MANIFEST', `The manifest to be written is wrong: ${fault}.`);
  const target = join(directory, MANIFEST_FILE);
  const unfinished = `${target}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      await file.writeFile(`${JSON.stringify(MANIFEST.ordered(manifest), null, 2)}\n`, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, target);
  } catch (thrown) {
    await rm(unfinished, { force: true });
    throw thrown;
  }
}
