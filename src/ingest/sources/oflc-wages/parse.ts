/** Prevailing wages by area and occupation, in the form of the publisher or as a copy with yearly amounts. */
import { optionalNumber, requiredCode, requiredText } from '../../fields.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { UNITS_PER_YEAR } from '../../stated-pay.js';

const FOLDER = 'dol-oflc-prevailing-wage-2025-26';
/** The publisher's table for all industries: amounts an hour unless the label says otherwise. */
export const OFFICIAL_TABLE = `${FOLDER}/ALC_Export.csv`;
/** The same table with all amounts a year. */
export const YEARLY_COPY = `${FOLDER}/oflc_alc_2025_26_annual.csv.gz`;

const WAGE_COLUMNS = ['Area', 'SocCode', 'Level1', 'Level4', 'Average', 'Label'] as const;
export type WageRecord = RawRecord<(typeof WAGE_COLUMNS)[number]>;

const NO_LABEL = 'none';
const LABELS = [NO_LABEL, 'Annual Wage', 'High Wage', 'No Leveled Wage'] as const;

/** Amounts in dollars a year; null where the publisher gives none. */
export interface AreaWage {
  /** CBSA code of a metropolitan area, or a code of six or seven digits. */
  readonly area: string;
  readonly soc: string;
  readonly level1: number | null;
  readonly level4: number | null;
  readonly mean: number | null;
}

export async function parseWages(raw: RawReader): Promise<AreaWage[]> {
  const official = await raw.has(OFFICIAL_TABLE);
  const records = await raw.records(official ? OFFICIAL_TABLE : YEARLY_COPY, WAGE_COLUMNS);
  return records.map((record) => areaWage(record, official ? 'hour' : 'year'));
}

/** @param unit of amounts without the label `Annual Wage` */
export function areaWage(record: WageRecord, unit: 'hour' | 'year'): AreaWage {
  const label = requiredCode(record.Label ?? NO_LABEL, 'Label', LABELS);
  const perYear = label === 'Annual Wage' ? 1 : UNITS_PER_YEAR[unit];
  const yearly = (value: string | null, column: string) => {
    const amount = optionalNumber(value, column);
    return amount === null ? null : Math.round(amount * perYear);
  };
  return {
    area: requiredText(record.Area, 'Area').replace(/^0+/, ''),
    soc: requiredText(record.SocCode, 'SocCode'),
    level1: yearly(record.Level1, 'Level1'),
    level4: yearly(record.Level4, 'Level4'),
    mean: yearly(record.Average, 'Average'),
  };
}
