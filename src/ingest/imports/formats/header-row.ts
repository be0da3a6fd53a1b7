/** Where a table begins below titles and remarks. */

type Cells = readonly (string | null)[];

const NUMBER = /^[\s\p{Sc}(+-]*\d[\d.,\s]*[%)]?\s*$/u;

const filled = (cells: Cells) => cells.filter((cell) => cell !== null && cell.trim() !== '');

/**
 * Position of the header among leading rows: the first that fills at least half as many cells as the widest of them,
 * with texts of which at most a third look like numbers. Titles and remarks above a table fill one or two cells.
 *
 * @returns the first filled row where none fits, -1 where all are empty
 */
export function findHeaderRow(rows: readonly Cells[]): number {
  const counts = rows.map((cells) => filled(cells).length);
  const widest = Math.max(0, ...counts);
  if (widest === 0) return -1;
  const fits = rows.findIndex((cells, index) => {
    const texts = filled(cells) as string[];
    const numbers = texts.filter((text) => NUMBER.test(text)).length;
    return counts[index]! * 2 >= widest && (widest === 1 || counts[index]! > 1) && numbers * 3 <= texts.length;
  });
  return fits >= 0 ? fits : counts.findIndex((count) => count > 0);
}
