import { expect, it } from 'vitest';
import { numbersNotInModel } from '../../../test/contract/numbers-in-model.js';
import { sampleReport, thinReport } from '../../../test/golden/sample-report.js';
import { catalogueEntry, renderCatalogue } from './catalogue.js';

it('lists each report with the numbers of its model and no others', () => {
  const reports = [sampleReport, thinReport];
  const page = renderCatalogue(
    reports.map((report, index) => catalogueEntry(report, `page-${index}.html`)),
    { styles: '' },
  );
  expect(page).toContain('US$196,000');
  expect(page).toContain('no figure');
  expect(page).toContain('grade C');
  expect(numbersNotInModel(reports, page)).toEqual([]);
});
