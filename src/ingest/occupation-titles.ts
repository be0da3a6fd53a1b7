/** Titles that publishers list under a class, in the form in which titles are compared. */
import { normaliseTitle } from '../text/index.js';
import type { DraftRow, SourceReading } from './connector.js';
import { Exclusions } from './exclusions.js';

/** One entry of a publisher's list. */
export interface StatedTitle {
  readonly taxonomy: string;
  readonly code: string;
  /** The entry's spellings: one, or the forms for men and women. */
  readonly titles: readonly string[];
  /** Two letters. */
  readonly language: string;
}

/**
 * The table of titles: each spelling once per class and language, under the key of `normaliseTitle`.
 *
 * @returns one record in for each entry; an entry is kept when at least one of its keys is new
 */
export function titleTable(entries: readonly StatedTitle[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const seen = new Set<string>();
  const occupationTitles: DraftRow<'occupationTitles'>[] = [];
  for (const { taxonomy, code, titles, language } of entries) {
    const keys = titles.map((title) => normaliseTitle(title)).filter((key) => key !== '');
    const fresh = keys.filter((key) => {
      const place = JSON.stringify([taxonomy, code, language, key]);
      return !seen.has(place) && seen.add(place);
    });
    if (keys.length === 0) excluded.add('title of which nothing is left');
    else if (fresh.length === 0) excluded.add('another spelling of a title of the class');
    for (const title of fresh) occupationTitles.push({ taxonomy, code, title, language });
  }
  const rowsIn = entries.length;
  return { tables: { occupationTitles }, rowsIn, rowsKept: rowsIn - excluded.total, excluded: excluded.list() };
}
