/** Monthly shares of postings that state pay, as fractions. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredDay, requiredText, rounded } from '../../fields.js';
import { newestMonthEnd } from '../../newest.js';
import { monthSpan } from '../../vintage.js';
import type { CountryRecord, SectorRecord } from './parse.js';

/** `pay-transparency-us` for a country, `pay-transparency-us:sector:<sector>` for a sector of it. */
export function normalizeTransparency(
  countries: readonly CountryRecord[],
  sectors: readonly SectorRecord[],
): SourceReading {
  const excluded = new Exclusions();
  const series: DraftRow<'series'>[] = [];
  const take = (record: CountryRecord, suffix: string) => {
    const percent = optionalNumber(record.pay_transparency_pct, 'pay_transparency_pct', ['NA']);
    if (percent === null) return excluded.add('no figure');
    const country = requiredText(record.country_code, 'country_code').toLowerCase();
    const month = `${requiredDay(record.date, 'date').slice(0, 7)}-01`;
    return series.push({
      series: `pay-transparency-${country}${suffix}`,
      month,
      value: rounded(percent / 100, 6),
      n: null,
    });
  };
  for (const record of countries) take(record, '');
  for (const record of sectors) take(record, `:sector:${requiredText(record.sector, 'sector')}`);
  const months = series.map(({ month }) => month);
  return {
    tables: { series },
    rowsIn: countries.length + sectors.length,
    rowsKept: series.length,
    excluded: excluded.list(),
    newest: newestMonthEnd(months),
    vintage: monthSpan(months),
  };
}
