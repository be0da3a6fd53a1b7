/** Which texts of a table have to be read, and for which rows. */
import { type ImportField, READINGS, type ReadingName } from '../../import-port.js';
import { fieldColumn, isPlain, type OpenTable, plainColumn } from './open-table.js';

/** A reading of a table: one text for each of its fields. */
export interface ReadingKeys {
  readonly name: ReadingName;
  /**
   * For each use of the reading its texts: expressions over the table's relation, or null where the field is the same
   * for all rows. NULL in all of them asks for nothing. Amounts are used twice, for both ends of a range.
   */
  readonly uses: readonly (readonly (string | null)[])[];
  /** What the text of each field is where its column says nothing or is missing. */
  readonly constants: readonly (string | null)[];
}

/** Whether the texts of a reading are the same for all rows. */
export function isConstant({ uses }: ReadingKeys): boolean {
  return uses.every((texts) => texts.every((text) => text === null));
}

/** The readings a table needs, those of whole texts left out: they are read row by row. */
export function readingsOf(open: OpenTable): ReadingKeys[] {
  return (Object.keys(READINGS) as ReadingName[]).flatMap((name) => {
    if (name === 'description') return [];
    const fields: readonly ImportField[] = READINGS[name].from;
    const uses = (name === 'amount' ? ([['payLow'], ['payHigh']] as const) : [fields])
      .filter((wanted) => wanted.some((field) => isGiven(open, field)))
      .map((wanted) => wanted.map((field) => textToRead(open, field)));
    if (uses.length === 0) return [];
    return [{ name, uses, constants: fields.map((field) => open.table.constants[field] ?? null) }];
  });
}

function isGiven({ table }: OpenTable, field: ImportField): boolean {
  return table.fields[field] !== undefined || table.constants[field] !== undefined;
}

function textToRead(open: OpenTable, field: ImportField): string | null {
  if (open.table.fields[field] === undefined) return null;
  const column = fieldColumn(field);
  const plain = plainValue(open, field);
  return plain === null ? column : `CASE WHEN ${plain} IS NULL THEN ${column} END`;
}

/** The value of a field where the engine reads it by itself; null for fields whose texts are all read by the engines. */
export function plainValue({ table }: OpenTable, field: ImportField): string | null {
  return table.fields[field] !== undefined && isPlain(field) ? plainColumn(field) : null;
}
