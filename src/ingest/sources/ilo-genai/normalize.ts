/** Scores of ISCO-08 to occupations of SOC 2018. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber, requiredText, rounded, SourceValueError } from '../../fields.js';
import type { IloRecord } from './parse.js';

const MEASURE = 'ilo-genai';

type Match = Pick<DraftRow<'occupationMatches'>, 'taxonomy' | 'code' | 'soc'>;

/** Means over the classes that an occupation is matched to, as far as they are rated. */
export function normalizeIlo(records: readonly IloRecord[], matches: readonly Match[]): Omit<SourceReading, 'newest'> {
  const scores = scoresByClass(records);
  const found = new Map<string, number[]>();
  const used = new Set<string>();
  for (const { taxonomy, code, soc } of matches) {
    const score = taxonomy === 'ISCO-08' ? scores.get(code) : undefined;
    if (score === undefined) continue;
    used.add(code);
    found.set(soc, [...(found.get(soc) ?? []), score]);
  }
  const exposure = [...found].map(([soc, values]) => ({
    measure: MEASURE,
    soc,
    value: rounded(values.reduce((sum, value) => sum + value, 0) / values.length, 6),
  }));
  const excluded = new Exclusions();
  excluded.add('further task of a class, with the same score', records.length - scores.size);
  excluded.add('class that no occupation is matched to', scores.size - used.size);
  return { tables: { exposure }, rowsIn: records.length, rowsKept: used.size, excluded: excluded.list() };
}

/** @throws {SourceError} SOURCE_VALUE when the tasks of a class disagree on its score */
function scoresByClass(records: readonly IloRecord[]): Map<string, number> {
  const scores = new Map<string, number>();
  for (const record of records) {
    const code = requiredText(record.ISCO_08, 'ISCO_08').padStart(4, '0');
    const score = requiredNumber(record.mean_score_2025, 'mean_score_2025');
    const known = scores.get(code);
    if (known !== undefined && Math.abs(known - score) > 1e-9) {
      throw new SourceValueError(
        'mean_score_2025',
        record.mean_score_2025,
        `differs between tasks of the class ${code}`,
      );
    }
    scores.set(code, score);
  }
  return scores;
}
