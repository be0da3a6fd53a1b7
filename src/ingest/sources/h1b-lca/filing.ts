/** One certified full-time application, under the official column names. */
import type { Exclusion } from '../../../store/port.js';
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import type { RawRecord } from '../../raw-reader.js';

export const FILING_COLUMNS = [
  'EMPLOYER_NAME',
  'JOB_TITLE',
  'SOC_CODE',
  'SOC_TITLE',
  'WAGE_RATE_OF_PAY_FROM',
  'WAGE_UNIT_OF_PAY',
  'WORKSITE_STATE',
] as const;

export const UNITS_OF_PAY = ['Year', 'Month', 'Bi-Weekly', 'Week', 'Hour'] as const;

export type FilingRecord = RawRecord<(typeof FILING_COLUMNS)[number]>;

export interface Filing {
  readonly employer: string;
  readonly title: string;
  readonly socCode: string;
  readonly socTitle: string;
  /** Low end of the wage offered, per unit. */
  readonly wage: number;
  readonly unit: (typeof UNITS_OF_PAY)[number];
  /** Two-letter code of a state or territory. */
  readonly state: string;
  /** Day on which the application was received; null where the file does not say. */
  readonly received: string | null;
}

export interface FilingSet {
  readonly filings: readonly Filing[];
  readonly rowsIn: number;
  /** Applications that are no certified full-time filing, or stand in two files. */
  readonly excluded: readonly Exclusion[];
}

/** @param received day on which the application was received, null where it is not known */
export function filing(record: FilingRecord, received: string | null): Filing {
  return {
    employer: requiredText(record.EMPLOYER_NAME, 'EMPLOYER_NAME'),
    title: requiredText(record.JOB_TITLE, 'JOB_TITLE'),
    socCode: requiredText(record.SOC_CODE, 'SOC_CODE').replace(/\.00$/, ''),
    socTitle: record.SOC_TITLE ?? '',
    wage: requiredNumber(record.WAGE_RATE_OF_PAY_FROM?.replace(/^\$/, '') ?? null, 'WAGE_RATE_OF_PAY_FROM'),
    unit: requiredCode(record.WAGE_UNIT_OF_PAY, 'WAGE_UNIT_OF_PAY', UNITS_OF_PAY),
    state: requiredText(record.WORKSITE_STATE, 'WORKSITE_STATE'),
    received,
  };
}
