/** Related job titles, in the form in which titles are compared. */
import type { SourceReading } from '../../connector.js';
import { requiredText } from '../../fields.js';
import { type StatedTitle, titleTable } from '../../occupation-titles.js';
import type { RelatedTitle } from './parse.js';

export const UK_SOC_2020 = 'UK SOC 2020';

export function normalizeRelatedTitles(records: readonly RelatedTitle[]): Omit<SourceReading, 'newest'> {
  return titleTable(
    records.map(
      (record): StatedTitle => ({
        taxonomy: UK_SOC_2020,
        code: requiredText(record.code, 'soc2020'),
        titles: [requiredText(record.title, 'related_job_title')],
        language: 'en',
      }),
    ),
  );
}
