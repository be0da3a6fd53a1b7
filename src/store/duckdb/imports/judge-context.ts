/** What the reading of a table's rows rests on. */
import type { ImportRules, ReadingName } from '../../import-port.js';
import type { LookUp } from './look-ups.js';
import type { OpenTable } from './open-table.js';

export interface JudgeContext {
  readonly open: OpenTable;
  readonly lookUps: ReadonlyMap<ReadingName, LookUp | null>;
  readonly rules: ImportRules;
  /** Conditions under which a row holds a text that was not read, where only a part of the rows was looked through. */
  readonly unread: readonly string[];
  /** Whether any text names a sign that several currencies share: then there is a table `signs`. */
  readonly hasFamilies: boolean;
  /** Code of each country with a lowest pay of its own. */
  readonly lowByCountry: readonly { readonly country: number; readonly low: number }[];
}

/** Whether a table has texts that skills are read from. */
export function hasSkills({ table }: OpenTable): boolean {
  return table.fields.skills !== undefined || table.fields.description !== undefined;
}
