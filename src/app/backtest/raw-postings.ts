/** Postings with what is true of them, read in place from the publishers' files. */
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { SourceError, UsageError } from '../../core/errors.js';
import type { PayTruth } from '../../models/backtest/pay-strings.js';
import type { AshbyPosting } from '../../models/backtest/pay-truth.js';

const ASHBY = join('ashby-boards-2025-10', 'jobs.jsonl.gz');
const UBER = join('uber-careers-2025-12', 'uber.json.gz');

interface UberJob {
  readonly id: number;
  readonly description?: string | null;
}

export interface RawPostings {
  readonly ashby: readonly AshbyPosting[];
  readonly uber: readonly UberJob[];
}

/**
 * @param from folder with one folder of raw files per source
 * @throws {UsageError} MISSING_RAW_FOLDER
 * @throws {SourceError} MISSING_RAW_FILE | UNREADABLE_RAW_FILE
 */
export async function readRawPostings(from: string): Promise<RawPostings> {
  await requireRawFolder(from);
  return {
    ashby: await read(join(from, ASHBY), (text) => {
      const lines = text.split('\n').filter((line) => line !== '');
      return lines.map((line) => JSON.parse(line) as AshbyPosting);
    }),
    uber: await read(join(from, UBER), (text) => (JSON.parse(text) as { jobs: UberJob[] }).jobs.map((job) => job)),
  };
}

/** @throws {UsageError} MISSING_RAW_FOLDER */
export async function requireRawFolder(from: string): Promise<void> {
  const folder = await stat(from).catch(() => null);
  if (folder?.isDirectory() === true) return;
  throw new UsageError(
    'MISSING_RAW_FOLDER',
    `There is no folder of raw sources at "${from}".`,
    'Give --from the folder that holds one folder per source; docs/sources.md names them.',
  );
}

/** What pay strings are compared with. */
export function payTruthOf({ ashby, uber }: RawPostings): PayTruth {
  return { ashby, uber: uber.map(({ description }) => description ?? '') };
}

/** Plain text of the postings by `source/id`. */
export function textsOf({ ashby, uber }: RawPostings): ReadonlyMap<string, string> {
  return new Map([
    ...ashby.map(({ id, descriptionPlain }) => [`ashby/${id}`, descriptionPlain ?? ''] as const),
    ...uber.map(({ id, description }) => [`uber/${id}`, description ?? ''] as const),
  ]);
}

async function read<T>(path: string, parse: (text: string) => T): Promise<T> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    const remedy = 'Put the file there, or leave out --from for the recorded score.';
    throw new SourceError('MISSING_RAW_FILE', `Cannot read ${path}.`, remedy, { cause });
  }
  try {
    return parse((await promisify(gunzip)(bytes)).toString('utf8'));
  } catch (cause) {
    const remedy = 'Fetch the file again; docs/sources.md says from where.';
    throw new SourceError('UNREADABLE_RAW_FILE', `${path} is not the file its publisher documents.`, remedy, { cause });
  }
}
