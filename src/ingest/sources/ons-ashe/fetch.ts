/** The publisher's archives of Table 14: annual gross pay and its coefficients of variation. */
import type { Download } from '../../connector.js';

const DATASET =
  'https://www.ons.gov.uk/file?uri=/employmentandlabourmarket/peopleinwork/earningsandworkinghours/datasets/occupation4digitsoc2010ashetable14';

const EDITIONS = [
  ['2024', 'revised'],
  ['2025', 'provisional'],
] as const;

export const DOWNLOADS: readonly Download[] = EDITIONS.flatMap(([year, status]) => {
  const address = `${DATASET}/${year}${status}/ashetable14${year}${status}.zip`;
  const file = { address, type: 'xlsx', maxBytes: 50_000_000 } as const;
  return [
    { ...file, path: `uk-ons-ashe/ashe_table14_7a_${year}_${status}.xlsx`, member: /Table 14\.7a\b[^/]*\.xlsx$/ },
    { ...file, path: `uk-ons-ashe/ashe_table14_7b_${year}_${status}_cv.xlsx`, member: /Table 14\.7b\b[^/]*\.xlsx$/ },
  ];
});
