/** Counts of threads to monthly series. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredDay, requiredNumber, requiredText, rounded } from '../../fields.js';
import { KEYWORDS, type ThreadRecords } from './parse.js';

export const POSTINGS_SERIES = 'hn-hiring-postings';

/** @example seriesOf('Ruby/Rails') // 'hn-hiring-share:ruby-rails' */
export function seriesOf(keyword: string): string {
  const words = keyword.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return `hn-hiring-share:${words.join('-')}`;
}

/** Shares become fractions of a month's postings; a month without a count of postings is left out. */
export function normalizeThreads({ shares, volumes }: ThreadRecords): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const postings = new Map(volumes.map((record) => [monthOf(record.month), requiredNumber(record['0'], '0')]));
  const series: DraftRow<'series'>[] = [...postings].map(([month, value]) => ({
    series: POSTINGS_SERIES,
    month,
    value,
    n: null,
  }));
  for (const record of shares) {
    const month = monthOf(record.month);
    const n = postings.get(month);
    if (n === undefined) excluded.add('month without a count of postings');
    else {
      for (const keyword of KEYWORDS) {
        const value = rounded(requiredNumber(record[keyword], keyword) / 100, 6);
        series.push({ series: seriesOf(keyword), month, value, n });
      }
    }
  }
  const rowsIn = shares.length + volumes.length;
  return { tables: { series }, rowsIn, rowsKept: rowsIn - excluded.total, excluded: excluded.list() };
}

function monthOf(value: string | null): string {
  return requiredDay(`${requiredText(value, 'month')}-01`, 'month');
}
