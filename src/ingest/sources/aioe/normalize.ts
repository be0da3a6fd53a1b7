/** Scores of SOC 2010 to means by published occupation. */
import type { DraftRow, SourceReading } from '../../connector.js';
import { crosswalkedMeans } from '../../crosswalked-means.js';
import { Exclusions } from '../../exclusions.js';
import { requiredNumber, requiredText } from '../../fields.js';
import type { AioeRecords } from './parse.js';

export function normalizeAioe(
  records: AioeRecords,
  crosswalk: readonly DraftRow<'crosswalk'>[],
): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const exposure: DraftRow<'exposure'>[] = [];
  let rowsIn = 0;
  for (const [measure, list] of Object.entries(records)) {
    const scores = list.map(({ code, score }) => ({
      code: requiredText(code, 'SOC Code'),
      value: requiredNumber(score, measure),
    }));
    const { means, unknown } = crosswalkedMeans(scores, crosswalk);
    exposure.push(...means.map((mean) => ({ measure, ...mean })));
    rowsIn += list.length;
    excluded.add('code that the crosswalk does not know', unknown.length);
  }
  return { tables: { exposure }, rowsIn, rowsKept: rowsIn - excluded.total, excluded: excluded.list() };
}
