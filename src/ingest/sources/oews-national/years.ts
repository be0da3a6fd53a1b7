/** Which years' tables are there. */
import { SourceError } from '../../../core/errors.js';

/** The market keeps vintages from this one on. */
export const FIRST_YEAR = 2017;
/** Newest vintage when this was written; later ones are read when their file is there. */
export const LAST_KNOWN_YEAR = 2025;

export interface YearFile {
  readonly year: number;
  /** Name in the folder that was listed. */
  readonly file: string;
}

/**
 * Files whose name gives a year, oldest first; of two for one year the one whose pattern comes first.
 *
 * @param names    names in a folder
 * @param patterns each with the year as its first group
 */
export function yearFiles(names: readonly string[], ...patterns: readonly RegExp[]): YearFile[] {
  const found = new Map<number, string>();
  for (const pattern of patterns) {
    for (const file of names) {
      const year = Number(pattern.exec(file)?.[1] ?? Number.NaN);
      if (!Number.isNaN(year) && !found.has(year)) found.set(year, file);
    }
  }
  return [...found].map(([year, file]) => ({ year, file })).sort((a, b) => a.year - b.year);
}

/**
 * The files from a first year on, without a gap.
 *
 * @throws {SourceError} SOURCE_MISSING names the first year that is not there: a market with holes would be taken for a
 * complete one
 */
export function completeYears(
  files: readonly YearFile[],
  first: number,
  missingFile: (year: number) => string,
): YearFile[] {
  const kept = files.filter(({ year }) => year >= first);
  const last = Math.max(LAST_KNOWN_YEAR, ...kept.map(({ year }) => year));
  for (let year = first; year <= last; year++) {
    if (kept[year - first]?.year === year) continue;
    throw new SourceError(
      'SOURCE_MISSING',
      `The tables of May ${year}, '${missingFile(year)}', are missing.`,
      'Put the tables of every year into that folder: all years are read together.',
    );
  }
  return kept;
}
