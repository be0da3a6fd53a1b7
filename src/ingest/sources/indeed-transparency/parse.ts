/** Share of postings that state pay, by country and by sector. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const FILES = ['pay-transparency-country.csv', 'pay-transparency-sector.csv'] as const;
const COUNTRY_COLUMNS = ['date', 'country_code', 'pay_transparency_pct'] as const;
const SECTOR_COLUMNS = [...COUNTRY_COLUMNS, 'sector'] as const;

export type CountryRecord = RawRecord<(typeof COUNTRY_COLUMNS)[number]>;
export type SectorRecord = RawRecord<(typeof SECTOR_COLUMNS)[number]>;

/** Path of a file of the tracker. */
export function trackerPath(file: (typeof FILES)[number]): string {
  return `indeed-hiring-lab/pay-transparency/${file}`;
}

export async function parseTransparency(
  raw: RawReader,
): Promise<{ countries: CountryRecord[]; sectors: SectorRecord[] }> {
  return {
    countries: await raw.records(trackerPath('pay-transparency-country.csv'), COUNTRY_COLUMNS),
    sectors: await raw.records(trackerPath('pay-transparency-sector.csv'), SECTOR_COLUMNS),
  };
}
