/** Parities by country and year, without those that say nothing. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredNumber, requiredText } from '../../fields.js';
import type { ParityRecord } from './parse.js';

/** Nothing in the market is older. */
const FIRST_YEAR = 2006;
/** Redenominated more than once: the series is in a currency that was not in use in most of its years. */
const NOT_COMPARABLE: ReadonlySet<string> = new Set(['VE', 'ZW']);
/** Prices that move this much within a year have no level for the year. */
const MOST_CHANGE = 2;

/**
 * @param countries two-letter codes of countries; other areas are groups of countries
 */
export function normalizeParities(records: readonly ParityRecord[], countries: ReadonlySet<string>): SourceReading {
  const excluded = new Exclusions();
  const parities = records.map((record) => ({
    country: requiredText(record.area, 'country'),
    year: requiredNumber(record.year, 'year'),
    perUsd: optionalNumber(record.value, 'PPP'),
  }));
  const byKey = new Map(parities.map(({ country, year, perUsd }) => [`${country} ${year}`, perUsd]));
  const purchasingPower: DraftRow<'purchasingPower'>[] = [];
  for (const { country, year, perUsd } of parities) {
    const before = byKey.get(`${country} ${year - 1}`) ?? null;
    if (perUsd === null || perUsd <= 0) excluded.add('no figure');
    else if (!countries.has(country)) excluded.add('group of countries, or no country of the list');
    else if (NOT_COMPARABLE.has(country)) excluded.add('currency redenominated');
    else if (year < FIRST_YEAR) excluded.add(`before ${FIRST_YEAR}`);
    else if (before !== null && !moderate(perUsd / before)) excluded.add('more than doubled within a year');
    else purchasingPower.push({ country, year, perUsd: Number(perUsd.toPrecision(6)) });
  }
  const last = purchasingPower.reduce((latest, { year }) => Math.max(latest, year), 0);
  return {
    tables: { purchasingPower },
    rowsIn: records.length,
    rowsKept: purchasingPower.length,
    excluded: excluded.list(),
    newest: `${last}-12-31`,
    vintage: `${FIRST_YEAR} to ${last}`,
  };
}

function moderate(change: number): boolean {
  return change < MOST_CHANGE && change > 1 / MOST_CHANGE;
}
