/** Which columns the files of each source had when it was read, kept beside the market: what is new can be told. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadSource } from './read-source.js';
import { writeDurably } from './write-sources.js';

const LAYOUTS_FILE = 'layouts.json';

/** Column names by source id. */
export type Layouts = ReadonlyMap<string, readonly string[]>;

export function layoutsOf(read: readonly Pick<ReadSource, 'connector' | 'columns'>[]): Layouts {
  return new Map(
    read.filter(({ columns }) => columns.length > 0).map(({ connector, columns }) => [connector.id, columns]),
  );
}

/** Writes them, in the order of the ids. */
export async function writeLayouts(directory: string, layouts: Layouts): Promise<void> {
  const entries = [...layouts].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = entries.map(([id, columns]) => `  ${JSON.stringify(id)}: ${JSON.stringify(columns)}`);
  await writeDurably(join(directory, LAYOUTS_FILE), `{\n${lines.join(',\n')}\n}\n`);
}

/** Layouts of a market; none for one that was made without, or where the file is damaged: they only serve notes. */
export async function readLayouts(directory: string): Promise<Layouts> {
  try {
    const parsed = JSON.parse(await readFile(join(directory, LAYOUTS_FILE), 'utf8')) as unknown;
    const entries = Object.entries(parsed as Record<string, unknown>);
    return new Map(entries.filter((entry): entry is [string, string[]] => isListOfText(entry[1])));
  } catch {
    return new Map();
  }
}

function isListOfText(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
