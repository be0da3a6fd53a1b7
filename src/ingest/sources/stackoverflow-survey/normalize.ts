/** Survey answers and tables of medians to rows of earnings. */
import type { CountriesFile } from '../../../text/index.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { ALL_OCCUPATIONS, earningsRow } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode, requiredNumber, requiredText } from '../../fields.js';
import type { ExperienceBand } from './answers.js';
import { FEWEST_ANSWERS, type SurveyCell } from './cell.js';
import type { BandRecord, SurveyRecords } from './parse.js';
import { summarise } from './summarise.js';

export const TAXONOMY = 'Stack Overflow developer type';
const EXPERIENCE: Readonly<Record<ExperienceBand | 'all', string>> = {
  all: 'all years of experience',
  new_grad: 'under 3 years of professional coding',
  mid: '3 to under 6 years of professional coding',
  senior: '6 years of professional coding or more',
};

export function normalizeSurvey(
  { bands, years }: SurveyRecords,
  { countries }: CountriesFile,
): Omit<SourceReading, 'newest'> {
  const names = new Map(countries.map(({ code, name }) => [code, name]));
  const excluded = new Exclusions();
  const answered = new Set(years.map(({ year }) => year));
  const cells: SurveyCell[] = [];
  for (const record of bands) {
    const cell = cellOf(record);
    if (typeof cell === 'string') excluded.add(cell);
    else if (answered.has(cell.year)) excluded.add('median of a year whose answers are here');
    else cells.push(cell);
  }
  let rowsKept = cells.length;
  for (const survey of years) {
    const summary = summarise(survey, countries);
    for (const { reason, count } of summary.excluded) excluded.add(reason, count);
    cells.push(...summary.cells);
    rowsKept += summary.kept;
  }
  const rowsIn = bands.length + years.reduce((sum, { answers }) => sum + answers.length, 0);
  const earnings = cells.map((cell) => rowOf(cell, names));
  return { tables: { earnings }, rowsIn, rowsKept, excluded: excluded.list() };
}

function cellOf(record: BandRecord): SurveyCell | string {
  const kind = requiredCode(record.kind, 'kind', ['experience', 'role']);
  if (requiredNumber(record.n, 'n') < FEWEST_ANSWERS) return `median of fewer than ${FEWEST_ANSWERS} answers`;
  return {
    country: requiredText(record.country, 'country'),
    year: requiredNumber(record.wave, 'wave'),
    band: kind === 'role' ? 'all' : requiredCode(record.group, 'group', ['all', 'new_grad', 'mid', 'senior']),
    role: kind === 'role' ? requiredText(record.group, 'group') : null,
    p25: optionalNumber(record.p25_usd, 'p25_usd'),
    p50: requiredNumber(record.median_usd, 'median_usd'),
    p75: optionalNumber(record.p75_usd, 'p75_usd'),
  };
}

function rowOf({ country, year, band, role, p25, p50, p75 }: SurveyCell, names: ReadonlyMap<string, string>) {
  const row: DraftRow<'earnings'> = earningsRow({
    country,
    place: country,
    placeName: names.get(country) ?? country,
    taxonomy: TAXONOMY,
    code: role ?? ALL_OCCUPATIONS,
    label: role ?? 'All developers',
    year,
    unit: 'year',
    currency: 'USD',
    population: `self-reported by survey respondents, ${EXPERIENCE[band]}`,
    p25,
    p50,
    p75,
  });
  return row;
}
