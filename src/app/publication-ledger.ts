/**
 * The ledger of releases: what was published before, so that a later export cannot be told against it. It holds the
 * published figures and, for the records behind them, keyed hashes; no record, no name, no wording.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BlockMarks, History } from '../analysis/publication/history.js';
import type { Mark } from '../analysis/publication/own-records.js';
import type { PublishedCell } from '../analysis/publication/published-cell.js';
import { MarketError } from '../core/errors.js';
import { replaceFile } from '../store/durable-file.js';
import { decodeMarks, encodeMarks, MARK_BYTES } from './encoded-marks.js';

const SCHEMA = 'goingrate.published/1';
const LEDGER_FILE = 'ledger.json';
const KEY_BYTES = 32;

export interface Ledger {
  /** Key of the marks, made at the first export. */
  readonly key: Buffer;
  /** Histories by basis and country. */
  readonly histories: ReadonlyMap<string, History>;
}

interface StoredHistory {
  /** Of every block the marks by the mark of the employer. */
  readonly blocks: readonly (readonly (readonly [employer: number, marks: string])[])[];
  readonly shown: readonly (readonly [key: string, cell: PublishedCell])[];
}

interface StoredLedger {
  readonly schema: typeof SCHEMA;
  /** SHA-256 of the JSON of all that follows. */
  readonly sha256: string;
  readonly content: {
    readonly key: string;
    readonly histories: readonly (readonly [population: string, history: StoredHistory])[];
  };
}

/**
 * @param directory of the ledger, in the user's home
 * @returns an empty ledger with a new key where nothing was ever exported
 * @throws {MarketError} PUBLICATION_LEDGER_DAMAGED | PUBLICATION_LEDGER_VERSION
 */
export async function readLedger(directory: string): Promise<Ledger> {
  const path = join(directory, LEDGER_FILE);
  const text = await readText(path);
  if (text === null) return { key: randomBytes(KEY_BYTES), histories: new Map() };
  const { key, histories } = checked(text, path).content;
  return {
    key: Buffer.from(key, 'base64'),
    histories: new Map(histories.map(([population, history]) => [population, historyOf(history)])),
  };
}

/** Puts the ledger in the place of the one before it; durable when it resolves. */
export async function writeLedger(directory: string, { key, histories }: Ledger): Promise<void> {
  const content: StoredLedger['content'] = {
    key: key.toString('base64'),
    histories: [...histories].map(([population, history]) => [population, storedHistory(history)]),
  };
  const ledger: StoredLedger = { schema: SCHEMA, sha256: checksum(content), content };
  await replaceFile(join(directory, LEDGER_FILE), `${JSON.stringify(ledger)}\n`);
}

/** The keyed hash of a text, 48 bits of HMAC-SHA-256. */
export function markWith(key: Buffer): Mark {
  return (text) => createHmac('sha256', key).update(text).digest().readUIntBE(0, MARK_BYTES);
}

function historyOf({ blocks, shown }: StoredHistory): History {
  return {
    blocks: blocks.map((block): BlockMarks => {
      return { byEmployer: new Map(block.map(([employer, marks]) => [employer, decodeMarks(marks)])) };
    }),
    shown: new Map(shown),
  };
}

function storedHistory({ blocks, shown }: History): StoredHistory {
  return {
    blocks: blocks.map(({ byEmployer }) => [...byEmployer].map(([employer, marks]) => [employer, encodeMarks(marks)])),
    shown: [...shown],
  };
}

function checked(text: string, path: string): StoredLedger {
  const ledger = parsed(text, path);
  if (typeof ledger?.schema === 'string' && ledger.schema !== SCHEMA) {
    throw new MarketError(
      'PUBLICATION_LEDGER_VERSION',
      `${path} is of the version ${JSON.stringify(ledger.schema)}; this program reads ${SCHEMA}.`,
      'Use the version of the program that wrote it.',
    );
  }
  if (ledger?.schema !== SCHEMA || ledger.content === undefined || ledger.sha256 !== checksum(ledger.content)) {
    throw damaged(`${path} is not as it was written`);
  }
  return ledger as StoredLedger;
}

function parsed(text: string, path: string): Partial<StoredLedger> | null {
  try {
    return JSON.parse(text) as Partial<StoredLedger> | null;
  } catch (cause) {
    throw damaged(`${path} is not JSON`, { cause });
  }
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

function checksum(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

function damaged(fault: string, options?: ErrorOptions): MarketError {
  return new MarketError(
    'PUBLICATION_LEDGER_DAMAGED',
    `What was published before is not known, so nothing is published: ${fault}.`,
    'Restore it from a backup; take it away only if no figure ever left your hands.',
    options,
  );
}
