/** Posted-wage growth to monthly series of yearly growth, as fractions. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredText } from '../../fields.js';
import type { CountryRecord, SectorRecord } from './parse.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * First day of a month written like `Apr-26`.
 *
 * @throws {SourceError} SOURCE_VALUE
 */
export function monthOf(text: string): string {
  const [name, year] = text.split('-');
  const month = MONTHS.indexOf(name ?? '') + 1;
  if (month === 0 || !/^\d{2}$/.test(year ?? '')) {
    throw new SourceError(
      'SOURCE_VALUE',
      `Column 'month' holds '${text}' where a month such as Apr-26 belongs.`,
      'Compare the file with its publisher: the layout may have changed.',
    );
  }
  return `20${year}-${String(month).padStart(2, '0')}-01`;
}

/** `posted-wage-growth-us` for a country, `posted-wage-growth-us:<sector>` for a sector of it. */
export function seriesOf(country: string, sector: string | null): string {
  const national = `posted-wage-growth-${country.toLowerCase()}`;
  return sector === null ? national : `${national}:${sector}`;
}

export function normalizeWageGrowth(
  countries: readonly CountryRecord[],
  sectors: readonly SectorRecord[],
): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const series: DraftRow<'series'>[] = [];
  const take = (record: CountryRecord, sector: string | null) => {
    const value = optionalNumber(record.posted_wage_growth_yoy, 'posted_wage_growth_yoy', ['NA']);
    if (value === null) return excluded.add('no figure');
    return series.push({
      series: seriesOf(requiredText(record.jobcountry, 'jobcountry'), sector),
      month: monthOf(requiredText(record.month, 'month')),
      value,
      n: optionalNumber(record.n_obs, 'n_obs', ['NA']),
    });
  };
  for (const record of countries) take(record, null);
  for (const record of sectors) take(record, requiredText(record.sector, 'sector'));
  const rowsIn = countries.length + sectors.length;
  return { tables: { series }, rowsIn, rowsKept: series.length, excluded: excluded.list() };
}
