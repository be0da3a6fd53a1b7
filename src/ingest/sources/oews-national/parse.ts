/** The national OEWS tables, workbooks or their first sheets as text: one record an occupation or group, marks kept. */
import type { RawReader } from '../../raw-reader.js';
import { completeYears, FIRST_YEAR, yearFiles } from './years.js';

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

export const OEWS_COLUMNS = [
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

const FOLDER = 'bls-oews-national';
const WORKBOOKS = `${FOLDER}/xlsx`;

/** Records of every year there is, in the publisher's order. @throws {SourceError} SOURCE_MISSING when a year is */
export async function parseVintages(raw: RawReader): Promise<OewsRecord[]> {
  const names = await raw.list(FOLDER);
  const workbooks = names.includes('xlsx') ? await raw.list(WORKBOOKS) : [];
  const files = yearFiles(
    [...names, ...workbooks.map((name) => `xlsx/${name}`)],
    /^national_M(\d{4})_dl\.csv$/,
    /^xlsx\/national_M(\d{4})_dl\.xlsx$/,
    /^national_M(\d{4})_dl\.xlsx$/,
  );
  const records: OewsRecord[] = [];
  const wanted = completeYears(files, FIRST_YEAR, (year) => `${WORKBOOKS}/national_M${year}_dl.xlsx`);
  for (const { year, file } of wanted) records.push(...(await parseVintage(raw, year, `${FOLDER}/${file}`)));
  return records;
}

/** The group column was renamed in 2019, and that year alone has its header in lower case. */
function layout(year: number): readonly string[] {
  const columns = [...OEWS_COLUMNS, year < 2019 ? 'OCC_GROUP' : 'O_GROUP'];
  return year === 2019 ? columns.map((column) => column.toLowerCase()) : columns;
}

/** Records of one vintage, in the publisher's order. */
export async function parseVintage(raw: RawReader, year: number, path: string): Promise<OewsRecord[]> {
  const columns = layout(year);
  const records = path.endsWith('.xlsx')
    ? await raw.sheet(path, /^national_(M\d{4}_)?dl$/, columns)
    : await raw.records(path, columns);
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
