/** Pay of other people than the full-time sheet: each carries its own `population` and is never joined to it. */
import type { DraftRow } from '../../connector.js';
import { ALL_OCCUPATIONS, earningsRow, hasPay } from '../../earnings-row.js';
import type { Exclusions } from '../../exclusions.js';
import { requiredCode, requiredNumber, requiredText } from '../../fields.js';
import { jsonList, jsonNumber, jsonObject, jsonText } from '../../json-values.js';
import { figuresOf, IN_JOB } from './figures.js';
import { type AsheRecords, FULL_TIME } from './parse.js';

const UNITED_KINGDOM = { country: 'GB', place: 'GB', placeName: 'United Kingdom', currency: 'GBP' } as const;
const EVERYONE = `employees, full- and part-time, ${IN_JOB}`;
const REVISED_FIGURES = 'count,median,mean,p10,p25,p75,p90';

/** All years on one classification: revised figures, of which the file holds a twelfth, rounded to the pound. */
export function revisedRows(file: unknown, excluded: Exclusions): DraftRow<'earnings'>[] {
  if (file === null) return [];
  const { codes, stats, stat_cols: columns } = jsonObject(file, 'uk_ashe.json');
  requiredCode(jsonList(columns, "'stat_cols' of uk_ashe.json").join(), 'stat_cols', [REVISED_FIGURES]);
  const labels = jsonObject(jsonObject(codes, "'codes' of uk_ashe.json").EN, "'codes.EN' of uk_ashe.json");
  return Object.entries(jsonObject(stats, "'stats' of uk_ashe.json")).flatMap(([year, bySex]) => {
    const { total, ...parts } = jsonObject(bySex, `year ${year} of uk_ashe.json`);
    for (const part of Object.values(parts)) excluded.add('men and women', Object.keys(jsonObject(part, 'sex')).length);
    return Object.entries(jsonObject(total, `total of ${year}`)).flatMap(([code, values]) => {
      const row = revisedRow({ code, label: jsonText(labels[code], `name of ${code}`), year: Number(year), values });
      if (!hasPay(row)) excluded.add('no figure published');
      return hasPay(row) ? [row] : [];
    });
  });
}

interface RevisedCell {
  readonly code: string;
  readonly label: string;
  readonly year: number;
  readonly values: unknown;
}

function revisedRow({ code, label, year, values }: RevisedCell): DraftRow<'earnings'> {
  const [jobs, p50, mean, p10, p25, p75, p90] = jsonList(values, `figures of ${code} in ${year}`).map((value) =>
    jsonNumber(value, `a figure of ${code} in ${year}`),
  );
  return earningsRow({
    ...UNITED_KINGDOM,
    taxonomy: 'UK SOC 2020',
    code,
    label,
    year,
    unit: 'month',
    population: `${EVERYONE}, a twelfth of it rounded to the pound; revised`,
    jobs: jobs ?? null,
    mean: mean ?? null,
    p10: p10 ?? null,
    p25: p25 ?? null,
    p50: p50 ?? null,
    p75: p75 ?? null,
    p90: p90 ?? null,
  });
}

/** Information technology occupations of the first edition of 2025: people of all working hours. */
export function it2025Rows(file: unknown): DraftRow<'earnings'>[] {
  if (file === null) return [];
  const occupations = jsonObject(
    jsonObject(jsonObject(file, 'salary_uk.json').data, 'data').occupations,
    'occupations',
  );
  return Object.entries(occupations).map(([code, value]) => {
    const cell = jsonObject(value, `occupation ${code} of salary_uk.json`);
    const variation = jsonObject(cell.coefficient_of_variation_pct, `variation of ${code}`);
    const at = (name: string) => jsonNumber(cell[name], `${name} of ${code}`);
    return earningsRow({
      ...UNITED_KINGDOM,
      taxonomy: 'UK SOC 2020',
      code,
      label: jsonText(cell.title, `title of ${code}`),
      year: 2025,
      unit: 'year',
      population: `${EVERYONE}; provisional`,
      jobs: Math.round((at('jobs_thousand') ?? Number.NaN) * 1000) || null,
      mean: at('mean_gbp_year'),
      p10: at('p10_gbp_year'),
      p25: at('p25_gbp_year'),
      p50: at('median_gbp_year'),
      p75: at('p75_gbp_year'),
      p90: at('p90_gbp_year'),
      meanRsePercent: jsonNumber(variation.mean, `variation of ${code}`),
      medianRsePercent: jsonNumber(variation.median, `variation of ${code}`),
    });
  });
}

/** All occupations by region of work: relativities between regions, never the pay of an occupation. */
export function regionRows(records: AsheRecords['regions'], excluded: Exclusions): DraftRow<'earnings'>[] {
  return records.flatMap((record) => {
    if (record.sheet !== FULL_TIME || record.sector !== 'all') {
      excluded.add('region by sector, sex or part-time');
      return [];
    }
    const area = requiredText(record.area_code, 'area_code');
    const row = earningsRow({
      ...UNITED_KINGDOM,
      place: area === 'K02000001' ? 'GB' : `GB-${area}`,
      placeName: requiredText(record.region, 'region'),
      taxonomy: 'UK SOC 2020',
      code: ALL_OCCUPATIONS,
      label: 'All employees',
      year: requiredNumber(record.year, 'year'),
      unit: 'year',
      population: `full-time employees of all occupations by region of work, ${IN_JOB}; for comparing regions only; provisional`,
      ...figuresOf(record),
    });
    if (!hasPay(row)) excluded.add('no figure published');
    return hasPay(row) ? [row] : [];
  });
}
