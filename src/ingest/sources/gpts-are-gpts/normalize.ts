/** Eight-digit exposure shares to means by published occupation. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber, requiredText } from '../../fields.js';
import { meanByOccupation } from '../../mean-by-occupation.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { ExposureRecord } from './parse.js';

/** Beta: share of tasks exposed directly, plus half of those exposed with further software. */
const MEASURES = [
  { measure: 'gpts-beta-model', column: 'dv_rating_beta' },
  { measure: 'gpts-beta-human', column: 'human_rating_beta' },
] as const;

/** Averages the specialities of an occupation with equal weights, as the authors advise. */
export function normalizeExposure(
  records: readonly ExposureRecord[],
  published: PublishedOccupations,
): Omit<SourceReading, 'newest'> {
  const coded = records.map((record) => ({
    record,
    soc: published.codeOf(requiredText(record['O*NET-SOC Code'], 'O*NET-SOC Code')),
  }));
  const exposure = MEASURES.flatMap(({ measure, column }) =>
    meanByOccupation(coded.map(({ record, soc }) => ({ soc, value: requiredNumber(record[column], column) }))).map(
      (mean) => ({ measure, ...mean }),
    ),
  );
  const rowsKept = exposure.length / MEASURES.length;
  const excluded = new Exclusions();
  excluded.add('code averaged with others of its published occupation', records.length - rowsKept);
  return { tables: { exposure }, rowsIn: records.length, rowsKept, excluded: excluded.list() };
}
