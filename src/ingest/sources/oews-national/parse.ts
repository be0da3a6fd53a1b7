/** The national OEWS workbooks as text: one record an occupation or group, marks kept. */
import type { RawReader } from '../../raw-reader.js';

export interface OewsRecord {
  readonly year: number;
  readonly soc: string;
  readonly group: string;
  readonly jobs: string | null;
  readonly jobsRsePercent: string | null;
  readonly mean: string | null;
  readonly meanRsePercent: string | null;
  /** A_PCT10, A_PCT25, A_MEDIAN, A_PCT75, A_PCT90 */
  readonly percentiles: readonly (string | null)[];
}

export const FIRST_YEAR = 2017;
export const LAST_YEAR = 2025;

const COLUMNS = [
  'OCC_CODE',
  'TOT_EMP',
  'EMP_PRSE',
  'A_MEAN',
  'MEAN_PRSE',
  'A_PCT10',
  'A_PCT25',
  'A_MEDIAN',
  'A_PCT75',
  'A_PCT90',
] as const;

/** The group column was renamed in 2019, and that year alone has its header in lower case. */
function layout(year: number): readonly string[] {
  const columns = [...COLUMNS, year < 2019 ? 'OCC_GROUP' : 'O_GROUP'];
  return year === 2019 ? columns.map((column) => column.toLowerCase()) : columns;
}

/** Records of one vintage, in the publisher's order. */
export async function parseVintage(raw: RawReader, year: number): Promise<OewsRecord[]> {
  const columns = layout(year);
  const records = await raw.records(`bls-oews-national/national_M${year}_dl.csv`, columns);
  return records.map((record) => {
    const [soc, jobs, jobsRsePercent, mean, meanRsePercent, p10, p25, p50, p75, p90, group] = columns.map(
      (column) => record[column] ?? null,
    );
    return {
      year,
      soc: soc ?? '',
      group: group ?? '',
      jobs: jobs ?? null,
      jobsRsePercent: jobsRsePercent ?? null,
      mean: mean ?? null,
      meanRsePercent: meanRsePercent ?? null,
      percentiles: [p10 ?? null, p25 ?? null, p50 ?? null, p75 ?? null, p90 ?? null],
    };
  });
}
