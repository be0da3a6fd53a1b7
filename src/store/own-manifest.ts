/** The manifest of a user's own market: which imports it consists of, and which files hold their rows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError, MarketError } from '../core/errors.js';
import { TABLES } from '../query/tables.js';
import { replaceFile } from './durable-file.js';
import {
  type Check,
  findFault,
  isCount,
  isDate,
  isText,
  listOf,
  oneOf,
  orNull,
  record,
  type Shape,
} from './manifest-shape.js';
import type { Exclusion, WrittenFile } from './port.js';

export const OWN_MANIFEST_FILE = 'manifest.json';
export const OWN_MANIFEST_SCHEMA = 'goingrate.own/1';

/** A mapping as it was confirmed for one table of the file. */
export interface StoredMapping {
  readonly kind: 'advertised' | 'paid';
  readonly columns: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
  readonly decimal: '.' | ',';
  readonly dateOrder: 'day-first' | 'month-first' | null;
}

export interface OwnImport {
  /** Names its files: 16 hexadecimal digits of the checksum of content and mapping. */
  readonly id: string;
  /** Name of the user's file, without its folder. */
  readonly fileName: string;
  readonly kind: 'advertised' | 'paid';
  readonly bytes: number;
  /** SHA-256 of the user's file. */
  readonly sha256: string;
  /** By name of the table inside the file; tables that were skipped are not there. */
  readonly mapping: Readonly<Record<string, StoredMapping>>;
  /** imported + repeated + quarantined */
  readonly rows: number;
  readonly imported: number;
  readonly repeated: number;
  readonly quarantined: number;
  readonly reasons: readonly Exclusion[];
  /** Relative to the directory, with forward slashes; null where nothing was set aside. */
  readonly quarantine: string | null;
  /** First and last day the imported rows speak about; null where none was imported. */
  readonly period: { readonly from: string; readonly to: string } | null;
}

export interface OwnManifest {
  readonly schema: typeof OWN_MANIFEST_SCHEMA;
  /** Version of the text engines that read the titles, places and employers. */
  readonly textVersion: string;
  /** In the order in which they were made. */
  readonly imports: readonly OwnImport[];
  /** The `source` of a file is the id of its import. */
  readonly files: readonly WrittenFile[];
}

const matching = (expected: string, pattern: RegExp): Check => ({
  expected,
  holds: (value) => typeof value === 'string' && pattern.test(value),
});

const isId = matching('16 hexadecimal digits', /^[0-9a-f]{16}$/);
const isSha256 = matching('a SHA-256 in hexadecimal', /^[0-9a-f]{64}$/);
const isTablePath = matching('a path inside the own market', /^[a-z-]+\/[0-9a-f]{16}\.parquet$/);
const isQuarantinePath = matching('a path of a quarantine file', /^quarantine\/[0-9a-f]{16}\.csv$/);

const isPeriod: Check = {
  expected: 'a period of two dates',
  holds: (value) => {
    const { from, to, ...rest } = Object(value) as Record<string, unknown>;
    return isDate.holds(from) && isDate.holds(to) && Object.keys(rest).length === 0;
  },
};

const isMapping: Check = {
  expected: 'mappings by name of the table',
  holds: (value) => isObject(value) && Object.values(value).every((one) => findFault(one, MAPPING) === null),
};

const isTexts: Check = {
  expected: 'texts by name',
  holds: (value) => isObject(value) && Object.values(value).every((one) => typeof one === 'string'),
};

const isKind = oneOf(['advertised', 'paid']);

const MAPPING: Shape = record({
  kind: isKind,
  columns: isTexts,
  constants: isTexts,
  decimal: oneOf(['.', ',']),
  dateOrder: orNull(oneOf(['day-first', 'month-first'])),
});

const IMPORT = record({
  id: isId,
  fileName: isText,
  kind: isKind,
  bytes: isCount,
  sha256: isSha256,
  mapping: isMapping,
  rows: isCount,
  imported: isCount,
  repeated: isCount,
  quarantined: isCount,
  reasons: listOf(record({ reason: isText, count: isCount })),
  quarantine: orNull(isQuarantinePath),
  period: orNull(isPeriod),
});

const FILE = record({
  path: isTablePath,
  table: oneOf(Object.keys(TABLES)),
  source: isId,
  rows: isCount,
  bytes: isCount,
  sha256: isSha256,
});

const MANIFEST = record({
  schema: oneOf([OWN_MANIFEST_SCHEMA]),
  textVersion: isText,
  imports: listOf(IMPORT),
  files: listOf(FILE),
});

/**
 * Reads and checks the manifest of an own market.
 *
 * @param directory `own` of the user's home
 * @returns null when nothing was ever imported
 * @throws {MarketError} OWN_MARKET_DAMAGED | OWN_MARKET_VERSION
 */
export async function readOwnManifest(directory: string): Promise<OwnManifest | null> {
  const path = join(directory, OWN_MANIFEST_FILE);
  const text = await readText(path);
  if (text === null) return null;
  const manifest = parse(text, path);
  const schema = (manifest as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && schema !== OWN_MANIFEST_SCHEMA) {
    throw new MarketError(
      'OWN_MARKET_VERSION',
      `${path} is of the version ${JSON.stringify(schema)}; this program reads ${OWN_MANIFEST_SCHEMA}.`,
      'Use the version of the program that wrote it, or move that folder away and import your files again.',
    );
  }
  const fault = findFault(manifest, MANIFEST);
  if (fault) throw damaged(`${path}: ${fault}`);
  return manifest as OwnManifest;
}

/** What is wrong with an own market, and what to do about it. */
export function damaged(fault: string, options?: ErrorOptions): MarketError {
  return new MarketError(
    'OWN_MARKET_DAMAGED',
    `Your own data are damaged: ${fault}.`,
    'Restore that folder from a backup, or move it away and import your files again.',
    options,
  );
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw damaged(`${path} cannot be read (${code})`, { cause });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw damaged(`${path} is not JSON`, { cause });
  }
}

/**
 * Puts a manifest in the place of the one before it: written aside, flushed, renamed. From then on it, and nothing
 * else, says what the own market consists of; so the files it names must be there and flushed before.
 *
 * @throws {DomainError} INVALID_MANIFEST
 */
export async function writeOwnManifest(directory: string, manifest: OwnManifest): Promise<void> {
  const fault = findFault(manifest, MANIFEST);
  if (fault) throw new DomainError('INVALID_MANIFEST', `The manifest to be written is wrong: ${fault}.`);
  const text = `${JSON.stringify(MANIFEST.ordered(manifest), null, 2)}\n`;
  await replaceFile(join(directory, OWN_MANIFEST_FILE), text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
