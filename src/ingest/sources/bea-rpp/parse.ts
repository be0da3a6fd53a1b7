/** Price levels by state and metropolitan area, each with the years its file holds. */
import { SourceError } from '../../../core/errors.js';
import { optionalNumber, requiredText } from '../../fields.js';
import type { RawReader } from '../../raw-reader.js';

const FOLDER = 'regional-prices';
/** The publisher's tables, and a copy of the metropolitan one with a single year. */
export const STATE_TABLE = `${FOLDER}/SARPP_STATE_2008_2023.csv`;
export const METRO_TABLE = `${FOLDER}/MARPP_MSA_2008_2023.csv`;
export const METRO_COPY = `${FOLDER}/MARPP_MSA_2023.csv`;

const FIRST_YEAR = 2008;
/** Years that the tables are known to hold; later editions have more. */
const LAST_KNOWN_YEAR = 2023;
const NOTES_BELOW = { format: 'csv', padded: true } as const;

/** One line of a table: an item of a place, with its values by year; notes below the table have no item. */
export interface PriceLine {
  readonly area: string;
  /** As the publisher describes it, `RPPs: Goods`; null in notes. */
  readonly item: string | null;
  readonly values: ReadonlyMap<number, number | null>;
}

export interface PriceLines {
  readonly states: readonly PriceLine[];
  readonly metros: readonly PriceLine[];
}

export async function parsePriceLevels(raw: RawReader): Promise<PriceLines> {
  const metros = (await raw.has(METRO_TABLE)) ? await readYears(raw, METRO_TABLE) : await readCopy(raw);
  return { states: await readYears(raw, STATE_TABLE), metros };
}

/** A table with one column a year, as many as there are. */
async function readYears(raw: RawReader, path: string): Promise<PriceLine[]> {
  const last = await lastYear(raw, path);
  const years = Array.from({ length: last - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const columns = ['GeoFIPS', 'Description', ...years.map(String)];
  const records = await raw.records(path, columns, NOTES_BELOW);
  return records.map((cells) => ({
    area: (cells.GeoFIPS ?? '').trim(),
    item: itemOf(cells.Description ?? null),
    values: new Map(years.map((year) => [year, amount(cells[String(year)] ?? null, String(year))])),
  }));
}

/** The newest year of a table: editions add one a year. */
async function lastYear(raw: RawReader, path: string): Promise<number> {
  for (let year = LAST_KNOWN_YEAR + 1; ; year += 1) {
    try {
      await raw.records(path, [String(year)], NOTES_BELOW);
    } catch (failure) {
      if (failure instanceof SourceError && failure.code === 'SOURCE_COLUMN_MISSING') return year - 1;
      throw failure;
    }
  }
}

/** The metropolitan table cut down to one year. */
async function readCopy(raw: RawReader): Promise<PriceLine[]> {
  const records = await raw.records(METRO_COPY, ['GeoFIPS', 'Description', 'RPP 2023']);
  return records.map((cells) => ({
    area: requiredText(cells.GeoFIPS, 'GeoFIPS').padStart(5, '0'),
    item: itemOf(cells.Description),
    values: new Map([[2023, amount(cells['RPP 2023'], 'RPP 2023')]]),
  }));
}

function itemOf(description: string | null): string | null {
  return description === null ? null : description.trim();
}

function amount(value: string | null, column: string): number | null {
  return optionalNumber(value, column, ['(NA)']);
}
