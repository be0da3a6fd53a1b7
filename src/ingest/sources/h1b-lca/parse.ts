/** Certified full-time labour condition applications of one quarter. */
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const FILING_COLUMNS = [
  'EMPLOYER_NAME',
  'JOB_TITLE',
  'SOC_CODE',
  'SOC_TITLE',
  'WAGE_RATE_OF_PAY_FROM',
  'WAGE_UNIT_OF_PAY',
  'WORKSITE_STATE',
] as const;

export type FilingRecord = RawRecord<(typeof FILING_COLUMNS)[number]>;

export interface Filing {
  readonly employer: string;
  readonly title: string;
  readonly socCode: string;
  readonly socTitle: string;
  /** Low end of the wage offered, per unit. */
  readonly wage: number;
  readonly unit: 'Year' | 'Month' | 'Bi-Weekly' | 'Week' | 'Hour';
  /** Two-letter code of a state or territory. */
  readonly state: string;
}

export async function parseFilings(raw: RawReader): Promise<Filing[]> {
  const records = await raw.records('h1b-lca-fy2024-one-quarter/lca_fy2024_one_quarter.parquet', FILING_COLUMNS, {
    format: 'parquet',
  });
  return records.map(filing);
}

export function filing(record: FilingRecord): Filing {
  return {
    employer: requiredText(record.EMPLOYER_NAME, 'EMPLOYER_NAME'),
    title: requiredText(record.JOB_TITLE, 'JOB_TITLE'),
    socCode: requiredText(record.SOC_CODE, 'SOC_CODE'),
    socTitle: record.SOC_TITLE ?? '',
    wage: requiredNumber(record.WAGE_RATE_OF_PAY_FROM, 'WAGE_RATE_OF_PAY_FROM'),
    unit: requiredCode(record.WAGE_UNIT_OF_PAY, 'WAGE_UNIT_OF_PAY', ['Year', 'Month', 'Bi-Weekly', 'Week', 'Hour']),
    state: requiredText(record.WORKSITE_STATE, 'WORKSITE_STATE'),
  };
}
