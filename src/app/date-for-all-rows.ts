/** A date for tables that state none. */
import { stat } from 'node:fs/promises';
import type { Input, InputTable } from '../ingest/imports/input.js';
import type { Guess } from '../ingest/imports/mapping/guess-mapping.js';
import { readOwnManifest } from '../store/own-manifest.js';

export interface DateContext {
  readonly path: string;
  readonly input: Input;
  readonly table: InputTable;
  readonly home: { readonly own: string };
  /** Last day an observation can be of, `YYYY-MM-DD`. */
  readonly today: string;
}

/**
 * The guess with a date for all rows, where no column states one: the day of the file's last change, or the day that
 * was taken when the same content was imported before, so that a copy of a file is no second import.
 */
export async function dateForAllRows(guess: Guess, context: DateContext): Promise<Guess> {
  const { columns, constants } = guess.mapping;
  if (columns.date !== undefined || constants.date !== undefined || guess.missing.length > 0) return guess;
  const date = (await dateBefore(context)) ?? (await dayOfChange(context));
  const note = `No column states a date: ${date}, the day of the file's last change, is taken for all rows (--set date=...).`;
  return {
    ...guess,
    mapping: { ...guess.mapping, constants: { ...constants, date } },
    notes: [...guess.notes, note],
  };
}

async function dateBefore({ input, table, home }: DateContext): Promise<string | null> {
  const manifest = await readOwnManifest(home.own);
  const same = manifest?.imports.find(({ sha256 }) => sha256 === input.sha256);
  if (same === undefined) return null;
  const inside = (tableName: string, fileName: string) => tableName.slice(fileName.length);
  const wanted = inside(table.name, input.fileName);
  const before = Object.entries(same.mapping).find(([name]) => inside(name, same.fileName) === wanted);
  return before?.[1].constants.date ?? null;
}

async function dayOfChange({ path, today }: DateContext): Promise<string> {
  const { mtime } = await stat(path);
  const day = mtime.toISOString().slice(0, 10);
  return day < today ? day : today;
}
