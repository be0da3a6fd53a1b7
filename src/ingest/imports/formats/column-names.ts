/** Names of columns, unique and never empty. */

const LONGEST = 200;

/**
 * Names as they stand in a header, without surrounding and doubled spaces; a repeated one gets a number, an empty one
 * its position.
 *
 * @example columnNames(['Pay', ' ', 'Pay']) // ['Pay', 'column 2', 'Pay (2)']
 */
export function columnNames(header: readonly (string | null)[]): string[] {
  const taken = new Set<string>();
  return header.map((cell, index) => {
    const plain = (cell ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
    const base = plain === '' ? `column ${index + 1}` : plain;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base} (${count})`;
    taken.add(name);
    return name;
  });
}
