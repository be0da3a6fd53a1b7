/** Hourly wages by occupation and region: whole editions of the publisher, and copies of parts of two editions. */
import { SourceError } from '../../../core/errors.js';
import { requiredText } from '../../fields.js';
import type { RawReader, RawRecord } from '../../raw-reader.js';

const FOLDER = 'ca-wages';
const EDITION = /wage(\d{4})opendata.*\.csv$/;
const PART_2025 = `${FOLDER}/jobbank_wages_2025_software_nocs.csv`;
const PART_2024 = `${FOLDER}/jobbank_wages_2016_2020_2024_noc2021_subset.csv.gz`;

const EDITION_COLUMNS = [
  'NOC_CNP',
  'NOC_Title_eng',
  'ER_Code_Code_RE',
  'ER_Name',
  'Low_Wage_Salaire_Minium',
  'Quartile1_Wage_Salaire_Quartile1',
  'Median_Wage_Salaire_Median',
  'Quartile3_Wage_Salaire_Quartile3',
  'High_Wage_Salaire_Maximal',
  'Average_Wage_Salaire_Moyen',
  'Data_Source_E',
  'Reference_Period',
  'Annual_Wage_Flag_Salaire_annuel',
] as const;
const PART_2025_COLUMNS = [
  'noc2021',
  'title',
  'economic_region_code',
  'economic_region_name',
  'p10_low_cad_hour',
  'p25_q1_cad_hour',
  'median_cad_hour',
  'p75_q3_cad_hour',
  'p90_high_cad_hour',
  'average_cad_hour',
  'data_source',
  'reference_period',
  'annual_wage_flag',
] as const;
const PART_2024_COLUMNS = [
  'NOC_2021',
  'NOC_Title_2021',
  'ER_Code',
  'Region',
  'Low_Wage_2024',
  'Median_Wage_2024',
  'High_Wage_2024',
] as const;

/** One occupation in one region, as stated in an edition; figures as text. */
export interface WageRecord {
  /** Year of the edition. */
  readonly edition: number;
  readonly code: string;
  readonly title: string;
  /** `ER00` Canada, `ER35` a province, `ER3530` a region of it. */
  readonly region: string;
  readonly regionName: string;
  readonly low: string | null;
  readonly quartile1: string | null;
  readonly median: string | null;
  readonly quartile3: string | null;
  readonly high: string | null;
  readonly average: string | null;
  /** Survey or model behind the figures; null where the file does not say. */
  readonly basis: string | null;
  readonly period: string | null;
  /** `1` for occupations that are paid by the year. */
  readonly annual: string | null;
}

export interface WageRecords {
  readonly wages: readonly WageRecord[];
  /** Figures of 2016 and 2020 that stand in the same lines, under codes that a language model matched. */
  readonly matched: number;
}

export async function parseWages(raw: RawReader): Promise<WageRecords> {
  const editions = (await raw.list(FOLDER)).filter((name) => EDITION.test(name));
  if (editions.length === 0) await raw.firstOf(PART_2025, PART_2024);
  const whole = (await Promise.all(editions.map((name) => parseEdition(raw, name)))).flat();
  const known = new Set(whole.map(({ edition }) => edition));
  const part2025 = !known.has(2025) && (await raw.has(PART_2025)) ? await parsePart2025(raw) : [];
  const part2024 = !known.has(2024) && (await raw.has(PART_2024)) ? await parsePart2024(raw) : [];
  return { wages: [...whole, ...part2025, ...part2024], matched: 2 * part2024.length };
}

async function parseEdition(raw: RawReader, name: string): Promise<WageRecord[]> {
  const edition = Number(EDITION.exec(name)![1]);
  const records = await raw.records(`${FOLDER}/${name}`, EDITION_COLUMNS);
  return records.map((record) => ({
    edition,
    code: nocCode(record.NOC_CNP),
    title: requiredText(record.NOC_Title_eng, 'NOC_Title_eng'),
    region: requiredText(record.ER_Code_Code_RE, 'ER_Code_Code_RE'),
    regionName: requiredText(record.ER_Name, 'ER_Name'),
    low: record.Low_Wage_Salaire_Minium,
    quartile1: record.Quartile1_Wage_Salaire_Quartile1,
    median: record.Median_Wage_Salaire_Median,
    quartile3: record.Quartile3_Wage_Salaire_Quartile3,
    high: record.High_Wage_Salaire_Maximal,
    average: record.Average_Wage_Salaire_Moyen,
    basis: record.Data_Source_E,
    period: record.Reference_Period,
    annual: record.Annual_Wage_Flag_Salaire_annuel,
  }));
}

function nocCode(value: string | null): string {
  const [, code] = /^NOC_(\d{5})$/.exec(requiredText(value, 'NOC_CNP')) ?? [];
  if (code !== undefined) return code;
  throw new SourceError(
    'SOURCE_VALUE',
    `Column 'NOC_CNP' holds '${value}' where a code such as NOC_21211 belongs.`,
    'Compare the file with its publisher: the classification may have changed.',
  );
}

async function parsePart2025(raw: RawReader): Promise<WageRecord[]> {
  const records = await raw.records(PART_2025, PART_2025_COLUMNS);
  return records.map((record) => ({
    edition: 2025,
    code: requiredText(record.noc2021, 'noc2021'),
    title: requiredText(record.title, 'title'),
    region: requiredText(record.economic_region_code, 'economic_region_code'),
    regionName: requiredText(record.economic_region_name, 'economic_region_name'),
    low: record.p10_low_cad_hour,
    quartile1: record.p25_q1_cad_hour,
    median: record.median_cad_hour,
    quartile3: record.p75_q3_cad_hour,
    high: record.p90_high_cad_hour,
    average: record.average_cad_hour,
    basis: record.data_source,
    period: record.reference_period,
    annual: record.annual_wage_flag,
  }));
}

async function parsePart2024(raw: RawReader): Promise<WageRecord[]> {
  const records: RawRecord<(typeof PART_2024_COLUMNS)[number]>[] = await raw.records(PART_2024, PART_2024_COLUMNS);
  return records.map((record) => ({
    edition: 2024,
    code: requiredText(record.NOC_2021, 'NOC_2021'),
    title: requiredText(record.NOC_Title_2021, 'NOC_Title_2021'),
    region: requiredText(record.ER_Code, 'ER_Code'),
    regionName: requiredText(record.Region, 'Region'),
    low: record.Low_Wage_2024,
    quartile1: null,
    median: record.Median_Wage_2024,
    quartile3: null,
    high: record.High_Wage_2024,
    average: null,
    basis: null,
    period: null,
    // The copy holds hourly rates alone.
    annual: '0',
  }));
}
