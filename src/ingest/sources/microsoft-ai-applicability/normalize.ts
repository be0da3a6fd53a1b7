/** Applicability records to rows. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber, requiredText } from '../../fields.js';
import { meanByOccupation } from '../../mean-by-occupation.js';
import type { PublishedOccupations } from '../../published-occupations.js';
import type { ApplicabilityRecord } from './parse.js';

const MEASURE = 'microsoft-applicability';

export function normalizeApplicability(
  records: readonly ApplicabilityRecord[],
  published: PublishedOccupations,
): Omit<SourceReading, 'newest'> {
  const means = meanByOccupation(
    records.map((record) => ({
      soc: published.codeOf(requiredText(record['SOC Code'], 'SOC Code')),
      value: requiredNumber(record.ai_applicability_score, 'ai_applicability_score'),
    })),
  );
  const excluded = new Exclusions();
  excluded.add('code averaged with others of its published occupation', records.length - means.length);
  return {
    tables: { exposure: means.map((mean) => ({ measure: MEASURE, ...mean })) },
    rowsIn: records.length,
    rowsKept: means.length,
    excluded: excluded.list(),
  };
}
