/** Names and values inside statements of an import. */

/** A text as a literal. NUL ends a statement in the engine's binding, so it is left out. */
export function literal(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", "''")}'`;
}

/** A name of a column as the file gives it. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function literalOrNull(value: string | number | bigint | boolean | null, type: string): string {
  return value === null ? `CAST(NULL AS ${type})` : `CAST(${literal(String(value))} AS ${type})`;
}
