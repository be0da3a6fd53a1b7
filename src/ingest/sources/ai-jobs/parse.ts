/** The salary index as ordered rows, and the publisher's weekly snapshots that date them. */
import { requiredCode, requiredDay, requiredNumber, requiredText } from '../../fields.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';

export const SALARY_COLUMNS = [
  'work_year',
  'experience_level',
  'employment_type',
  'job_title',
  'salary',
  'salary_currency',
  'salary_in_usd',
  'employee_residence',
  'remote_ratio',
  'company_location',
  'company_size',
] as const;

export type SalaryRecord = RawRecord<(typeof SALARY_COLUMNS)[number]>;

/** One row of the file: one end of a range, or a single figure. */
export interface SalaryRow {
  readonly workYear: number;
  readonly experienceLevel: 'EN' | 'MI' | 'SE' | 'EX';
  readonly employmentType: 'FT' | 'PT' | 'CT' | 'FL';
  readonly title: string;
  readonly country: string;
  readonly currency: string;
  readonly salary: number;
  readonly salaryUsd: number;
  /** All columns but the amounts: two ends of one range agree in it. */
  readonly advert: string;
}

export interface Snapshot {
  readonly date: string;
  /** Data rows of the file on that date. */
  readonly rows: number;
}

const FOLDER = 'ai-jobs-salaries';

export async function parseSalaries(raw: RawReader): Promise<{ rows: SalaryRow[]; snapshots: Snapshot[] }> {
  const packed = `${FOLDER}/salaries.csv.gz`;
  const salaries = await raw.records((await raw.has(packed)) ? packed : `${FOLDER}/salaries.csv`, SALARY_COLUMNS);
  const snapshots = await raw.records(`${FOLDER}/snapshots.csv`, ['snapshot_date', 'rows']);
  return { rows: salaries.map(salaryRow), snapshots: readSnapshots(snapshots) };
}

export function salaryRow(record: SalaryRecord): SalaryRow {
  const { salary, salary_in_usd, ...advert } = record;
  return {
    workYear: requiredNumber(record.work_year, 'work_year'),
    experienceLevel: requiredCode(record.experience_level, 'experience_level', ['EN', 'MI', 'SE', 'EX']),
    employmentType: requiredCode(record.employment_type, 'employment_type', ['FT', 'PT', 'CT', 'FL']),
    title: requiredText(record.job_title, 'job_title'),
    country: requiredText(record.company_location, 'company_location'),
    currency: requiredText(record.salary_currency, 'salary_currency'),
    salary: requiredNumber(salary, 'salary'),
    salaryUsd: requiredNumber(salary_in_usd, 'salary_in_usd'),
    advert: Object.values(advert).join('\u001f'),
  };
}

/** Snapshots whose row count is known, oldest first; a few are not. */
export function readSnapshots(records: readonly RawRecord<'snapshot_date' | 'rows'>[]): Snapshot[] {
  return records
    .filter((record) => /^\d+$/.test(record.rows ?? ''))
    .map((record) => ({ date: requiredDay(record.snapshot_date, 'snapshot_date'), rows: Number(record.rows) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
}
