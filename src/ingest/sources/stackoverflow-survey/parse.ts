/** Pay of the Stack Overflow survey: answers of a year, or tables of medians that others made of them. */
import type { RawReader, RawRecord } from '../../raw-reader.js';
import { yearFiles } from '../oews-national/years.js';
import { type Answer, answerOf } from './answers.js';

const FOLDER = 'stackoverflow-survey-bands';
const BANDS = `${FOLDER}/stackoverflow_bands_2022_2025.csv`;
const SUBSET_2019 = 'stackoverflow-survey-2019-subset/survey_results_public.csv.gz';
const RESPONDENTS = /^survey_results_public_(\d{4})\.csv$/;
/** From this year on nobody is asked for the years of professional coding. */
const EXPERIENCE_DROPPED = 2025;

const BAND_COLUMNS = ['country', 'wave', 'kind', 'group', 'n', 'p25_usd', 'median_usd', 'p75_usd'] as const;

export type BandRecord = RawRecord<(typeof BAND_COLUMNS)[number]>;

export interface SurveyYear {
  readonly year: number;
  readonly answers: readonly Answer[];
}

export interface SurveyRecords {
  readonly bands: readonly BandRecord[];
  readonly years: readonly SurveyYear[];
}

/** Where the answers of a year are read. */
export function respondentsFile(year: number): string {
  return `${FOLDER}/survey_results_public_${year}.csv`;
}

/** All there is: answers by year, and the tables of medians. @throws {SourceError} SOURCE_MISSING when there is neither */
export async function parseSurvey(raw: RawReader): Promise<SurveyRecords> {
  const years: SurveyYear[] = [];
  if (await raw.has(SUBSET_2019)) years.push({ year: 2019, answers: await answers2019(raw) });
  const names = await raw.list(FOLDER).catch(() => []);
  for (const { year } of yearFiles(names, RESPONDENTS)) years.push({ year, answers: await answersOf(raw, year) });
  if (years.length > 0 && !(await raw.has(BANDS))) return { bands: [], years };
  return { bands: await raw.records(BANDS, BAND_COLUMNS), years };
}

async function answers2019(raw: RawReader): Promise<Answer[]> {
  const records = await raw.records(SUBSET_2019, ['MainBranch', 'Country', 'ConvertedComp']);
  return records.map((record) =>
    answerOf({
      branch: record.MainBranch,
      country: record.Country,
      pay: record.ConvertedComp,
      years: null,
      roles: null,
    }),
  );
}

async function answersOf(raw: RawReader, year: number): Promise<Answer[]> {
  const columns = ['MainBranch', 'Country', 'ConvertedCompYearly', 'DevType'] as const;
  const path = respondentsFile(year);
  const records: RawRecord<(typeof columns)[number] | 'YearsCodePro'>[] =
    year < EXPERIENCE_DROPPED
      ? await raw.records(path, [...columns, 'YearsCodePro'])
      : (await raw.records(path, columns)).map((record) => ({ ...record, YearsCodePro: null }));
  return records.map((record) =>
    answerOf({
      branch: record.MainBranch,
      country: record.Country,
      pay: record.ConvertedCompYearly,
      years: record.YearsCodePro,
      roles: record.DevType,
    }),
  );
}
