/** Mean earnings of India by major group of occupations. */
import { SourceError } from '../../../core/errors.js';
import type { DraftRow, SourceReading } from '../../connector.js';
import { ALL_OCCUPATIONS, earningsRow, lastYear } from '../../earnings-row.js';
import { Exclusions } from '../../exclusions.js';
import { optionalNumber, requiredCode, requiredNumber, requiredText, rounded } from '../../fields.js';
import type { IndicatorRecord } from './parse.js';

/** Major groups have the same numbers in both versions of the classification, not the same occupations. */
const CLASS = /^OCU_(?:(ISCO08|ISCO88)_(\d|TOTAL|X)|(SKILL)_.+)$/;

const ISCO_08: Readonly<Record<string, string>> = {
  '0': 'Armed forces occupations',
  '1': 'Managers',
  '2': 'Professionals',
  '3': 'Technicians and associate professionals',
  '4': 'Clerical support workers',
  '5': 'Service and sales workers',
  '6': 'Skilled agricultural, forestry and fishery workers',
  '7': 'Craft and related trades workers',
  '8': 'Plant and machine operators and assemblers',
  '9': 'Elementary occupations',
};
const ISCO_88: Readonly<Record<string, string>> = {
  ...ISCO_08,
  '0': 'Armed forces',
  '1': 'Legislators, senior officials and managers',
  '4': 'Clerks',
  '5': 'Service workers and shop and market sales workers',
  '6': 'Skilled agricultural and fishery workers',
};

/** Surveys by the publisher's code: those of one code compare with each other. */
const SURVEYS: ReadonlyMap<string | null, string> = new Map([
  ['BA:14121', 'Periodic Labour Force Survey'],
  ['BX:2228', 'survey before 2018'],
]);

export function normalizeIndicator(records: readonly IndicatorRecord[]): SourceReading {
  const excluded = new Exclusions();
  const earnings: DraftRow<'earnings'>[] = [];
  for (const record of records) {
    const row = rowOf(record);
    if (typeof row === 'string') excluded.add(row);
    else earnings.push(row);
  }
  const years = earnings.map(({ year }) => year);
  return {
    tables: { earnings },
    rowsIn: records.length,
    rowsKept: earnings.length,
    excluded: excluded.list(),
    newest: `${lastYear(earnings)}-12-31`,
    vintage: `${Math.min(...years)} to ${Math.max(...years)}`,
  };
}

/** The row, or why there is none. */
function rowOf(record: IndicatorRecord): DraftRow<'earnings'> | string {
  if (requiredText(record.ref_area, 'ref_area') !== 'IND') return 'another country';
  if (requiredText(record.sex, 'sex') !== 'SEX_T') return 'men and women';
  const [, version, group, skill] = CLASS.exec(requiredText(record.classif1, 'classif1')) ?? [];
  if (skill !== undefined) return 'skill levels';
  if (version === undefined || group === undefined) throw unknownClass(record.classif1);
  if (group === 'X') return 'occupation not stated';
  if (requiredCode(record.obs_status ?? 'reliable', 'obs_status', ['reliable', 'U']) === 'U') return 'unreliable';
  const mean = optionalNumber(record.obs_value, 'obs_value');
  if (mean === null) return 'no figure published';
  const label = group === 'TOTAL' ? 'All occupations' : (version === 'ISCO08' ? ISCO_08 : ISCO_88)[group]!;
  return earningsRow({
    country: 'IN',
    place: 'IN',
    placeName: 'India',
    taxonomy: version === 'ISCO08' ? 'ISCO-08' : 'ISCO-88',
    code: group === 'TOTAL' ? ALL_OCCUPATIONS : group,
    label,
    year: requiredNumber(record.time, 'time'),
    unit: 'month',
    currency: 'INR',
    population: `employees, regular and casual; ${SURVEYS.get(record.source) ?? `source ${record.source}`}`,
    mean: rounded(mean, 0),
  });
}

function unknownClass(value: string | null): SourceError {
  return new SourceError(
    'SOURCE_VALUE',
    `Column 'classif1' holds '${value}', which is no major group of ISCO and no level of skill.`,
    'Compare the file with its publisher: the classification may have changed.',
  );
}
