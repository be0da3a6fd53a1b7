/**
 * Where the files that the title model is trained on come from, beside those of the occupational classification.
 * The counts of filings by employer, title and occupation are added up from the labour department's yearly disclosure
 * files: there is no file of them to fetch.
 */
import type { Download } from '../../connector.js';
import { ONET_ARCHIVE } from '../onet/fetch.js';

const ONET_TABLES = [
  { file: 'Job Titles.txt', maxBytes: 16_000_000 },
  { file: 'Sample of Reported Titles.txt', maxBytes: 1_200_000 },
  { file: 'Occupation Data.txt', maxBytes: 1_200_000 },
];

export const DOWNLOADS: readonly Download[] = [
  {
    address: 'https://www.bls.gov/soc/2018/soc_2018_direct_match_title_file.xlsx',
    path: 'soc-taxonomy/soc_2018_direct_match_title_file.xlsx',
    type: 'xlsx',
    maxBytes: 900_000,
  },
  ...ONET_TABLES.map(
    ({ file, maxBytes }): Download => ({
      address: ONET_ARCHIVE,
      path: `onet-30.3/${file}`,
      type: 'text',
      maxBytes,
      member: new RegExp(`(^|/)${file.replaceAll('.', '\\.')}$`),
    }),
  ),
];
