/** Australian earnings of three sources, each with its own population and its own version of the classification. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { ALL_OCCUPATIONS, earningsRow, hasPay } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode, requiredNumber, requiredText } from '../../fields.js';
import { jsonNumber, jsonObject, jsonText } from '../../json-values.js';
import type { AustralianRecords, ProfileRecord } from './parse.js';

const AUSTRALIA = { country: 'AU', place: 'AU', placeName: 'Australia', currency: 'AUD' } as const;

/** The same digits may name another group in another version: they are never joined by code alone. */
export const ANZSCO = {
  /** Occupation profiles: 358 unit groups. */
  profiles: 'ANZSCO (358 unit groups)',
  /** Survey of earnings and hours: 364 unit groups. */
  survey: 'ANZSCO (364 unit groups)',
  /** Tax office: six digits. */
  tax: 'ANZSCO 2024',
} as const;

/** Survey behind the profiles' medians and behind the means. */
const SURVEY_YEAR = 2025;
/** The income year 2023-24 ends in June 2024. */
const TAX_YEAR = 2024;

export function normalizeAustralianEarnings(records: AustralianRecords): SourceReading {
  const excluded = new Exclusions();
  const earnings = [
    ...records.profiles.flatMap(profileRows),
    ...records.means.map((record) => meanRow(record, excluded)),
    ...(records.tax === null ? [] : taxRows(records.tax)),
  ].filter((row) => row !== null);
  const kept = earnings.filter((row) => {
    if (!hasPay(row)) excluded.add(row.code.length === 6 ? 'six digits, never with earnings' : 'no figure published');
    return hasPay(row);
  });
  return {
    tables: { earnings: kept },
    rowsIn: kept.length + excluded.total,
    rowsKept: kept.length,
    excluded: excluded.list(),
    newest: `${SURVEY_YEAR}-05-31`,
  };
}

function profileRows({ code, title, weekly, hourly }: ProfileRecord): DraftRow<'earnings'>[] {
  const cell = {
    ...AUSTRALIA,
    taxonomy: ANZSCO.profiles,
    code: code ?? ALL_OCCUPATIONS,
    label: requiredText(title, 'Occupation'),
    year: SURVEY_YEAR,
  };
  const people = 'full-time adult-rate employees, managers left out, May';
  const median = (value: string | null, column: string) => optionalNumber(value, column, ['N/A']);
  return [
    earningsRow({ ...cell, unit: 'week', population: `${people}; a week`, p50: median(weekly, 'weekly earnings') }),
    earningsRow({ ...cell, unit: 'hour', population: `${people}; an hour`, p50: median(hourly, 'hourly earnings') }),
  ];
}

function meanRow(record: AustralianRecords['means'][number], excluded: Exclusions): DraftRow<'earnings'> | null {
  if (requiredCode(record.sex, 'sex', ['total', 'men', 'women']) !== 'total') {
    excluded.add('men and women');
    return null;
  }
  return earningsRow({
    ...AUSTRALIA,
    taxonomy: ANZSCO.survey,
    code: requiredText(record.anzsco4, 'anzsco4'),
    label: requiredText(record.title, 'title'),
    year: requiredNumber(record.year, 'year'),
    unit: 'month',
    population: 'all employees, part-time too, May; a weekly mean times 52/12, rounded to the dollar',
    mean: optionalNumber(record.mean_aud_month, 'mean_aud_month'),
  });
}

/** Of three incomes that the tax office states, wages and salaries alone. */
function taxRows(file: unknown): DraftRow<'earnings'>[] {
  const { occupations } = jsonObject(jsonObject(file, 'salary_au.json').data, "'data' of salary_au.json");
  return Object.entries(jsonObject(occupations, "'occupations' of salary_au.json")).map(([code, value]) => {
    const cell = jsonObject(value, `occupation ${code} of salary_au.json`);
    const wages = jsonObject(cell.salary_or_wage_income, `wages of ${code}`);
    return earningsRow({
      ...AUSTRALIA,
      taxonomy: ANZSCO.tax,
      code,
      label: jsonText(cell.title, `title of ${code}`),
      year: TAX_YEAR,
      unit: 'year',
      population:
        'individuals with wage or salary income in the tax year 2023-24, occupation as they state it, part-year workers included',
      jobs: jsonNumber(cell.n_individuals, `individuals of ${code}`),
      mean: jsonNumber(wages.mean_aud_year, `mean of ${code}`),
      p50: jsonNumber(wages.median_aud_year, `median of ${code}`),
    });
  });
}
