/** State OEWS tables: the publisher's workbooks, or a copy of them under short column names. */
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { OEWS_COLUMNS, type OewsRecord } from '../oews-national/parse.js';
import { completeYears, yearFiles } from '../oews-national/years.js';

/** The market keeps state tables from this year on. */
export const FIRST_STATE_YEAR = 2024;

export interface StateRecord extends OewsRecord {
  /** Two-digit code of the state. */
  readonly area: string;
  readonly locationQuotient: string | null;
  /** Whether the publisher's marks were lost on the way: `#` and `*` are then empty cells. */
  readonly marksLost: boolean;
}

const COPY_COLUMNS = ['year', 'area', 'occ_code', 'emp', 'avg', 'p10', 'p25', 'med', 'p75', 'p90', 'lq'] as const;
const WORKBOOK_COLUMNS = ['AREA', 'O_GROUP', 'LOC_QUOTIENT', ...OEWS_COLUMNS] as const;
const FOLDER = 'bls-oews-state';

/** Records of every year there is. @throws {SourceError} SOURCE_MISSING when a year is not there */
export async function parseStates(raw: RawReader): Promise<StateRecord[]> {
  const copy = /^oews_state_M(\d{4})\.csv\.gz$/;
  const found = yearFiles(await raw.list(FOLDER), /^state_M(\d{4})_dl\.xlsx$/, copy);
  const files = completeYears(found, FIRST_STATE_YEAR, (year) => `${FOLDER}/state_M${year}_dl.xlsx`);
  const records: StateRecord[] = [];
  for (const { year, file } of files) {
    const path = `${FOLDER}/${file}`;
    if (copy.test(file)) records.push(...(await raw.records(path, COPY_COLUMNS)).map((record) => copied(year, record)));
    else records.push(...(await raw.sheet(path, /^state/i, WORKBOOK_COLUMNS)).map((record) => published(year, record)));
  }
  return records;
}

export function published(year: number, record: RawRecord<(typeof WORKBOOK_COLUMNS)[number]>): StateRecord {
  return {
    year,
    area: record.AREA?.padStart(2, '0') ?? '',
    soc: record.OCC_CODE ?? '',
    group: record.O_GROUP ?? '',
    jobs: record.TOT_EMP,
    jobsRsePercent: record.EMP_PRSE,
    mean: record.A_MEAN,
    meanRsePercent: record.MEAN_PRSE,
    percentiles: [record.A_PCT10, record.A_PCT25, record.A_MEDIAN, record.A_PCT75, record.A_PCT90],
    locationQuotient: record.LOC_QUOTIENT,
    marksLost: false,
  };
}

/** The copy holds detailed occupations alone and no sampling errors. */
export function copied(year: number, record: RawRecord<(typeof COPY_COLUMNS)[number]>): StateRecord {
  return {
    year,
    area: record.area ?? '',
    soc: record.occ_code ?? '',
    group: 'detailed',
    jobs: record.emp,
    jobsRsePercent: null,
    mean: record.avg,
    meanRsePercent: null,
    percentiles: [record.p10, record.p25, record.med, record.p75, record.p90],
    locationQuotient: record.lq,
    marksLost: true,
  };
}
