/** Daily shares to means of months, as fractions. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredDay, requiredText } from '../../fields.js';
import { MonthlyMeans } from '../../monthly-means.js';
import { newestDay } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import type { AiRecord } from './parse.js';

/** `ai-share-of-postings-us` for a country. */
export function normalizeAiShares(records: readonly AiRecord[]): SourceReading {
  const excluded = new Exclusions();
  const means = new MonthlyMeans();
  for (const record of records) {
    const percent = optionalNumber(record.AI_share_postings, 'AI_share_postings', ['NA']);
    const country = requiredText(record.jobcountry, 'jobcountry').toLowerCase();
    if (percent === null) excluded.add('no figure');
    else means.add(`ai-share-of-postings-${country}`, requiredDay(record.date, 'date'), percent / 100);
  }
  const series = means.rows(6);
  excluded.add('further day of a month, in its mean', records.length - excluded.total - series.length);
  return {
    tables: { series },
    rowsIn: records.length,
    rowsKept: series.length,
    excluded: excluded.list(),
    newest: newestDay(records.map(({ date }) => requiredDay(date, 'date'))),
    vintage: monthSpan(series.map(({ month }) => month)),
  };
}
