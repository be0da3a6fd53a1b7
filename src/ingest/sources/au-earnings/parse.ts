/** Australian earnings: the occupation profiles as workbook or as copies of its tables, the survey's means, the tax office's medians. */
import type { RawReader, RawRecord } from '../../raw-reader.js';

const FOLDER = 'au-earnings';
const WORKBOOK = /^Occupation profiles data - (\w+) (\d{4})( \(Revised\))?\.xlsx$/;
const PROFILES = `${FOLDER}/jsa_2026-02_table4_earnings_hours.csv`;
const TOTALS = `${FOLDER}/jsa_2026-02_table9_all_occupation_totals.csv`;
const MEANS = `${FOLDER}/abs_eeh_2025_cube11_mean.csv`;
const TAX = `${FOLDER}/salary_au.json`;

const WEEKLY = 'Median full-time earnings per week ($)';
const HOURLY = 'Median full-time hourly earnings ($)';
const PROFILE_COLUMNS = ['ANZSCO Code', 'Occupation', WEEKLY, HOURLY] as const;
const TOTAL_COLUMNS = ['All Occupations', 'Median weekly earnings ($)', 'Median hourly earnings ($)'] as const;
export const MEAN_COLUMNS = ['year', 'anzsco4', 'title', 'sex', 'mean_aud_month'] as const;

/** One occupation of the profiles, or all of them where the code is null; figures as text. */
export interface ProfileRecord {
  readonly code: string | null;
  readonly title: string | null;
  readonly weekly: string | null;
  readonly hourly: string | null;
}

export interface AustralianRecords {
  readonly profiles: readonly ProfileRecord[];
  readonly means: readonly RawRecord<(typeof MEAN_COLUMNS)[number]>[];
  /** Null where the file is not there. */
  readonly tax: unknown;
}

export async function parseAustralianEarnings(raw: RawReader): Promise<AustralianRecords> {
  const workbook = (await raw.list(FOLDER)).find((name) => WORKBOOK.test(name));
  return {
    profiles:
      workbook === undefined || (await raw.has(PROFILES))
        ? await parseProfileCopy(raw)
        : await parseProfileWorkbook(raw, workbook),
    means: (await raw.has(MEANS)) ? await raw.records(MEANS, MEAN_COLUMNS) : [],
    tax: (await raw.has(TAX)) ? await raw.json(TAX) : null,
  };
}

export async function parseProfileCopy(raw: RawReader): Promise<ProfileRecord[]> {
  return profilesOf(await raw.records(PROFILES, PROFILE_COLUMNS), await raw.records(TOTALS, TOTAL_COLUMNS));
}

export async function parseProfileWorkbook(raw: RawReader, name: string): Promise<ProfileRecord[]> {
  const path = `${FOLDER}/${name}`;
  const occupations = await raw.sheet(path, 'Table_4', PROFILE_COLUMNS);
  return profilesOf(
    occupations.filter((record) => /^\d+$/.test(record['ANZSCO Code'] ?? '')),
    await raw.sheet(path, 'Table_9', TOTAL_COLUMNS),
  );
}

function profilesOf(
  occupations: readonly RawRecord<(typeof PROFILE_COLUMNS)[number]>[],
  totals: readonly RawRecord<(typeof TOTAL_COLUMNS)[number]>[],
): ProfileRecord[] {
  const all = totals.filter((record) => record['All Occupations'] === '4-digit');
  return [
    ...all.map((record) => ({
      code: null,
      title: 'All occupations',
      weekly: record['Median weekly earnings ($)'],
      hourly: record['Median hourly earnings ($)'],
    })),
    ...occupations.map((record) => ({
      code: record['ANZSCO Code'],
      title: record.Occupation,
      weekly: record[WEEKLY],
      hourly: record[HOURLY],
    })),
  ];
}
