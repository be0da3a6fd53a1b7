/** Mappings kept as files. */
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../../../core/errors.js';
import { shownName } from '../formats/shown-name.js';
import { FIELDS, type Field, type Mapping } from '../mapping.js';
import { nearestName } from './nearest-name.js';

const NAME = /^[a-z0-9][a-z0-9._-]{0,63}$/i;

/**
 * Where a mapping of this name is kept.
 *
 * @throws {UsageError} INVALID_NAME
 */
export function mappingPath(directory: string, name: string): string {
  if (NAME.test(name) && !name.includes('..')) return join(directory, `${name}.json`);
  const remedy = 'Use letters, digits, dots, hyphens and underscores.';
  throw new UsageError('INVALID_NAME', `${shownName(name)} is no name for a mapping.`, remedy);
}

/** Writes a mapping under its name; one that was there before is replaced. */
export async function saveMapping(directory: string, name: string, mapping: Mapping): Promise<string> {
  const path = mappingPath(directory, name);
  await mkdir(directory, { recursive: true });
  const unfinished = `${path}.${process.pid}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(mapping, null, 2)}\n`);
  await rename(unfinished, path);
  return path;
}

/**
 * Reads a saved mapping: a file of its own, or one kept under a name.
 *
 * @param wanted a path that ends in .json or has a folder, or a name
 * @throws {UsageError} UNKNOWN_MAPPING | INVALID_MAPPING
 */
export async function readSavedMapping(directory: string, wanted: string): Promise<Mapping> {
  const isPath = /\.json$/i.test(wanted) || /[/\\]/.test(wanted);
  const path = isPath ? wanted : mappingPath(directory, wanted);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const names = isPath ? [] : await savedNames(directory);
    const nearest = nearestName(wanted, names);
    const remedy =
      nearest !== null
        ? `Did you mean ${nearest}?`
        : names.length > 0
          ? `Saved mappings: ${names.slice(0, 12).join(', ')}.`
          : 'Give columns such as title="Job Title",pay=Salary, or save a mapping with --save-map.';
    throw new UsageError('UNKNOWN_MAPPING', `There is no saved mapping ${shownName(wanted)}.`, remedy, { cause });
  }
  return checkedMapping(text, wanted);
}

async function savedNames(directory: string): Promise<string[]> {
  const files = await readdir(directory).catch(() => []);
  return files.flatMap((file) => /^(.+)\.json$/.exec(file)?.[1] ?? []).sort();
}

/** A mapping whose every part is one of ours; parts left out are open. */
function checkedMapping(text: string, wanted: string): Mapping {
  const fault = (what: string, cause?: unknown) =>
    new UsageError(
      'INVALID_MAPPING',
      `The mapping ${shownName(wanted)} cannot be used: ${what}.`,
      'Save it anew with --save-map, or see docs/importing.md for its form.',
      cause === undefined ? {} : { cause },
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw fault('it is not JSON', cause);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw fault('it is no JSON object');
  const {
    kind = 'advertised',
    columns,
    constants = {},
    decimal = '.',
    dateOrder = null,
    ...rest
  } = value as Record<string, unknown>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) throw fault(`it has a part ${shownName(unknown)}`);
  if (kind !== 'advertised' && kind !== 'paid') throw fault('kind is neither advertised nor paid');
  if (decimal !== '.' && decimal !== ',') throw fault('decimal is neither a point nor a comma');
  if (dateOrder !== null && dateOrder !== 'day-first' && dateOrder !== 'month-first') {
    throw fault('dateOrder is none of day-first, month-first and null');
  }
  if (!isTexts(columns)) throw fault('columns is no object of texts');
  if (!isTexts(constants)) throw fault('constants is no object of texts');
  const strange = [...Object.keys(columns), ...Object.keys(constants)].find((field) => !isField(field));
  if (strange !== undefined) throw fault(`${shownName(strange)} is no field of ours`);
  return { kind, columns, constants, decimal, dateOrder };
}

function isField(name: string): name is Field {
  return (FIELDS as readonly string[]).includes(name);
}

function isTexts(value: unknown): value is Partial<Record<Field, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === 'string');
}
