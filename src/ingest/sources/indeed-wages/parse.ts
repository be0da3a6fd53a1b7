/** Posted-wage growth by country and by US sector. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const COUNTRY_COLUMNS = ['jobcountry', 'month', 'n_obs', 'posted_wage_growth_yoy'] as const;
export const SECTOR_COLUMNS = [...COUNTRY_COLUMNS, 'sector'] as const;

export type CountryRecord = RawRecord<(typeof COUNTRY_COLUMNS)[number]>;
export type SectorRecord = RawRecord<(typeof SECTOR_COLUMNS)[number]>;

const FOLDER = 'indeed-hiring-lab/indeed-wage-tracker';

export async function parseWageGrowth(
  raw: RawReader,
): Promise<{ countries: CountryRecord[]; sectors: SectorRecord[] }> {
  return {
    countries: await raw.records(`${FOLDER}/posted-wage-growth-by-country.csv`, COUNTRY_COLUMNS),
    sectors: await raw.records(`${FOLDER}/posted-wage-growth-by-sector.csv`, SECTOR_COLUMNS),
  };
}
