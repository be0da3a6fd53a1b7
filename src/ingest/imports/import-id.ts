/** The name of an import: the checksum of what it is made from. */
import { createHash } from 'node:crypto';
import type { Mapping } from './mapping.js';
import type { MappedTable } from './tables-to-import.js';

const ID_DIGITS = 16;

/**
 * The same content with the same mapping has the same id, whatever the file is called.
 *
 * @param sha256 of the file
 * @returns 16 hexadecimal digits
 */
export function importId(sha256: string, tables: readonly MappedTable[]): string {
  const mappings = tables.map(({ table, mapping }) => [insideName(table.name), settled(mapping)]);
  return createHash('sha256')
    .update(JSON.stringify([sha256, mappings]))
    .digest('hex')
    .slice(0, ID_DIGITS);
}

/** The part of a table's name that lies inside the file: the sheet, the member. */
function insideName(name: string): string {
  const slash = name.indexOf('/');
  return slash < 0 ? '' : name.slice(slash + 1);
}

/** Equal mappings give equal text, in whatever order their fields were given. */
function settled({ kind, columns, constants, decimal, dateOrder }: Mapping): unknown {
  const sorted = (values: object) => Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1));
  return [kind, sorted(columns), sorted(constants), decimal, dateOrder];
}
