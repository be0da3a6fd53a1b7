/** Example titles in the form in which titles are compared, French ones in the forms for men and women. */
import type { SourceReading } from '../../connector.js';
import { Exclusions } from '../../exclusions.js';
import { requiredText } from '../../fields.js';
import { titleTable } from '../../occupation-titles.js';
import { genderForms } from './gender-forms.js';
import type { ExampleTitle } from './parse.js';

export const NOC_2021 = 'NOC 2021';

export function normalizeExampleTitles(records: readonly ExampleTitle[]): Omit<SourceReading, 'newest'> {
  const excluded = new Exclusions();
  const official = records.filter((record) => record.official);
  excluded.add('added by the maker of the copy', records.length - official.length);
  const { tables, rowsKept, ...rest } = titleTable(
    official.map(({ code, title, language }) => ({
      taxonomy: NOC_2021,
      code: requiredText(code, 'noc2021').padStart(5, '0'),
      titles: genderForms(requiredText(title, 'example_title'), language),
      language,
    })),
  );
  for (const { reason, count } of rest.excluded) excluded.add(reason, count);
  return { tables, rowsIn: records.length, rowsKept, excluded: excluded.list() };
}
